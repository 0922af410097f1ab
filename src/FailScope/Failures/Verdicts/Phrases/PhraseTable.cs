namespace FailScope;

/// <summary>
/// Phrases that are specific enough to mean the same from any provider. <see cref="PhraseRules"/> searches for them. The order of the rows
/// does not matter: if a text contains phrases of several kinds, their weight decides, then <see cref="Verdict.Better"/>.
/// </summary>
internal static class PhraseTable
{
    /// <summary>Words for something that is used up.</summary>
    internal const string Spent = "(insufficient|not enough|not sufficient|too low|depleted|exhausted|used up|ran out|run out|spent|consumed|is zero|is negative|below zero|expired)";

    /// <summary>Words for a payment that was not made.</summary>
    internal const string Unpaid = "(overdue|past due|unpaid|has failed|was declined|been declined)";

    /// <summary>Words for a subscription that is not active.</summary>
    internal const string Lapsed = "(expired|inactive|not active|frozen|cancelled|canceled|has ended|is suspended|been suspended)";

    /// <summary>All rows.</summary>
    internal static PhraseRow[] Rows { get; } =
    [
        .. MoneyPhrases.Rows,
        .. LimitPhrases.Rows,
        .. RequestPhrases.Rows,
        .. KeyPhrases.Rows,
        .. ModelPhrases.Rows,
        .. ChinesePhrases.Rows,
    ];
}
