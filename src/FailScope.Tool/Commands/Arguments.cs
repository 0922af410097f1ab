namespace FailScope.Tool.Commands;

/// <summary>Arguments of the form <c>NAME=VALUE</c>.</summary>
internal static class Arguments
{
    /// <summary>Splits an argument at the first equals sign.</summary>
    /// <param name="option">The option, for the message.</param>
    /// <param name="text">The argument.</param>
    /// <param name="example">A valid example, for the message.</param>
    /// <exception cref="ToolException">There is no name, or no value.</exception>
    internal static (string Name, string Value) Pair(string option, string text, string example)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && equals < text.Length - 1
            ? (text[..equals].Trim(), text[(equals + 1)..].Trim())
            : throw ToolException.Usage($"{option} takes a name and a value: {option} {example}.");
    }
}
