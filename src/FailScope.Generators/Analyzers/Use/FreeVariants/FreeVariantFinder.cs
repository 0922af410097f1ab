using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>
/// Finds the places of a file that test a model id for <c>:free</c> and may answer wrongly. Starts from the words of the text,
/// climbs from each to the place where it is used, and binds that place alone.
/// </summary>
internal sealed class FreeVariantFinder
{
    private static readonly ConditionalWeakTable<SemanticModel, StrongBox<ImmutableArray<FreeVariantTest>>> Found = new();

    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<Location, FreeVariantTest> _tests = [];

    private FreeVariantFinder(SemanticModel model, CancellationToken cancellationToken)
    {
        _model = model;
        _cancellationToken = cancellationToken;
    }

    internal static ImmutableArray<FreeVariantTest> Find(SemanticModel model, CancellationToken cancellationToken)
    {
        if (!Found.TryGetValue(model, out StrongBox<ImmutableArray<FreeVariantTest>>? found))
        {
            // Two rules and their fix read the same result.
            found = new(new FreeVariantFinder(model, cancellationToken).Find());
            Found.GetValue(model, _ => found);
        }

        return found.Value;
    }

    private ImmutableArray<FreeVariantTest> Find()
    {
        foreach (SyntaxToken token in FreeWords.In(_model.SyntaxTree, _cancellationToken))
        {
            if (ExpressionOf(token) is { } expression)
            {
                Visit(expression);
            }
        }

        return _tests.Values.OrderBy(test => test.Location.SourceSpan.Start).ToImmutableArray();
    }

