using FailScope.Generators.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use.ScopeKeys;

/// <summary>
/// A key that is built in place: <c>"credit:" + id</c>, <c>$"cred:{id}"</c>. Only unambiguous texts count, because a text that starts with
/// the name of a provider or model can be another kind of key.
/// </summary>
internal static class HandMadeKey
{
    private static readonly (string Prefix, ScopeKind Kind)[] Prefixes =
    [
        .. Enum.GetValues(typeof(ScopeKind)).Cast<ScopeKind>()
            .Where(kind => kind is not (ScopeKind.None or ScopeKind.Provider or ScopeKind.Model))
            .Select(kind => (ScopeWords.Prefix(kind), kind)),
        ("cred:", ScopeKind.Credential),
    ];

    /// <summary>The kind that a text starts with; null if there is none.</summary>
    internal static ScopeKind? KindOf(IOperation operation)
    {
        string text = BeginningOf(operation);
        foreach ((string prefix, ScopeKind kind) in Prefixes)
        {
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>Whether the text is complete and so can equal a key that a catalog generates.</summary>
    internal static ScopeKeyOrigin OriginOf(IOperation operation) =>
        operation.DescendantsAndSelf().Any(part => part.ConstantValue is { HasValue: true, Value: string text } && text.Contains('/'))
            ? ScopeKeyOrigin.HandWritten
            : ScopeKeyOrigin.HandMade;

    private static string BeginningOf(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        IInterpolatedStringOperation { Parts: [IInterpolatedStringTextOperation text, ..] } => BeginningOf(text.Text),
        IInterpolatedStringOperation { Parts: [IInterpolationOperation { FormatString: null, Alignment: null } first, ..] } => BeginningOf(first.Expression),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => BeginningOf(sum.LeftOperand),
        IConversionOperation conversion => BeginningOf(conversion.Operand),
        IInvocationOperation { TargetMethod: { Name: nameof(string.Concat), ContainingType.SpecialType: SpecialType.System_String }, Arguments: [var first, ..] } => BeginningOf(first.Value),
        IInvocationOperation { TargetMethod: { Name: nameof(string.Format), ContainingType.SpecialType: SpecialType.System_String }, Arguments: [{ Parameter.Name: "format" } first, ..] } => BeginningOf(first.Value),
        _ => "",
    };
}
