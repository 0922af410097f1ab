namespace FailScope;

/// <summary>Where in a body a code stands. Numbers mean different things to different providers; the place tells whose they are.</summary>
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

/// <summary>A code, type, status or reason that an answer states.</summary>
/// <param name="Field">The name of its field, reduced to lower-case letters and digits.</param>
/// <param name="Text">The value as it was stated.</param>
/// <param name="Place">Where it stood.</param>
/// <param name="IsUpstream">Whether it is another provider's, passed on by an aggregator.</param>
internal readonly record struct StatedCode(string Field, string Text, CodePlace Place, bool IsUpstream);

/// <summary>A sentence that an answer states.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="IsUpstream">Whether it is another provider's, passed on by an aggregator.</param>
internal readonly record struct StatedText(string Text, bool IsUpstream);

/// <summary>A field or header that may say when to try again.</summary>
/// <param name="Name">Its name, reduced to lower-case letters and digits.</param>
/// <param name="Text">Its value.</param>
/// <param name="IsHeader">Whether it is a header.</param>
internal readonly record struct StatedTime(string Name, string Text, bool IsHeader)
{
    /// <summary>Where it stood, and what it says.</summary>
    internal string Source => $"{(IsHeader ? "header" : "field")} {Name} {Text}";
}
