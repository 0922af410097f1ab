namespace FailScope.Tests.Failures;

/// <summary>The meaning of sentences about one subject.</summary>
/// <param name="Name">The subject.</param>
/// <param name="Kinds">The kinds that a person would accept.</param>
/// <param name="Statuses">The statuses with which the sentences are tested.</param>
/// <param name="Sentences">The sentences.</param>
internal sealed record PlainSubject(string Name, FailureKind[] Kinds, int[] Statuses, string[] Sentences)
{
    /// <summary>The subjects of all languages.</summary>
    internal static PlainSubject[] All { get; } = [.. PlainEnglish.Subjects, .. PlainChinese.Subjects];
}
