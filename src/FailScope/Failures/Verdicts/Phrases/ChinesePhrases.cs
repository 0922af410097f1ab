using static FailScope.PhraseRow;

namespace FailScope;

/// <summary>
/// Phrases in Chinese, from providers and gateways. Chinese text has no spaces between words, so most rows contain a subject, a gap, and
/// the state of the subject.
/// </summary>
internal static class ChinesePhrases
{
    // "Used up", "not enough", "0" and "expired", for credit and quotas.
    private const string Spent = "(不足|不够|用完|用尽|用光|耗尽|耗完|已用|为0|为 0|为零|为负|过低|到期|过期)";

    // "Rejected", "wrong", "expired" and "missing", for keys.
    private const string Refused = "(无效|错误|过期|失效|不存在|非法|不合法|不正确|有误|禁用|停用|缺失|缺少|未提供|为空|失败|撤销|吊销|删除|不匹配)";

    internal static PhraseRow[] Rows { get; } =
    [
        Clear(FailureKind.FreeQuotaExhausted,
            "免费(额度|配额|次数|用量|试用|请求|调用)"),
        Clear(FailureKind.KeyBudgetExhausted,
            "费用限制", "费用上限", "消费上限", "消费限额", "(令牌|密钥|api key|apikey) * (额度|配额|限额|预算)"),
        Clear(FailureKind.CreditExhausted,
            "(余额|积分|点数|资源包|信用额度|账户额度|账号额度|预付费) * " + Spent, "余额已", "账户余额", "剩余额度", "额度不足", "额度已用",
            "欠费", "充值", "(未|没有)购买", "(账单|款项) * (逾期|未支付|未付)", "逾期未"),

        // With a 402, the same words are about billing, as in English.
        new(FailureKind.UsageLimitReached, PhraseWeight.Clear, NotOn: 402, Phrases: Parse(
            "(使用|用量|调用次数|套餐|订阅|每日|每天|每周|每月|今日|本日|本周|本月|小时) * (上限|限额|限制|额度已|额度用|用完|用尽|耗尽)", "使用额度已", "周限额", "日限额", "月限额")),
        Clear(FailureKind.RequestTooLarge,
            "(请求体|请求内容|请求包) * (过大|太大|超过)"),
        Clear(FailureKind.ModelUnavailable,
            "(无权|无权限)(访问|使用|调用|操作) * 模型"),

        new(FailureKind.ContextLengthExceeded, PhraseWeight.Plain, NotOn: 429, Phrases: Parse(
            "超长", "コンテキスト長", "上下文长度", "上下文窗口", "长度超过", "长度超出",
            "(输入|上下文|prompt|提示词|文本|内容|token) * (过长|太长|超限|超过最大|超出最大|超过模型|超出模型)")),
        Plain(FailureKind.ContentFiltered,
            "敏感", "违规", "不安全", "不合规", "内容安全", "内容审核", "审核未通过", "涉嫌"),
        Plain(FailureKind.AuthenticationFailed,
            "(用户|账号|账户|帐号|组织|项目) * (封禁|禁用|停用|冻结|封停|注销|锁定)",
            "(api key|apikey|api_key|api-key|秘钥|凭证|凭据) * " + Refused, "(无效|错误|非法)的(api key|apikey|api_key|api-key|key|token|凭证|凭据)",
            "令牌", "密钥", "身份验证", "身份认证", "鉴权", "认证失败", "未授权", "token非法", "authorization参数"),
        new(FailureKind.ModelUnavailable, PhraseWeight.Plain, NotOn: 402, Phrases: Parse(
            "模型 * (不存在|未上线|已下线|不可用|不支持|无权|没有权限|未开通|未激活|未配置|尚未|已关闭|已停用|被禁用|禁用|名称错误|名称有误|找不到|未找到|实名)",
            "(没有|未获得|并无) * (模型的访问权限|模型访问权限|模型的使用权限|模型使用权限|模型的权限|模型权限)", "未找到 * 模型", "不支持 * 模型", "无可用渠道", "未开通")),
        Plain(FailureKind.ProviderUnreachable,
            "(地区|区域|国家) * (不支持|不受支持|不可用|受限|无法使用|禁止|限制)", "不支持 * (地区|区域|国家)"),
        Plain(FailureKind.RateLimited,
            "并发", "频繁", "速率", "限流", "频率", "频次", "(每分钟|每秒|rpm|tpm|qps|qpm) * (上限|限制|限额|超)"),
        Plain(FailureKind.Overloaded,
            "访问量过大", "繁忙", "负载", "过载", "拥挤", "(算力|计算资源) * 不足"),
    ];
}
