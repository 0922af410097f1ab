namespace FailScope.Tests.Failures;

/// <summary>Sentences that Chinese providers and gateways write, or might write.</summary>
internal static class PlainChinese
{
    internal static PlainSubject[] Subjects { get; } =
    [
        new("Chinese: money", [FailureKind.CreditExhausted], [400, 401, 402, 403, 429],
            ["余额不足", "您的账户余额不足，请充值", "账户已欠费", "账户欠费，服务已停止", "积分不足", "点数不足，请购买", "账户额度已用完", "您的信用额度不足", "可用余额为0", "账户余额为负", "预付费资源包已用尽", "资源包余量已用尽", "请先充值后再使用", "账单逾期未支付"]),
        new("Chinese: free quota", [FailureKind.FreeQuotaExhausted], [401, 403, 429],
            ["免费额度已用完", "今日免费次数已用完", "免费试用额度已耗尽"]),
        new("Chinese: rate", [FailureKind.RateLimited], [400, 403, 429],
            ["请求过于频繁，请稍后再试", "触发限流", "并发数超出限制", "每分钟请求数超过限制", "请求速率超限", "您的请求频率过高", "已达到模型的TPM上限", "调用频率超限", "当前并发请求数过多"]),
        new("Chinese: usage limit", [FailureKind.UsageLimitReached, FailureKind.CreditExhausted], [400, 401, 403, 429],
            ["已达到本周使用上限", "您已达到5小时的使用上限，将于 18:00 重置", "套餐用量已用完", "本月套餐额度已用完", "已达到每日调用次数上限", "套餐的周限额已用尽"]),
        new("Chinese: model", [FailureKind.ModelUnavailable], [400, 401, 403, 404],
            ["模型不存在", "该模型已下线", "您没有该模型的访问权限", "模型未开通", "当前套餐不支持该模型", "无权访问该模型", "模型暂不可用", "该模型需要实名认证后使用", "模型名称错误", "您的账号未开通此模型服务"]),
        new("Chinese: key", [FailureKind.AuthenticationFailed], [400, 401, 403],
            ["无效的API Key", "API密钥错误", "API Key 已过期", "令牌无效", "身份验证失败", "密钥已被禁用", "账号已被封禁", "无效的令牌", "API Key不存在", "鉴权失败", "您的账户已被冻结", "未提供令牌"]),
        new("Chinese: context", [FailureKind.ContextLengthExceeded], [400, 413, 422],
            ["输入长度超过最大限制", "上下文长度超限", "超出模型最大上下文长度", "输入tokens超过模型上限", "文本长度超过限制", "prompt 过长"]),
        new("Chinese: content filter", [FailureKind.ContentFiltered], [400, 403],
            ["内容包含敏感词", "输入内容不合规", "内容安全审核未通过", "您的输入包含违规内容", "检测到敏感信息", "内容涉嫌违规"]),
        new("Chinese: load", [FailureKind.Overloaded], [429, 400],
            ["服务繁忙，请稍后重试", "系统繁忙", "模型负载过高，请稍后再试", "服务器过载", "当前访问量过大，请您稍后再试"]),
        new("Chinese: region", [FailureKind.ProviderUnreachable, FailureKind.ModelUnavailable], [400, 403],
            ["您所在的地区不支持此服务", "当前地区不可用", "您的国家或地区不受支持"]),
    ];
}
