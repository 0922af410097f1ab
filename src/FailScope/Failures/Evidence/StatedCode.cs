namespace FailScope;

/// <summary>The position of a code in the body. Providers use the same numbers with different meanings; the position identifies the provider.</summary>
internal enum CodePlace
{
    /// <summary>Anywhere else.</summary>
    Elsewhere,

    /// <summary><c>{"error":{"code":…}}</c></summary>
    Error,

    /// <summary><c>{"errors":[{"code":…}]}</c></summary>
    ErrorsItem,

    /// <summary><c>{"code":…}</c></summary>
    Root,

    /// <summary><c>{"error_code":…}</c></summary>
    RootErrorCode,

    /// <summary><c>{"base_resp":{"status_code":…}}</c></summary>
    BaseResp,

    /// <summary><c>{"header":{"code":…}}</c></summary>
    Header,
}

/// <summary>A code, type, status or reason from a response.</summary>
/// <param name="Field">The name of its field, reduced to lower-case letters and digits.</param>
/// <param name="Text">The value, unchanged.</param>
/// <param name="Place">Its position in the body.</param>
/// <param name="IsUpstream">Whether it comes from an upstream provider, passed on by an aggregator.</param>
internal readonly record struct StatedCode(string Field, string Text, CodePlace Place, bool IsUpstream);

/// <summary>A sentence from a response.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="IsUpstream">Whether it comes from an upstream provider, passed on by an aggregator.</param>
internal readonly record struct StatedText(string Text, bool IsUpstream);

/// <summary>A field or header that may contain a retry time.</summary>
/// <param name="Name">Its name, reduced to lower-case letters and digits.</param>
/// <param name="Text">Its value.</param>
/// <param name="IsHeader">Whether it is a header.</param>
internal readonly record struct StatedTime(string Name, string Text, bool IsHeader)
{
    /// <summary>Where it was found, and its value.</summary>
    internal string Source => $"{(IsHeader ? "header" : "field")} {Name} {Text}";
}
