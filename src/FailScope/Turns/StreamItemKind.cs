namespace FailScope;

/// <summary>The kind of an item of a stream.</summary>
public enum StreamItemKind
{
    /// <summary>Nothing that the consumer would miss: a role, an id, usage, the end.</summary>
    Preliminary = 0,

    /// <summary>Part of the response: text, a tool call, reasoning, data.</summary>
    Content,

    /// <summary>An error that is sent as an item.</summary>
    Failure,
}
