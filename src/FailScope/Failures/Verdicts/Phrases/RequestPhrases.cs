using static FailScope.PhraseRow;

namespace FailScope;

/// <summary>Sentences about the request: its size, the context window, a content filter.</summary>
internal static class RequestPhrases
{
    internal static PhraseRow[] Rows { get; } =
    [
        Clear(FailureKind.RequestTooLarge,
            "request (body |entity |payload |size |)(is |)too large", "(payload|body) (is |)too large", "(request|payload|body) * exceeds the (maximum|limit|max) (size|allowed size|of|number of bytes|: )",
            "(single request|one request) * (larger|bigger|exceed)", "message larger than", "request exceeds the maximum size", "content size limit", "too many * bytes", "(content|request|body|payload) exceeds (maximum|max) (length|size)", "payload size exceeds", "request size exceeds"),
        new(FailureKind.ContextLengthExceeded, PhraseWeight.Plain, NotOn: 429, Phrases: Parse(
            "(prompt|input|context|conversation|messages|tokens|question|text|history) * too (long|large)", "too many * tokens",
            "maximum (prompt|input) length", "(more|greater|larger|longer) than (the |)(max|maximum) * (token|length|context)", "context (length|window|size|limit|overflow)",
            "context_length", "max input characters",
            "(input|prompt|total|requested) tokens * exceed", "(exceeds|exceeded|exceed) the model's (limit|maximum|context)", "max_model_len", "max_seq_len", "(prompt|input|context) token limit",
            "input length should be", "max_new_tokens must be", "tokens * must be <=", "must have (less|fewer) than * tokens", "(input|prompt|total) tokens must (be|not)",
            "(token count|number of tokens|tokens in the prompt) * exceed",
            "(exceed|exceeds|exceeded) * (number of tokens|token limit|tokens allowed)", "reduce * length of the (messages|prompt|input)",
            "longer than the (model|maximum)", "(not fit|n't fit) * (token|context|window|n_ctx)", "(exceeds|exceeded|over) the * context", "(prompt|input) exceeds (max|the max|its max)")),
        Plain(FailureKind.ContextLengthExceeded, [400, 401, 403, 404, 413, 422],
            "(only supports|supports only|only up to|at most|no more than) * tokens"),
        Plain(FailureKind.ContentFiltered,
            "(content|usage|safety|moderation|acceptable use|content management) (policy|policies)", "(content|usage|safety|community) guidelines",
            "(content|safety) (filter|moderation|system|check)", "(was|were|been|is) flagged", "flagged (as|by|for)", "considered high risk",
            "content exists risk", "(inappropriate|sensitive|harmful|prohibited|unsafe) (input |output |)(content|information|material|words)", "request blocked:",
            "(prompt|response|output|input|content) (was |is |has been |)blocked",
            "(guardrail|guardrails) * (failed|denied|blocked|violat|triggered|intervened)", "content * is blocked", "blocked by * (guardrail|content|safety|filter)",
            "blocked (output|input)", "contains (text|content|words|language|material) that", "prompt injection", "nsfw (content|text|image|prompt|material)", "pii detected", "(input|output) new_sensitive", "censor", "responsible ai"),
    ];
}
