namespace FailScope;

/// <summary>
/// Phrases narrow enough to mean one thing, whoever says them. <see cref="PhraseRules"/> looks for them. The order of the rows does not
/// matter: where a text contains phrases of several kinds, their weight and then <see cref="Verdict.Better"/> decide.
/// </summary>
internal static class PhraseTable
{
    /// <summary>What sentences say of something that is used up.</summary>
    internal const string Spent = "(insufficient|not enough|not sufficient|too low|depleted|exhausted|used up|ran out|run out|spent|consumed|is zero|is negative|below zero|expired)";

    /// <summary>What sentences say of a payment that was not made.</summary>
    internal const string Unpaid = "(overdue|past due|unpaid|has failed|was declined|been declined)";

    /// <summary>What sentences say of a subscription that is not in force.</summary>
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
