namespace FailScope;

/// <summary>Which fields of a response are evidence. Names are compared by their letters and digits only, ignoring case.</summary>
internal static class FieldNames
{
    /// <summary>Fields that contain a code: a word or number for programs.</summary>
    private static readonly HashSet<string> Codes = Set(
        "code", "type", "status", "reason", "reasons", "error", "err", "error_code", "err_code", "error_type", "error_name", "error_status",
        "status_code", "http_status", "http_code", "http_status_code", "sub_code", "exception", "exception_type", "__type",
        "provider_error_code", "provider_code", "limit_source", "title", "error_class");

    /// <summary>Fields that contain the reason why a generation ended.</summary>
    private static readonly HashSet<string> Finishes = Set(
        "finish_reason", "stop_reason", "block_reason", "native_finish_reason");

    /// <summary>Fields that contain a sentence for people.</summary>
    private static readonly HashSet<string> Texts = Set(
        "message", "msg", "error", "err", "errors", "detail", "details", "error_message", "error_msg", "err_msg", "status_msg",
        "status_message", "error_description", "description", "title", "reason", "raw", "failure", "failure_reason", "warning");

    /// <summary>Fields that contain the time at which to try again.</summary>
    private static readonly HashSet<string> Times = Set(
        "retry_delay", "retry_after", "retry_after_ms", "retry_after_seconds", "retry_in", "reset_at", "resets_at", "reset_time",
        "next_flush_time", "resets_in_seconds", "x-ratelimit-reset", "x-ratelimit-reset-requests", "x-ratelimit-reset-tokens",
        "reset_seconds", "wait_seconds", "cooldown_seconds");

    /// <summary>Fields that repeat the request, contain generated text, or describe other attempts. They are not evidence.</summary>
    private static readonly HashSet<string> Skipped = Set(
        "content", "input", "messages", "prompt", "arguments", "delta", "flagged_input", "previous_errors", "request", "tools",
        "tool_calls", "usage", "logprobs", "openrouter_metadata");

    /// <summary>Values of the field <c>param</c> that name no part of the request: LiteLLM writes "None", or "key" if the failure is about the key.</summary>
    private static readonly HashSet<string> NoParameters = Set("", "none", "null", "key", "api_key", "token", "authorization", "auth", "user");

    internal static bool IsNoParameter(string name) => NoParameters.Contains(name);

    internal static bool IsCode(string name) => Codes.Contains(name);

    internal static bool IsFinish(string name) => Finishes.Contains(name);

    internal static bool IsText(string name) => Texts.Contains(name);

    internal static bool IsTime(string name) => Times.Contains(name);

    internal static bool IsSkipped(string name) => Skipped.Contains(name);

    /// <summary>The letters and digits of a name in lower case: <c>errorCode</c>, <c>error_code</c> and <c>Error-Code</c> become the same name.</summary>
    internal static string Reduce(string name) =>
        string.Create(CountKept(name), name, static (span, name) =>
        {
            int length = 0;
            foreach (char c in name)
            {
                if (char.IsAsciiLetterOrDigit(c))
                {
                    span[length++] = char.ToLowerInvariant(c);
                }
            }
        });

    private static int CountKept(string name)
    {
        int count = 0;
        foreach (char c in name)
        {
            count += char.IsAsciiLetterOrDigit(c) ? 1 : 0;
        }

        return count;
    }

    private static HashSet<string> Set(params string[] names) => names.Select(Reduce).ToHashSet(StringComparer.Ordinal);
}
