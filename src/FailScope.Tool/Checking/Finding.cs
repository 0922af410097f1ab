namespace FailScope.Tool.Checking;

/// <summary>How much a finding matters; SARIF has the same three.</summary>
internal enum FindingLevel
{
    Note = 0,
    Warning,
    Error,
}

/// <summary>Something that a check found.</summary>
/// <param name="Level">How much it matters.</param>
/// <param name="Rule">The rule of the analyzers that says the same while the catalog is typed.</param>
/// <param name="Catalog">The full name of the catalog class.</param>
/// <param name="Member">The property that it is about.</param>
/// <param name="Message">What is wrong, and what to do.</param>
internal sealed record Finding(FindingLevel Level, string Rule, string Catalog, string Member, string Message)
{
    /// <summary>The page of the rule.</summary>
    internal required string HelpLink { get; init; }

    /// <summary>Where the property is declared; null where the assembly's symbols do not say.</summary>
    internal SourceLocation? Location { get; init; }
}

/// <summary>A place in a source file.</summary>
/// <param name="File">The absolute path.</param>
/// <param name="Line">Counted from 1.</param>
internal sealed record SourceLocation(string File, int Line);
