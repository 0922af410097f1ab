using static FailScope.PhraseRow;

namespace FailScope;

/// <summary>Sentences about a model, and about the regions and networks from which it can be reached.</summary>
internal static class ModelPhrases
{
    internal static PhraseRow[] Rows { get; } =
    [
        Clear(FailureKind.ModelUnavailable,
            "(must|needs to|has to) be verified (to|before) * (use|stream|access|generate)", // OpenAI, together with the code for an unsupported parameter
            "no access to model", "is required for long context", "not have a free (quota|tier)", "n't have a free (quota|tier)", "required tier", "tier (is |)not high enough", NamedModel.OwnBudget),

        // A 402 that names a model is about billing.
        new(FailureKind.ModelUnavailable, PhraseWeight.Plain, NotOn: 402, Phrases: Parse(
            "model * (not found|not exist|n't exist|not be found|not available|unavailable|not supported|unsupported|deprecated|decommissioned|retired|removed|" +
            "shut down|fade out|sunset|discontinued|disabled|end of its life|end of life|gated|not activated|not deployed|not allowed|not authorized|not enabled|not ready|no longer|not loaded|has crashed|" +
            "is invalid|identifier is invalid|access is denied|access denied|is restricted|is cold|not been|not included|not part of|not in |is paused|been paused|is offline)",
            "(the|this) model is not a ", "is not a (chat|vision|multimodal|completion|language|reasoning) model",
            "(provider|model) * not allowed (for|on|by) (this|your)", "provider (is |)not allowed",
            "(not|n't) (part of|included in|covered by) (the|your|this) * plan", "(only available|available only|only accessible) (for|to|in|through|via|on|as|hosted)",
            "(this|the) model (does not|doesn't) support", "(does not|doesn't) support (this|the|that) model", "(plan|subscription|tier) (does not|doesn't) (include|allow|support|cover|have) * model", "unable to (access|use) * model",
            "not enabled for (your|this) (organization|account|project|workspace|team)",
            "not (allowed|permitted|authorized|eligible|entitled) to (use|access|call|invoke|sample) * model",
            "(unknown|invalid|no such|unsupported|not supported|unrecognized|nonexistent) model", "not found the model", "(find|load) * model", "not a valid model",
            "(access to|access|use) (the |this |)model", "(the|this|given|dedicated) (deployment|endpoint) * (not running|not found|not exist|n't exist|closed|disabled|stopped|paused)",
            "no (endpoints|allowed providers|available providers|providers|models loaded)", "no available (channel|account|credential|deployment|node|worker)",
            "no available * (account|channel|deployment)",
            "no (provider|channel|endpoint|account) * (supported|available|configured|found)", "no active credentials for provider", "does not work with the specified model",
            "on-demand throughput isn't supported", "not authorized to perform: bedrock:", // about one model or region
            "degraded function", "operation not allowed", "not found for account", "denied by a routing rule", "permission * on (the |this |)(serving |)(endpoint|deployment|model)",
            "not (yet |)available (for|to) (this|your) (account|organization|key|api key|project|plan|subscription)",
            "(specified|requested) (version|engine|deployment) * (not found|not exist|n't exist|not be found)",
            "(does not|doesn't) support (tool|image|function|vision|chat|video|audio|generat|thinking|reasoning)", "not (supported|enabled) (by|for|with|on) (this model|the model|model)",
            "(function calling|tool calling|tool use|tools|vision|image input|images|audio|streaming|reasoning) (is |are |)(not supported|not support|unsupported|not available|not enabled)",
            "try pulling it", "allowed now, your model", "(unknown|unsupported|config for) provider", "running the model", "is banned", "provider terms of service",
            "terms acceptance", "use(-| )case (form|details)", "tool choice requires", "(accept|accepted|agree|agreed) * (terms|license|licence|agreement|conditions)")),

        // For a 401 or 403, the single words of RefusalSubject handle this. For a rate limit, the words are only advice.
        Plain(FailureKind.ModelUnavailable, [400, 404, 405, 422],
            "(plan|subscription|tier) (does not|doesn't|do not|don't) (include|allow|support|cover|have)", "upgrade * (plan|subscription|tier)",
            "(requires|require|need|needs) * (plan|subscription|tier |license|verification)"),

        Plain(FailureKind.ProviderUnreachable,
            "from your (billing |)(region|country|territory|location|network)", "ip address * (not allowed|not permitted|blocked|denied|restricted)", "unusual (activity|traffic)",
            "(country|region|territory|location) * (not supported|not allowed|is blocked|is restricted|unsupported)", "unsupported (country|region|territory|location)",
            "(supported|available|allowed|blocked|restricted|permitted) in your (country|region|territory|location)",
            "(account|workspace|organization|user) * (authorized|allowed|permitted) in (this|your) (region|country)", "request not allowed",
            "virtual network", "firewall rules", "just a moment...", "attention required! | cloudflare", "anti-bot", "bot (protection|detection)", "private (endpoint|link)", "over https", "(error code: 1006|error code: 1007|error code: 1008|error code: 1009|error code: 1010|error code: 1012|error code: 1020)", "public (network |)access is (disabled|not allowed)", "request (was|has been|is) blocked", "you have been blocked"),
    ];
}
