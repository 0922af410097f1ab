namespace FailScope.Tool.Checking;

/// <summary>The severity of a finding. SARIF has the same three levels.</summary>
internal enum FindingLevel
{
    Note = 0,
    Warning,
    Error,
}

/// <summary>A finding of a check.</summary>
/// <param name="Level">The severity.</param>
/// <param name="Rule">The analyzer rule that reports the same in an editor.</param>
/// <param name="Catalog">The full name of the catalog class.</param>
/// <param name="Member">The property that the finding is about.</param>
/// <param name="Message">What is wrong, and what to do.</param>
internal sealed record Finding(FindingLevel Level, string Rule, string Catalog, string Member, string Message)
{
    /// <summary>The page of the rule.</summary>
    internal required string HelpLink { get; init; }

    /// <summary>Where the property is declared; null if the assembly's symbols do not say.</summary>
    internal SourceLocation? Location { get; init; }
}

/// <summary>A location in a source file.</summary>
/// <param name="File">The absolute path.</param>
/// <param name="Line">The line, starting from 1.</param>
internal sealed record SourceLocation(string File, int Line);
