namespace FailScope;

/// <summary>What the reason for the end of a generation means (<c>finish_reason</c>, <c>stop_reason</c>, <c>blockReason</c>).</summary>
internal static class FinishTable
{
    private static readonly Dictionary<string, CodeRow> Rows = new(StringComparer.Ordinal)
    {
        // OpenRouter uses "error" for a generation that was interrupted. It means no more than a lost connection: this one response failed.
        // A code, status or sentence in the same response is more specific.
        ["error"] = new(FailureKind.Overloaded, IsWeak: true),

        // OpenAI and most compatible providers. Zhipu uses "sensitive", "network_error" and "model_context_window_exceeded".
        ["contentfilter"] = new(FailureKind.ContentFiltered),
        ["sensitive"] = new(FailureKind.ContentFiltered),
        ["networkerror"] = new(FailureKind.Overloaded),

        // Anthropic, Bedrock.
        ["refusal"] = new(FailureKind.ContentFiltered),
        ["guardrailintervened"] = new(FailureKind.ContentFiltered),
        ["contentfiltered"] = new(FailureKind.ContentFiltered),
        ["modelcontextwindowexceeded"] = new(FailureKind.ContextLengthExceeded),

        // Gemini.
        ["safety"] = new(FailureKind.ContentFiltered),
        ["imagesafety"] = new(FailureKind.ContentFiltered),
        ["prohibitedcontent"] = new(FailureKind.ContentFiltered),
        ["blocklist"] = new(FailureKind.ContentFiltered),
        ["recitation"] = new(FailureKind.ContentFiltered),
        ["spii"] = new(FailureKind.ContentFiltered),

        // Cohere.
        ["errortoxic"] = new(FailureKind.ContentFiltered),
        ["errorlimit"] = new(FailureKind.ContextLengthExceeded),
        ["timeout"] = new(FailureKind.Timeout),
    };

    internal static bool TryFind(in StatedCode code, out CodeRow row)
    {
        string reduced = FieldNames.Reduce(code.Text);
        if (Rows.TryGetValue(reduced, out row))
        {
            return true;
        }

        // Gemini's promptFeedback contains a block reason only if it blocked the prompt.
        row = new CodeRow(FailureKind.ContentFiltered);
        return code.Field == "blockreason" && reduced != "blockreasonunspecified";
    }
}
