namespace FailScope;

/// <summary>What an update of a stream brings.</summary>
internal enum UpdateKind
{
    /// <summary>Nothing that a reader would miss: a role, an id, usage, the end.</summary>
    Preliminary = 0,

    /// <summary>Text, a tool call, reasoning, data.</summary>
    Content,

    /// <summary>An error.</summary>
    Failure,
}
