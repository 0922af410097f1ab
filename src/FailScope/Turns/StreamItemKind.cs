namespace FailScope;

/// <summary>What an item of a stream brings.</summary>
public enum StreamItemKind
{
    /// <summary>Nothing that a reader would miss: a role, an id, usage, the end.</summary>
    Preliminary = 0,

    /// <summary>A part of the answer: text, a tool call, reasoning, data.</summary>
    Content,

    /// <summary>An error that comes as an item.</summary>
    Failure,
}
