
namespace FailScope.Tool.Drafts;

/// <summary>A catalog that is about to be written. Names are unique C# identifiers; references are names.</summary>
internal sealed class CatalogDraft
{
    internal required string ClassName { get; init; }

    /// <summary>Null for the global namespace.</summary>
    internal string? Namespace { get; init; }

    internal bool IsPublic { get; init; }

    /// <summary>Comment lines at the top of the file: where the facts come from, and what could not be converted.</summary>
    internal List<string> Header { get; } = [];

    internal List<ProviderDraft> Providers { get; } = [];

    internal List<CredentialDraft> Credentials { get; } = [];

    internal List<ModelDraft> Models { get; } = [];

    internal List<ChainDraft> Chains { get; } = [];
}

/// <summary>The common parts of every member: a name, a line of documentation, and comments.</summary>
internal abstract class MemberDraft
{
    internal required string Name { get; init; }

    /// <summary>One sentence for the documentation comment, as plain text.</summary>
    internal required string Summary { get; init; }

    /// <summary>Comment lines above the member.</summary>
    internal List<string> Comments { get; } = [];
}

internal sealed class ProviderDraft : MemberDraft
{
    internal required string Endpoint { get; init; }
}

internal sealed class CredentialDraft : MemberDraft
{
    internal required string Provider { get; init; }

    /// <summary>The name of the variable that contains the key, never the key itself.</summary>
    internal string? EnvironmentVariable { get; init; }
}

internal sealed class ModelDraft : MemberDraft
{
    internal required string Id { get; init; }

    internal required string Credential { get; init; }

    /// <summary>In US dollars, indexed by <see cref="Price"/>; null if unknown.</summary>
    internal decimal?[] Prices { get; } = new decimal?[Enum.GetValues<Price>().Length];

    /// <summary>Whether the source says that the model is free; null to decide from the id and prices.</summary>
    internal bool? StatedFree { get; set; }

    /// <summary>In tokens; 0 if unknown.</summary>
    internal long ContextWindow { get; set; }

    /// <summary>In tokens; 0 if unknown.</summary>
    internal long MaxOutputTokens { get; set; }

    /// <summary>Null if unknown.</summary>
    internal ModelCapabilities? Capabilities { get; set; }

    /// <summary>Whether the model costs nothing according to its source, by the same rule as in the compiler.</summary>
    internal bool IsFree => Freeness.IsFree(StatedFree, Prices, Id);

    /// <summary>
    /// The value to write as <c>Free</c>. If the facts are ambiguous (only one token price is 0, or the id of a priced model
    /// contains the word "free"), the value is written explicitly, so that no rule reports the model.
    /// </summary>
    internal bool? Free
    {
        get
        {
            bool oneSideIsZero = (Prices[(int)Price.InputUsdPerMillion] == 0) != (Prices[(int)Price.OutputUsdPerMillion] == 0);
            bool saysFree = Id.Contains("free", StringComparison.OrdinalIgnoreCase);

            // "x:free:online" costs money for its web searches, whatever its tokens cost.
            bool isStacked = Id.Contains(":free:", StringComparison.OrdinalIgnoreCase);
            return StatedFree ?? (isStacked || (!IsFree && (oneSideIsZero || saysFree)) ? false : null);
        }
    }
}

internal sealed class ChainDraft : MemberDraft
{
    /// <summary>The names of the models, in the order in which they are tried, each once.</summary>
    internal required IReadOnlyList<string> Models { get; init; }
}