    private static ExpressionSyntax? ExpressionOf(SyntaxToken token) => token.Parent switch
    {
        LiteralExpressionSyntax literal => literal,
        InterpolatedStringTextSyntax text => (ExpressionSyntax?)text.Parent,
        IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax access } name when access.Name == name => access,
        IdentifierNameSyntax name => name,
        _ => null,
    };

    private void Visit(ExpressionSyntax expression, bool isReference = false)
    {
        if (expression is LiteralExpressionSyntax { Token.Value: string literal } && FreePattern.IsLike(literal))
        {
            Add(FreeVariantFlaw.Substring, expression);
            return;
        }

        ExpressionSyntax text = ClimbText(expression);
        ExpressionSyntax place = ClimbCalls(text);
        switch (place.Parent)
        {
            case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax invocation } } argument:
                VisitArgument(invocation, argument, text);
                break;

            case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: BaseObjectCreationExpressionSyntax creation } } argument:
                if (IsPattern(creation, argument) && IsOpenPattern(text))
                {
                    Add(FreeVariantFlaw.Substring, creation);
                }

                break;

            case AttributeArgumentSyntax { Parent.Parent: AttributeSyntax attribute } argument:
                VisitAttribute(attribute, argument, text);
                break;

            case InitializerExpressionSyntax { Parent: ExpressionSyntax container }:
                VisitElement(container, text);
                break;

            case ExpressionElementSyntax { Parent: CollectionExpressionSyntax container }:
                VisitElement(container, text);
                break;

            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison:
                VisitPart(comparison.Left == place ? comparison.Right : comparison.Left, comparison, text);
                break;

            case ConstantPatternSyntax { Parent: IsPatternExpressionSyntax comparison }:
                VisitPart(comparison.Expression, comparison, text);
                break;

            case MemberAccessExpressionSyntax access when access.Expression == place:
                VisitContainer(place);
                break;

            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var name } } when !isReference:
                VisitReferences(name);
                break;

            case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax { Identifier.ValueText: var name } } when !isReference:
                VisitReferences(name);
                break;

            case ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax { Identifier.ValueText: var name } } when !isReference:
                VisitReferences(name);
                break;
        }
    }

    /// <summary>Visits the uses of a variable whose name does not speak of the variant itself: those that do are found anyway.</summary>
    private void VisitReferences(string name)
    {
        if (FreeWords.Contains(name, FreeWords.Variant))
        {
            return;
        }

        foreach (SyntaxToken token in FreeWords.Named(name, _model.SyntaxTree, _cancellationToken))
        {
            // Not what in turn is made of it: one step is what people write, and a cycle of properties has no end.
            if (ExpressionOf(token) is { } reference)
            {
                Visit(reference, isReference: true);
            }
        }
    }

    private void VisitArgument(InvocationExpressionSyntax invocation, ArgumentSyntax argument, ExpressionSyntax text)
    {
        string name = NameOf(invocation);
        switch (name)
        {
            case "Contains" or "IndexOf" or "LastIndexOf" or "Count" or "EndsWith" or "IsSuffix" or "Split" or "Replace"
                or "IsMatch" or "Match" or "Matches" or "EnumerateMatches" or "Equals" or "Create":
                break;
            case "Like" or "ILike":
                if (HeldText.Of(text, _model, _cancellationToken) is { Length: > 0 } pattern && FreePattern.IsLike(pattern))
                {
                    Add(FreeVariantFlaw.Substring, invocation);
                }

                return;
            default:
                if (!name.StartsWith("Contains", StringComparison.Ordinal))
                {
                    return;
                }

                break;
        }

        if (name == "Create")
        {
            VisitContainer(text);
            return;
        }

        if (HeldText.Of(text, _model, _cancellationToken) is not { } held || _model.GetSymbolInfo(invocation, _cancellationToken).Symbol is not IMethodSymbol method)
        {
            return;
        }

        if (IsRegex(method.ContainingType))
        {
            VisitRegex(invocation, method, argument, held);
        }
        else if (FreeWords.IsSuffix(held))
        {
            VisitSuffix(invocation, method, name);
        }
        else if (FreeWords.IsVariant(held))
        {
            VisitVariant(invocation, method, name, text);
        }
    }

    /// <summary>A call that is given <c>":free"</c>.</summary>
    private void VisitSuffix(InvocationExpressionSyntax invocation, IMethodSymbol method, string name)
    {
        bool isOfString = method.ContainingType.SpecialType == SpecialType.System_String;
        bool isOfSpan = IsSystemType(method.ContainingType, "MemoryExtensions") && ElementOfSpan(method) is SpecialType.System_Char or SpecialType.System_Byte;
        bool isOfCompareInfo = method.ContainingType is { Name: "CompareInfo", ContainingNamespace.Name: "Globalization" };
        bool isBytes = isOfSpan && ElementOfSpan(method) == SpecialType.System_Byte;
        switch (name)
        {
            case "Contains" when isOfString || isOfSpan:
                Add(FreeVariantFlaw.Substring, invocation, isBytes ? null : IdOf(invocation, method));
                break;

            case "IndexOf" or "LastIndexOf" when isOfString || isOfSpan || isOfCompareInfo:
                if (IsComparedPosition(invocation))
                {
                    Add(FreeVariantFlaw.Substring, invocation, isBytes ? null : IdOf(invocation, method), FreeVariantAnswer.Position);
                }

                break;

            case "EndsWith" when isOfString || (isOfSpan && !isBytes):
            case "IsSuffix" when isOfCompareInfo:
                VisitEnd(invocation, method, isOfSpan);
                break;

            case "Count" when isOfSpan:
                Add(FreeVariantFlaw.Substring, invocation);
                break;

            // How many pieces there are says whether the text is in there; the pieces themselves are another matter.
            case "Split" when isOfString && invocation.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length", Parent: BinaryExpressionSyntax or IsPatternExpressionSyntax }:
                Add(FreeVariantFlaw.Substring, invocation);
                break;

            case "Replace" when isOfString && IsComparedWithReceiver(invocation):
                Add(FreeVariantFlaw.Substring, invocation);
                break;

            // People write ContainsIgnoreCase and its like themselves.
            case not ("IndexOf" or "LastIndexOf" or "Equals") when name.StartsWith("Contains", StringComparison.Ordinal)
                && method is { IsExtensionMethod: true, ReturnType.SpecialType: SpecialType.System_Boolean }
                && (method.ReducedFrom ?? method).Parameters[0].Type.SpecialType == SpecialType.System_String:
                Add(FreeVariantFlaw.Substring, invocation, method.Parameters.Length == (method.ReducedFrom is null ? 2 : 1) ? IdOf(invocation, method) : null);
                break;
        }
    }

    /// <summary>A call that is given <c>"free"</c>: wrong on the parts of a split id, and on the id of a model.</summary>
    private void VisitVariant(InvocationExpressionSyntax invocation, IMethodSymbol method, string name, ExpressionSyntax text)
    {
        switch (name)
        {
            case "Contains" when method.ContainingType.SpecialType != SpecialType.System_String:
                if (SourceOf(invocation, method) is { } parts && IsSplitOnColon(parts, out ExpressionSyntax? split))
                {
                    Add(FreeVariantFlaw.Substring, invocation, split);
                }

                break;

            case "IndexOf" when IsSystemType(method.ContainingType, "Array"):
                if (SourceOf(invocation, method) is { } array && IsSplitOnColon(array, out split))
                {
                    Add(FreeVariantFlaw.Substring, invocation, split, FreeVariantAnswer.Position);
                }

                break;

            case "Contains" or "IndexOf" or "LastIndexOf" when method.ContainingType.SpecialType == SpecialType.System_String && IsIdOfModel(invocation):
                Add(
                    FreeVariantFlaw.Substring,
                    invocation,
                    IdOf(invocation, method),
                    name == "Contains" ? FreeVariantAnswer.Boolean : FreeVariantAnswer.Position);
                break;

            case "Equals":
                ExpressionSyntax? other = method.IsStatic
                    ? invocation.ArgumentList.Arguments.Select(argument => argument.Expression).FirstOrDefault(argument => !argument.Contains(text))
                    : (invocation.Expression as MemberAccessExpressionSyntax)?.Expression;
                if (other is not null)
                {
                    VisitPart(other, invocation, text);
                }

                break;
        }
    }

    private void VisitEnd(InvocationExpressionSyntax invocation, IMethodSymbol method, bool isOfSpan)
    {
        // A provider translates EndsWith(text) alone, and the comparison is then the database's.
        if (ExpressionTrees.Contain(invocation, _model, _cancellationToken))
        {
            return;
        }

        FreeVariantFlaw? flaw = isOfSpan ? FreeVariantFlaw.Case : FreeVariantFlaw.Culture;
        foreach (ArgumentSyntax argument in invocation.ArgumentList.Arguments)
        {
            switch (_model.GetTypeInfo(argument.Expression, _cancellationToken).ConvertedType?.Name)
            {
                case nameof(StringComparison):
                    flaw = FlawOf(_model.GetConstantValue(argument.Expression, _cancellationToken).Value, (int)StringComparison.Ordinal, (int)StringComparison.OrdinalIgnoreCase);
                    break;
                case "CompareOptions":
                    flaw = FlawOf(
                        _model.GetConstantValue(argument.Expression, _cancellationToken).Value,
                        (int)System.Globalization.CompareOptions.Ordinal,
                        (int)System.Globalization.CompareOptions.OrdinalIgnoreCase);
                    break;
            }
        }

        // What was brought to one case before is compared in that case.
        if (flaw == FreeVariantFlaw.Case && invocation.Expression is MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax inner }
            && NameOf(inner) is "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant")
        {
            return;
        }

        if (flaw is { } found)
        {
            Add(found, invocation, IdOf(invocation, method));
        }

        static FreeVariantFlaw? FlawOf(object? comparison, int ordinal, int ordinalIgnoreCase) =>
            comparison is not int value || value == ordinalIgnoreCase ? null
            : value == ordinal ? FreeVariantFlaw.Case
            : FreeVariantFlaw.Culture;
    }

    private void VisitRegex(InvocationExpressionSyntax invocation, IMethodSymbol method, ArgumentSyntax argument, string pattern)
    {
        if (!method.IsStatic || ParameterOf(argument, invocation.ArgumentList, method)?.Name != "pattern" || !FreePattern.IsOpen(pattern)
            || NameOf(invocation) is "Split" or "Replace")
        {
            return;
        }

        bool isWhole = method.Name == "IsMatch" && (FreeWords.IsSuffix(pattern) || FreeWords.IsSuffix(pattern.Replace(@"\b", "")));
        ExpressionSyntax? input = isWhole
            ? invocation.ArgumentList.Arguments.FirstOrDefault(candidate => ParameterOf(candidate, invocation.ArgumentList, method)?.Name == "input")?.Expression
            : null;
        Add(FreeVariantFlaw.Substring, invocation, input);
    }

    private void VisitAttribute(AttributeSyntax attribute, AttributeArgumentSyntax argument, ExpressionSyntax text)
    {
        if (attribute.Name.ToString().Contains("GeneratedRegex")
            && argument.NameEquals is null
            && (argument.NameColon?.Name.Identifier.ValueText ?? "pattern") == "pattern"
            && attribute.ArgumentList!.Arguments.IndexOf(argument) == 0
            && IsOpenPattern(text))
        {
            Add(FreeVariantFlaw.Substring, attribute);
        }
    }

    /// <summary>A text among others, in an array or a collection expression.</summary>
    private void VisitElement(ExpressionSyntax container, ExpressionSyntax text)
    {
        if (!FreeWords.IsSuffix(HeldText.Of(text, _model, _cancellationToken)))
        {
            return;
        }

        ExpressionSyntax place = ClimbText(container);
        switch (place.Parent)
        {
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var name } }:
                VisitReferences(name);
                break;
            case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax { Identifier.ValueText: var name } }:
                VisitReferences(name);
                break;
            case ArgumentSyntax or MemberAccessExpressionSyntax:
                VisitContainer(place);
                break;
        }
    }

    /// <summary>Texts that are looked for together: <c>SearchValues.Create([":free"])</c>, <c>markers.Any(id.Contains)</c>.</summary>
    private void VisitContainer(ExpressionSyntax container)
    {
        if (container.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax creation })
        {
            if (NameOf(creation) == "Create" && HoldsSuffix(container)
                && _model.GetSymbolInfo(creation, _cancellationToken).Symbol is IMethodSymbol { ContainingType: { Name: "SearchValues", ContainingNamespace.Name: "Buffers" } })
            {
                Add(FreeVariantFlaw.Substring, creation);
            }
        }
        else if (container.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var test }, ..] } any }
            && NameOf(any) is "Any" or "Exists" or "Count"
            && IsSearch(test)
            && HoldsSuffix(container))
        {
            Add(FreeVariantFlaw.Substring, any);
        }
    }

    /// <summary>The parts of an id that was split at its colons, one of them compared with <c>"free"</c>.</summary>
    private void VisitPart(ExpressionSyntax part, ExpressionSyntax comparison, ExpressionSyntax text)
    {
        part = HeldText.Unwrap(part);
        switch (part)
        {
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: int and >= 1 } }] } access:
                if (IsVariant() && IsSplitOnColon(access.Expression, out _))
                {
                    Add(FreeVariantFlaw.Substring, comparison, name: comparison.ToString(), location: comparison.GetLocation());
                }

                break;

            case IdentifierNameSyntax:
                if (!IsVariant() || _model.GetSymbolInfo(part, _cancellationToken).Symbol is not { DeclaringSyntaxReferences: [var reference] })
                {
                    break;
                }

                switch (reference.GetSyntax(_cancellationToken))
                {
                    case ForEachStatementSyntax loop when IsSplitOnColon(loop.Expression, out _):
                        Add(FreeVariantFlaw.Substring, comparison, name: comparison.ToString(), location: comparison.GetLocation());
                        break;
                    case ParameterSyntax { Parent: LambdaExpressionSyntax lambda } when IsTestOfParts(lambda, out InvocationExpressionSyntax? any, out ExpressionSyntax? split):
                        Add(FreeVariantFlaw.Substring, any!, lambda.Body == comparison && NameOf(any!) == "Any" && !IsNegation(comparison) ? split : null);
                        break;
                    case ParameterSyntax { Parent.Parent: LambdaExpressionSyntax lambda } when IsTestOfParts(lambda, out InvocationExpressionSyntax? any, out ExpressionSyntax? split):
                        Add(FreeVariantFlaw.Substring, any!, lambda.Body == comparison && NameOf(any!) == "Any" && !IsNegation(comparison) ? split : null);
                        break;
                }

                break;
        }

        bool IsVariant() => FreeWords.IsVariant(HeldText.Of(text, _model, _cancellationToken));

        static bool IsNegation(ExpressionSyntax comparison) => comparison.IsKind(SyntaxKind.NotEqualsExpression);
    }

    /// <summary>Up from a text to the constant that it is part of.</summary>
    private static ExpressionSyntax ClimbText(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression.Parent)
            {
                case ParenthesizedExpressionSyntax or CastExpressionSyntax
                    or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression }
                    or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }:
                    expression = (ExpressionSyntax)expression.Parent;
                    break;
                case InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax interpolated }:
                    expression = interpolated;
                    break;
                default:
                    return expression;
            }
        }
    }

    /// <summary>Up over calls that hand the same text on.</summary>
    private static ExpressionSyntax ClimbCalls(ExpressionSyntax expression)
    {
        while (expression.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } invocation } access
            && access.Expression == expression
            && access.Name.Identifier.ValueText is "AsSpan" or "ToString" or "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant")
        {
            expression = invocation;
        }

        return expression;
    }

    private static string NameOf(InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    private static bool IsSystemType(INamedTypeSymbol type, string name) =>
        type.Name == name && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    private static bool IsRegex(INamedTypeSymbol? type) => type is { Name: "Regex", ContainingNamespace.Name: "RegularExpressions" };

    private static SpecialType? ElementOfSpan(IMethodSymbol method) =>
        (method.ReducedFrom ?? method).Parameters is [{ Type: INamedTypeSymbol { TypeArguments: [var element] } }, ..]
            ? (element is ITypeParameterSymbol && method.TypeArguments is [var argument, ..] ? argument : element).SpecialType
            : null;

    private static IParameterSymbol? ParameterOf(ArgumentSyntax argument, ArgumentListSyntax list, IMethodSymbol method)
    {
        if (argument.NameColon is { } name)
        {
            return method.Parameters.FirstOrDefault(parameter => parameter.Name == name.Name.Identifier.ValueText);
        }

        int index = list.Arguments.IndexOf(argument);
        return index < method.Parameters.Length ? method.Parameters[index] : null;
    }

    private bool IsPattern(BaseObjectCreationExpressionSyntax creation, ArgumentSyntax argument) =>
        _model.GetSymbolInfo(creation, _cancellationToken).Symbol is IMethodSymbol constructor
        && IsRegex(constructor.ContainingType)
        && ParameterOf(argument, creation.ArgumentList!, constructor)?.Name == "pattern";

    private bool IsOpenPattern(ExpressionSyntax text) => HeldText.Of(text, _model, _cancellationToken) is { } pattern && FreePattern.IsOpen(pattern);

    /// <summary>What a call reads: the receiver, or the first argument of a static call.</summary>
    private static ExpressionSyntax? SourceOf(InvocationExpressionSyntax invocation, IMethodSymbol method)
    {
        bool hasReceiver = !method.IsStatic || method.ReducedFrom is not null;
        bool isFirstArgument = !hasReceiver || method.ContainingType.Name == "CompareInfo";
        return isFirstArgument ? invocation.ArgumentList.Arguments is [{ NameColon: null, Expression: var first }, ..] ? first : null
            : (invocation.Expression as MemberAccessExpressionSyntax)?.Expression;
    }

    /// <summary>
    /// The id that a call reads, as an expression that can stand alone; null where there is none. Of <c>a?.Id.Contains(…)</c> it
    /// is <c>a?.Id</c>.
    /// </summary>
    private static ExpressionSyntax? IdOf(InvocationExpressionSyntax invocation, IMethodSymbol method) =>
        ConditionalAccessAround(invocation) is { } conditional ? IdOf(conditional) : SourceOf(invocation, method);

    /// <summary>The id that the call reads with which <c>a?.…</c> ends.</summary>
    internal static ExpressionSyntax? IdOf(ConditionalAccessExpressionSyntax conditional)
    {
        ConditionalAccessExpressionSyntax inner = conditional;
        while (inner.WhenNotNull is ConditionalAccessExpressionSyntax next)
        {
            inner = next;
        }

        return (inner.WhenNotNull as InvocationExpressionSyntax)?.Expression switch
        {
            MemberBindingExpressionSyntax => inner == conditional ? inner.Expression : conditional.ReplaceNode(inner, inner.Expression),
            MemberAccessExpressionSyntax { Expression: var receiver } => conditional.ReplaceNode(inner.WhenNotNull, receiver),
            _ => null,
        };
    }

    /// <summary>The outermost <c>a?.…</c> that ends with the call; null where the call is not the end of one.</summary>
    private static ConditionalAccessExpressionSyntax? ConditionalAccessAround(ExpressionSyntax call)
    {
        ConditionalAccessExpressionSyntax? conditional = null;
        for (SyntaxNode current = call; current.Parent is ConditionalAccessExpressionSyntax parent && parent.WhenNotNull == current; current = parent)
        {
            conditional = parent;
        }

        return conditional;
    }

    /// <summary>
    /// Whether a position is asked what it is, here or through a variable. A position near the end makes a test of the end; one that
    /// only serves to cut the id there is no test.
    /// </summary>
    private bool IsComparedPosition(ExpressionSyntax position)
    {
        ExpressionSyntax place = ConditionalAccessAround(position) ?? position;
        while (place.Parent is ParenthesizedExpressionSyntax parenthesized)
        {
            place = parenthesized;
        }

        switch (place.Parent)
        {
            case BinaryExpressionSyntax comparison:
                return _model.GetConstantValue(comparison.Left == place ? comparison.Right : comparison.Left, _cancellationToken).HasValue;
            case IsPatternExpressionSyntax or SwitchExpressionSyntax or SwitchStatementSyntax:
                return true;
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var name, Parent.Parent: LocalDeclarationStatementSyntax declaration } }:
                return declaration.Parent is { } body && body.DescendantNodes().Any(node =>
                    node is IdentifierNameSyntax { Parent: BinaryExpressionSyntax or IsPatternExpressionSyntax or SwitchExpressionSyntax or SwitchStatementSyntax } use
                    && use.Identifier.ValueText == name
                    && IsComparedPosition(use));
            default:
                return false;
        }
    }

    private static bool IsComparedWithReceiver(InvocationExpressionSyntax invocation) =>
        invocation is
        {
            Expression: MemberAccessExpressionSyntax { Expression: var receiver },
            Parent: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison,
        }
        && SyntaxFactory.AreEquivalent(comparison.Left == invocation ? comparison.Right : comparison.Left, receiver);

    private bool IsIdOfModel(InvocationExpressionSyntax invocation)
    {
        ExpressionSyntax? receiver = (invocation.Expression as MemberAccessExpressionSyntax)?.Expression;
        while (receiver is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax inner } call && NameOf(call) is "ToLower" or "ToLowerInvariant")
        {
            receiver = inner.Expression;
        }

        return receiver is not null
            && FailScopeTypes.ReferencedBy(_model.Compilation) is { Model: { } type }
            && _model.GetSymbolInfo(receiver, _cancellationToken).Symbol is IPropertySymbol { Name: "Id" } property
            && SymbolEqualityComparer.Default.Equals(property.ContainingType, type);
    }

    /// <summary>Whether an expression is <c>id.Split(':')</c>, also through a local.</summary>
    /// <param name="parts">The expression.</param>
    /// <param name="id">What was split; null where it was elsewhere, and may have changed since.</param>
    private bool IsSplitOnColon(ExpressionSyntax parts, out ExpressionSyntax? id)
    {
        parts = HeldText.Unwrap(parts);
        id = null;
        ExpressionSyntax? split = parts is IdentifierNameSyntax ? HeldText.InitializerOf(parts, _model, _cancellationToken) : parts;
        if (split is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments: [{ Expression: var separator }, ..] arguments } call
            || split.SyntaxTree != _model.SyntaxTree
            || NameOf(call) != "Split"
            || _model.GetConstantValue(separator, _cancellationToken).Value is not (':' or ":")
            || _model.GetSymbolInfo(call, _cancellationToken).Symbol is not IMethodSymbol { ContainingType.SpecialType: SpecialType.System_String }
            || arguments.Skip(1).Any(argument => _model.GetTypeInfo(argument.Expression, _cancellationToken).ConvertedType?.Name != nameof(StringSplitOptions)))
        {
            return false;
        }

        id = split == parts ? access.Expression : null;
        return true;
    }

    private bool IsTestOfParts(LambdaExpressionSyntax lambda, out InvocationExpressionSyntax? any, out ExpressionSyntax? id)
    {
        any = null;
        id = null;
        if (lambda.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument
            || NameOf(call) is not ("Any" or "Exists" or "Count" or "Where" or "FirstOrDefault"))
        {
            return false;
        }

        ExpressionSyntax? parts = call.ArgumentList.Arguments is [var first, ..] && first != argument
            ? first.Expression
            : (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        any = call;
        return parts is not null && IsSplitOnColon(parts, out id);
    }

    /// <summary>Whether an element of a collection that is written out, or of a variable that is set to one, is the suffix.</summary>
    private bool HoldsSuffix(ExpressionSyntax container)
    {
        container = HeldText.Unwrap(container);
        container = container is IdentifierNameSyntax or MemberAccessExpressionSyntax
            ? HeldText.InitializerOf(container, _model, _cancellationToken) ?? container
            : container;
        IEnumerable<ExpressionSyntax> elements = container switch
        {
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
            InitializerExpressionSyntax initializer => initializer.Expressions,
            BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression),
            _ => [],
        };

        return elements.Any(element => element.SyntaxTree == _model.SyntaxTree
            ? FreeWords.IsSuffix(HeldText.Of(element, _model, _cancellationToken))
            : element is LiteralExpressionSyntax { Token.Value: string literal } && FreeWords.IsSuffix(literal));
    }

    /// <summary>Whether a test given to <c>Any</c> looks for its argument in a string: <c>id.Contains</c>, <c>m => id.Contains(m)</c>.</summary>
    private bool IsSearch(ExpressionSyntax test)
    {
        ExpressionSyntax? search = test switch
        {
            SimpleLambdaExpressionSyntax { ExpressionBody: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax argument }, ..] } call } lambda
                when argument.Identifier.ValueText == lambda.Parameter.Identifier.ValueText => call.Expression,
            MemberAccessExpressionSyntax access => access,
            _ => null,
        };

        return search is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Contains" }
            && _model.GetSymbolInfo(search, _cancellationToken) is var info
            && (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is IMethodSymbol { ContainingType.SpecialType: SpecialType.System_String };
    }

    private void Add(FreeVariantFlaw flaw, ExpressionSyntax node, ExpressionSyntax? id = null, FreeVariantAnswer answer = FreeVariantAnswer.Boolean, string? name = null, Location? location = null)
    {
        ExpressionSyntax? call = id is null || ExpressionTrees.Contain(node, _model, _cancellationToken) ? null
            : ConditionalAccessAround(node) ?? node;
        Location where = location ?? LocationOf(node);
        _tests[where] = new FreeVariantTest(flaw, where, name ?? where.SourceTree!.GetText(_cancellationToken).ToString(where.SourceSpan), call, call is null ? null : id, answer);
    }

    private void Add(FreeVariantFlaw flaw, AttributeSyntax attribute)
    {
        Location where = attribute.GetLocation();
        _tests[where] = new FreeVariantTest(flaw, where, attribute.ToString());
    }

    /// <summary>The name of a call and its arguments: its receiver can be a long query.</summary>
    private static Location LocationOf(ExpressionSyntax node)
    {
        int start = node is InvocationExpressionSyntax invocation
            ? invocation.Expression switch
            {
                MemberAccessExpressionSyntax access => access.Name.SpanStart,
                MemberBindingExpressionSyntax binding => binding.Name.SpanStart,
                _ => node.SpanStart,
            }
            : node.SpanStart;
        return Location.Create(node.SyntaxTree, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(start, node.Span.End));
    }
}
