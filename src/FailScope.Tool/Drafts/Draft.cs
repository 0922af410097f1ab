
namespace FailScope.Tool.Drafts;

/// <summary>A catalog that is about to be written. Names are C# identifiers, each once; references are names.</summary>
internal sealed class CatalogDraft
{
    internal required string ClassName { get; init; }

    /// <summary>Null for the global namespace.</summary>
    internal string? Namespace { get; init; }

    internal bool IsPublic { get; init; }

    /// <summary>Comment lines at the top of the file: where the facts come from, and what has no counterpart.</summary>
    internal List<string> Header { get; } = [];

    internal List<ProviderDraft> Providers { get; } = [];

    internal List<CredentialDraft> Credentials { get; } = [];

    internal List<ModelDraft> Models { get; } = [];

    internal List<ChainDraft> Chains { get; } = [];
}

/// <summary>What every member has: a name, a line of documentation, and comments for whoever reads the file.</summary>
internal abstract class MemberDraft
{
    internal required string Name { get; init; }

    /// <summary>One sentence for the documentation comment, as plain text.</summary>
    internal required string Summary { get; init; }

    /// <summary>Lines that stand above the member.</summary>
    internal List<string> Comments { get; } = [];
}

internal sealed class ProviderDraft : MemberDraft
{
    internal required string Endpoint { get; init; }
}

internal sealed class CredentialDraft : MemberDraft
{
    internal required string Provider { get; init; }

    /// <summary>The name of the variable that holds the key, never the key.</summary>
    internal string? EnvironmentVariable { get; init; }
}

internal sealed class ModelDraft : MemberDraft
{
    internal required string Id { get; init; }

    internal required string Credential { get; init; }

    /// <summary>US dollars, indexed by <see cref="Price"/>; null where one is not known.</summary>
    internal decimal?[] Prices { get; } = new decimal?[Enum.GetValues<Price>().Length];

    /// <summary>What the source states about the model being free; null where id and prices decide.</summary>
    internal bool? StatedFree { get; set; }

    /// <summary>In tokens; 0 where it is not known.</summary>
    internal long ContextWindow { get; set; }

    /// <summary>In tokens; 0 where it is not known.</summary>
    internal long MaxOutputTokens { get; set; }

    /// <summary>Null where they are not known.</summary>
    internal ModelCapabilities? Capabilities { get; set; }

    /// <summary>Whether the model costs nothing by what its source states, decided as the compiler decides it.</summary>
    internal bool IsFree => Freeness.IsFree(StatedFree, Prices, Id);

    /// <summary>
    /// What has to be written as <c>Free</c>. Where the facts leave a reader in doubt (one token price 0 and the other not, a
    /// word in the id that says free of a model that is not), the answer is written down, and no rule asks again.
    /// </summary>
    internal bool? Free
    {
        get
        {
            bool oneSideIsZero = (Prices[(int)Price.InputUsdPerMillion] == 0) != (Prices[(int)Price.OutputUsdPerMillion] == 0);
            bool saysFree = Id.Contains("free", StringComparison.OrdinalIgnoreCase);

            // "x:free:online" searches the web for money, whatever its tokens cost.
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
