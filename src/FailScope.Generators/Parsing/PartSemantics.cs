using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Parsing;

/// <summary>
/// Reads names, types and constants in one part of a catalog class. Literals and <c>nameof</c> are read from syntax. Everything
/// else is bound once for each distinct text, because equal text has the same meaning in all attributes of one class part. This
/// runs at every keystroke, and binding a thousand attributes would slow down typing.
/// </summary>
internal sealed class PartSemantics(CatalogDeclaration catalog, Compilation compilation, TypeDeclarationSyntax part, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, MemberKind?> _attributes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ITypeSymbol?> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Optional<object?>> _constants = new(StringComparer.Ordinal);
    private SemanticModel? _semanticModel;

    private SemanticModel SemanticModel => _semanticModel ??= compilation.GetSemanticModel(part.SyntaxTree);

    /// <summary>Which of the five attributes this is; null for any other.</summary>
    internal MemberKind? KindOf(AttributeSyntax attribute)
    {
        string text = attribute.Name.ToString();
        if (!_attributes.TryGetValue(text, out MemberKind? kind))
        {
            catalog.BoundNames.AddIdentifiers(attribute.Name);
            catalog.BoundNames.Add($"{attribute.Name.GetLastToken().ValueText}Attribute");
            kind = SemanticModel.GetTypeInfo(attribute, cancellationToken).Type is { ContainingNamespace: { Name: "FailScope", ContainingNamespace.IsGlobalNamespace: true }, ContainingType: null } type
                ? type.Name switch
                {
                    "ProviderAttribute" => MemberKind.Provider,
                    "BillingAccountAttribute" => MemberKind.BillingAccount,
                    "CredentialAttribute" => MemberKind.Credential,
                    "ModelAttribute" => MemberKind.Model,
                    "FallbackChainAttribute" => MemberKind.FallbackChain,
                    _ => null,
                }
                : null;
            _attributes.Add(text, kind);
        }

        return kind;
    }

    internal ITypeSymbol? TypeOf(TypeSyntax type)
    {
        string text = type.ToString();
        if (!_types.TryGetValue(text, out ITypeSymbol? symbol))
        {
            catalog.BoundNames.AddIdentifiers(type);
            symbol = SemanticModel.GetTypeInfo(type, cancellationToken).Type;
            _types.Add(text, symbol);
        }

        return symbol;
    }

    internal Value<string> Text(ExpressionSyntax? expression) =>
        expression is null ? default
        : expression is LiteralExpressionSyntax literal ? new(expression, literal.Token.Value as string)
        : NameOf(expression) is { } name ? new(expression, name.Identifier)
        : new(expression, Constant(expression).Value as string);

    internal Value<bool?> Bool(ExpressionSyntax? expression) =>
        expression is null ? default : new(expression, Constant(expression).Value as bool?);

    internal Value<decimal?> Usd(ExpressionSyntax? expression)
    {
        if (expression is null)
        {
            return default;
        }

        double? number = Constant(expression).Value switch
        {
            double value => value,
            float value => value,
            decimal => null,
            IConvertible value and (int or uint or long or ulong or short or ushort or byte or sbyte) => value.ToDouble(CultureInfo.InvariantCulture),
            _ => null,
        };
        return new(expression, number is >= 0 and { } price && TryConvert(price, out decimal usd) ? usd : null);
    }

    internal Value<long?> Tokens(ExpressionSyntax? expression)
    {
        if (expression is null)
        {
            return default;
        }

        long? number = Constant(expression).Value switch
        {
            ulong value => value <= long.MaxValue ? (long)value : null,
            IConvertible value and (int or uint or long or short or ushort or byte or sbyte) => value.ToInt64(CultureInfo.InvariantCulture),
            _ => null,
        };
        return new(expression, number is > 0 ? number : null);
    }

    internal Value<int?> Flags(ExpressionSyntax? expression) =>
        expression is null ? default : new(expression, Constant(expression).Value as int?);

    /// <summary>Whether it is a number. An argument of another type is an error that the compiler reports.</summary>
    internal bool IsNumber(ExpressionSyntax expression) => IsInteger(expression) || Constant(expression).Value is double or float;

    /// <summary>Whether it is a whole number.</summary>
    internal bool IsInteger(ExpressionSyntax expression) =>
        Constant(expression).Value is int or uint or long or ulong or short or ushort or byte or sbyte;

    /// <summary>The value of a constant expression; no value for any other expression.</summary>
    internal Optional<object?> Constant(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case LiteralExpressionSyntax literal:
                return literal.Token.Value;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: LiteralExpressionSyntax { Token.Value: double number } }:
                return -number;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: LiteralExpressionSyntax { Token.Value: int number } }:
                return -number;
        }

        string text = expression.ToString();
        if (!_constants.TryGetValue(text, out Optional<object?> constant))
        {
            catalog.BoundNames.AddIdentifiers(expression);
            constant = SemanticModel.GetConstantValue(expression, cancellationToken);
            _constants.Add(text, constant);
        }

        return constant;
    }

    /// <summary>The name in a <c>nameof</c>, and the class of that member if it is not this catalog; null for any other expression.</summary>
    internal (string Identifier, INamedTypeSymbol? Foreign)? NameOf(ExpressionSyntax expression)
    {
        if (expression is not InvocationExpressionSyntax
            {
                Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" },
                ArgumentList.Arguments: { Count: 1 } arguments,
            })
        {
            return null;
        }

        switch (arguments[0].Expression)
        {
            case IdentifierNameSyntax identifier:
                return (identifier.Identifier.ValueText, null);
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } access:
                // nameof(Other.Main) is also "Main". Without this check, it would refer to the member of this class.
                catalog.BoundNames.AddIdentifiers(access);
                INamedTypeSymbol? type = (SemanticModel.GetSymbolInfo(access, cancellationToken) is var info && info.Symbol is { } symbol
                    ? symbol
                    : info.CandidateSymbols.FirstOrDefault())?.ContainingType;
                return (member, type is not null && !SymbolEqualityComparer.Default.Equals(type, catalog.Symbol) ? type : null);
            default:
                return null;
        }
    }

    // A price with more than 15 digits, of more than 10^15 dollars, or so small that it rounds to 0 is a mistake.
    private static bool TryConvert(double price, out decimal usd)
    {
        usd = 0;
        if (double.IsNaN(price) || price > 1e15)
        {
            return false;
        }

        usd = (decimal)price;
        return (usd == 0) == (price == 0);
    }
}
