namespace FailScope;

/// <summary>Phrases narrow enough to mean one thing, whoever says them. <see cref="PhraseRules"/> looks for them.</summary>
internal static class PhraseTable
{
    // What is said of something that is used up, of something that is owed, and of something that is not in force.
    private const string Spent = "(insufficient|not enough|not sufficient|too low|depleted|exhausted|used up|ran out|run out|spent|consumed|is zero|is negative|below zero|expired)";
    private const string Owed = "(overdue|past due|unpaid|has failed|was declined|been declined)";
    private const string Lapsed = "(expired|inactive|not active|frozen|cancelled|canceled|has ended|is suspended|been suspended)";

    internal static PhraseRow[] Rows { get; } =
    [
        Clear(FailureKind.FreeQuotaExhausted,
            "free-models-per-", // OpenRouter
            "free allocated quota", "free tier of the model has been exhausted", // DashScope
            "(free|trial) (quota|usage|allowance|request) * (used|exhausted|exceeded|reached|gone)",
            "free (hourly|daily|weekly|monthly) (quota|limit|usage|allowance)", "free (usage |request |)limit", "(today's|daily) free (quota|limit|usage)",
            "free (tier|plan) (daily |usage |)(limit|quota|allowance) (is |was |has been |)(reached|exceeded|exhausted|used up)",
            "(limit of|exceeded|reached|exhausted|used up|used all) * free (model |models |)(quota|allowance)",
            "免费额度", "免费配额", "免费次数"),
        Clear(FailureKind.RequestTooExpensive,
            "prompt tokens limit exceeded", // OpenRouter; "can only afford" has a class of its own
            "(in-flight|in flight) (requests|budget)"), // credit that other requests hold for some seconds
        Clear(FailureKind.KeyBudgetExhausted,
            "key limit exceeded", "create a key with a higher", // OpenRouter
            "budget has been exceeded", "exceeded(token|key|user|team|)budget", "exceeded budget", "over budget", // LiteLLM
            "cost (limit|cap|quota)", "费用限制", "费用上限",
            "token quota is not enough", "token remain quota", // one-api: "token" is their word for a key
            "(this|your) (api key|key|token) * (spending limit|spend limit|spending cap|budget)", "key (spending limit|spend limit|budget)",
            "(api key|this key|your key) (has |)(reached|exceeded|hit) (its|the|your) (usage|spend|spending|credit) limit",
            "令牌额度"),
        Clear(FailureKind.CreditExhausted,
            "(insufficient|not enough|negative) * (balance|credit|fund)", "(insufficient|not enough) quota", "quota is not (enough|sufficient)",
            "(credit|credits|balance|deposit) (is |are |)required", "positive balance", "(exhausted|depleted|empty) balance",
            "(balance|credit|funds) * " + Spent, "budget * " + Spent, "budget (of|for) * (exceeded|reached)", "(billing|subscription|membership) * (is suspended|been suspended)", "(payment|invoice|your bill) * " + Owed,
            "(out of|run out of|ran out of|have enough|remaining|have no|no more|insufficient|not enough) (your |the |api |prepaid |account |spending |)(credit|balance|funds|budget)",
            "(exceeded|reached|used up|hit) (your|the|its) (monthly |spending |)budget",
            "(have|has) (any|no|zero) credits", "requires more credits", "out of (money|extra usage)", "used all available credits",
            "monthly included credits", "(free|trial) credits * (restricted|suspended|unavailable)", "credit limit (exceeded|reached)", "(spending|spend) (limit|cap)", "regain access",
            "budget (is |was |has been |)(reached|exceeded)", "(workspace|organization|project|team|account|monthly) budget",
            "billing hard limit", "billing (is|has been|was) (disabled|not enabled|not active)", "billing to be enabled", "enable billing",
            "billing or payment", "billing account * (closed|disabled|not active|suspended)", "please check your billing",
            "(overdue|past due|unpaid|outstanding) * (balance|payment|invoice|bill)", "account * (overdue|in arrears)", "failure to pay",
            "account is in good standing", "top up your", "recharge your", "please recharge", "payment instrument", "free allocation of",
            "余额不足", "余额已", "欠费", "账户余额", "充值", "额度不足", "额度已用", "剩余额度"),

        // The window of a plan. A rate is the model's own, unless the sentence says that it counts for a key or an account as a whole:
        // providers keep most rates per model, also where they name the organization that is limited. A 402 asks for money instead.
        new(FailureKind.UsageLimitReached, PhraseWeight.Clear, NotOn: 402, Phrases: Parse(
            "(hourly|daily|weekly|monthly|session|5-hour|5 hour|five-hour|five hour) (usage |request |requests |message |messages |call |token |)(limit|quota|allowance)",
            "usage (quota|cap|allowance) (is |was |has been |)(reached|exceeded|exhausted|hit|used up)", "(plan's|subscription's) (usage |)(limit|quota|allowance) (is |was |has been |)(reached|exceeded|exhausted|hit|used up)",
            "(tokens|requests|messages) (left |)(for|in) (this|your|the) (current |)(billing period|billing cycle|month|week|plan)", "(reached|hit|exceeded|exhausted) * usage (limit|quota|allowance|cap)",
            "(your|plan|account|organization|org's|team|workspace) usage (limit|quota|allowance|cap)",
            "(limit|quota|allowance) (of|for|on|in) (this|your|the) (current |)(plan|subscription)", "(plan|subscription) (usage |)(limit|quota|allowance)",
            "request allowance", "call volume quota",
            "(second|minute|hour|day) (for|per) (this|your|the|each) (api key|key|api token|account)",
            "rate limit * (for|of) (this|your|the) (api key|key|api token|account)", "(account|api key|key)'s rate limit", "rate limit exceeded for (api_key|key|user|team|account)",
            "organization max (rpm|tpm|tpd|concurrency)", "across all models",
            "(used up|used all|exhausted|exceeded|reached|hit) * (hourly|daily|weekly|monthly|5-hour|session) (usage|limit|quota|allowance|requests|messages|tokens)",
            "使用上限", "用量上限", "使用额度已")),
        Clear(FailureKind.RequestTooLarge,
            "request (body |entity |payload |size |)(is |)too large", "(payload|body) (is |)too large", "(request|payload|body) * exceeds the (maximum|limit|max) (size|allowed size|of|number of bytes|: )",
            "request exceeds the maximum size", "(content|request|body|payload) exceeds (maximum|max) (length|size)", "payload size exceeds", "request size exceeds"),
        Clear(FailureKind.ModelUnavailable,
            "must be verified to (use|stream|access|generate)", // OpenAI, beside the code of an unsupported parameter
            "无权访问模型", "无权使用模型", "无权限访问模型", "no access to model"),

        // Counted as a rate where the same words without the time would be a size.
        Clear(FailureKind.RateLimited,
            "too many tokens per (second|minute|hour|day)"),

        // Beside the reason, which may be a policy.
        Clear(FailureKind.AuthenticationFailed,
            "(account|organization|team|project|workspace|resource) has been (temporarily |permanently |)(blocked|suspended|banned|deactivated|terminated)"),
        Plain(FailureKind.CreditExhausted,
            "check your plan and billing", "exceeded your current quota", "payment method", "credit card", "(purchase|add|buy) * credits",
            "no (credit|credits|balance|funds) (left|remaining|available)", "(add|deposit) * funds", "account balance * (not |insufficient|low|empty|negative|zero)",
            "(subscription|your plan|the plan|this plan|trial|membership) * " + Lapsed, "(no active|inactive) (subscription|plan)", "no active * (subscription|plan)", "(subscription|paid plan) (is |)required",
            "billing * (inactive|not active|is disabled|is suspended|been suspended|is required|not set up)", "payment (is |)required", "account is (overdue|past due)"),
        // Without an extent. A clear code beside it tells more.
        new(FailureKind.UsageLimitReached, PhraseWeight.Plain, NotOn: 402, Phrases: Parse(
            "usage limit (is |was |has been |)(reached|exceeded|exhausted|hit|used up)")),
        Plain(FailureKind.CreditExhausted, [401, 402, 403],
            "quota"),
        new(FailureKind.ContextLengthExceeded, PhraseWeight.Plain, NotOn: 429, Phrases: Parse(
            "(prompt|input|context|conversation|messages|tokens) * too (long|large)", "too many * tokens",
            "maximum (prompt|input) length", "(more|greater|larger|longer) than (the |)(max|maximum) * (token|length|context)", "context (length|window|size|limit)", "context_length", "max input characters",
            "(input|prompt|total|requested) tokens * exceed", "(exceeds|exceeded|exceed) the model's (limit|maximum|context)", "max_model_len",
            "input length should be", "max_new_tokens must be", "tokens * must be <=", "(token count|number of tokens|tokens in the prompt) * exceed",
            "(exceed|exceeds|exceeded) * (number of tokens|token limit|tokens allowed)", "reduce * length of the (messages|prompt|input)",
            "longer than the (model|maximum)",
            "超长", "上下文长度", "上下文窗口", "输入过长", "长度超过", "长度超出")),
        Plain(FailureKind.ContentFiltered,
            "(content|usage|safety|moderation|acceptable use|content management) (policy|policies)", "(content|usage|safety|community) guidelines",
            "(content|safety) (filter|moderation|system|check)", "(was|were|been|is) flagged", "flagged (as|by|for)", "considered high risk",
            "content exists risk", "(inappropriate|sensitive|harmful|prohibited|unsafe) (content|information|material|words)", "request blocked:", "(prompt|response|output|input|content) (was |is |has been |)blocked",
            "blocked by * (guardrail|content|safety|filter)", "blocked (output|input)", "prompt injection", "responsible ai",
            "敏感", "违规", "不安全", "不合规", "内容安全"),
        Plain(FailureKind.AuthenticationFailed,
            "(invalid|incorrect|missing|expired|wrong|bad|no|unknown|malformed|revoked|disabled|unauthorized) " +
            "(x-api-key|api key|api-key|apikey|api_key|api token|access token|auth token|bearer token|credentials|authentication|authorization|subscription key|virtual key|proxy server token|oauth token|username)",
            "(invalid|incorrect|missing|expired|wrong|bad|unknown|malformed|revoked|disabled) token", "no token (was |is |)(provided|supplied|found|sent|given)",
            "(api key|api-key|apikey|api_key|api token|access token|security token|credential) * " +
            "(invalid|expired|not found|not valid|missing|revoked|disabled|deactivated|deleted|incorrect|leaked|suspended|not provided|is required|does not exist|blocked|malformed|is wrong|inactive|rejected)",
            "must (be logged|be signed|log|sign) in",
            "(your|virtual|secret) key * (expired|revoked|disabled|deactivated|deleted|suspended)", "this key (is|was|has been) (expired|revoked|disabled|deactivated|deleted|suspended)",
            "valid (api key|api-key|apikey|authentication|access token|credentials)", "provide an api key", "auth credentials",
            "invalid or missing api key",
            "(account|organization|team|user|project|consumer|workspace) * (is|been|was) (deactivated|disabled|suspended|banned|terminated|restricted|locked|blocked)",
            "consumer suspended", "member of an organization", "user not found", "insufficient permissions", "missing scopes", "login fail",
            "only authorized for use with",
            "(用户|账号|账户|帐号|组织|项目) * (封禁|禁用|停用|冻结|封停)",
            "令牌", "密钥", "身份验证", "鉴权", "认证失败", "未授权", "token非法", "authorization参数"),

        // Says no more than a 401 does. LiteLLM begins every refusal with it, one for a spent budget too.
        new(FailureKind.AuthenticationFailed, PhraseWeight.Weak, Parse("(authentication|authorization) (fails|failed|error|required|is required)")),

        // A 402 beside the name of a model asks for money.
        new(FailureKind.ModelUnavailable, PhraseWeight.Plain, NotOn: 402, Phrases: Parse(
            "model * (not found|not exist|n't exist|not be found|not available|unavailable|not supported|unsupported|deprecated|decommissioned|retired|removed|" +
            "shut down|disabled|end of its life|end of life|gated|not activated|not deployed|not allowed|not enabled|not ready|no longer|not loaded|has crashed|" +
            "is invalid|identifier is invalid|access is denied|access denied|is restricted|is cold|not been|not included|not part of|not in |is paused|been paused|is offline)",
            "(the|this) model is not a ", "is not a (chat|vision|multimodal|completion|language|reasoning) model",
            "(provider|model) * not allowed (for|on|by) (this|your)",
            "(only available|available only|only accessible) (for|to|in|through|via|on|as|hosted)",
            "(this|the) model (does not|doesn't) support", "not enabled for (your|this) (organization|account|project|workspace|team)",
            "not (allowed|permitted|authorized|eligible|entitled) to (use|access|call|invoke|sample) * model",
            "(unknown|invalid|no such|unsupported|unrecognized|nonexistent) model", "not found the model", "(find|load) * model", "not a valid model",
            "(access to|access|use) (the |this |)model", "(the|this|given) (deployment|endpoint) * (not found|not exist|n't exist|closed)",
            "no (endpoints|allowed providers|available providers|providers|models loaded)", "no available (channel|account|credential|deployment|node|worker)",
            "no (provider|channel|endpoint|account) * (supported|available|configured|found)", "no active credentials for provider", "does not work with the specified model",
            "on-demand throughput isn't supported", "not authorized to perform: bedrock:", // a policy of one model or region
            "degraded function", "operation not allowed", "not found for account", "denied by a routing rule",
            "(does not|doesn't) support (tool|image|function|vision|chat|video|audio|generat|thinking|reasoning)", "not (supported|enabled) (by|for|with|on) (this model|the model|model)",
            "try pulling it", "running the model", "is banned", "provider terms of service",
            "模型 * (不存在|未上线|已下线|不可用|不支持|无权|没有权限|未开通|未激活|未配置|尚未|已关闭|已停用|被禁用|禁用)",
            "terms acceptance", "(accept|accepted|agree|agreed) * (terms|license|licence|agreement|conditions)",
            "无可用渠道", "未开通", "不支持该模型")),

        // Beside a 401 or a 403 the single words of RefusalSubject tell this. Beside a rate limit it is advice.
        Plain(FailureKind.ModelUnavailable, [400, 404, 405, 422],
            "(plan|subscription|tier) (does not|doesn't|do not|don't) (include|allow|support|cover|have)", "upgrade * (plan|subscription|tier)",
            "(requires|require|need|needs) * (plan|subscription|tier |license|verification)"),
        Plain(FailureKind.ProviderUnreachable,
            "from your (region|country|territory|location|network)",
            "(country|region|territory|location) * (not supported|not allowed|is blocked|is restricted|unsupported)", "unsupported (country|region|territory|location)",
            "(supported|available|allowed|blocked|restricted|permitted) in your (country|region|territory|location)", "request not allowed",
            "virtual network", "firewall rules", "private (endpoint|link)", "public (network |)access is (disabled|not allowed)", "request (was|has been|is) blocked", "you have been blocked"),
        Plain(FailureKind.Timeout,
            "(request|upstream|model|operation) * timed out"),
        Plain(FailureKind.RateLimited,
            "rate limit", "rate-limit", "too many * requests", "too many requests", "(requests|tokens|queries) per (second|minute|hour|day)",
            "concurrency limit", "concurrent (requests|connections|sessions|calls|streams|tasks)", "parallel requests", "quota exceeded",
            "too (frequent|fast|quickly)", "slow down", "throttled", "(quota|allowance) * (exceeded|reached)", "(quota|allowance) * " + Spent,
            "(out of|exceeded your|used up your|insufficient|not enough|have no) (token |)(quota|allowance)", "(rpm|tpm|rpd|tpd) (limit|quota)",
            "并发", "频繁", "速率", "限流", "频率"),
        Plain(FailureKind.Overloaded,
            "overloaded", "server overload", "high (load|traffic|demand)", "(server|service|system|model|engine) * busy", "temporarily unavailable",
            "访问量过大", "繁忙", "负载"),
    ];

    private static PhraseRow Clear(FailureKind kind, params string[] phrases) => new(kind, PhraseWeight.Clear, Parse(phrases));

    private static PhraseRow Plain(FailureKind kind, params string[] phrases) => new(kind, PhraseWeight.Plain, Parse(phrases));

    private static PhraseRow Plain(FailureKind kind, int[] on, params string[] phrases) => new(kind, PhraseWeight.Plain, Parse(phrases), on);

    private static Phrase[] Parse(params string[] phrases) => Array.ConvertAll(phrases, phrase => new Phrase(phrase));
}
