using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>
/// Finds code in a file that tests a model id for <c>:free</c> incorrectly. It starts from the words in the file's text
/// (<see cref="FreeWords"/>), so that a file without them costs nothing, and checks the operation that uses each word: a call
/// (<see cref="TextCalls"/>, <see cref="RegexCalls"/>), a comparison (<see cref="SplitParts"/>), or a collection of texts
/// (<see cref="TextCollections"/>).
/// </summary>
internal sealed class FreeVariantFinder
{
    private static readonly ConditionalWeakTable<SemanticModel, StrongBox<ImmutableArray<FreeVariantTest>>> Found = new();

    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;
    private readonly TextValues _values;
    private readonly FreeVariantTests _tests;
    private readonly TextCalls _textCalls;
    private readonly RegexCalls _regexCalls;
    private readonly SplitParts _splitParts;
    private readonly TextCollections _collections;

    private FreeVariantFinder(SemanticModel model, CancellationToken cancellationToken)
    {
        _model = model;
        _cancellationToken = cancellationToken;
        _values = new(model, cancellationToken);
        _tests = new(cancellationToken);
        _splitParts = new(_values, _tests);
        _textCalls = new(_splitParts, _tests, FailScopeTypes.ReferencedBy(model.Compilation)?.Model);
        _regexCalls = new(_tests);
        _collections = new(_values, _tests);
    }

    internal static ImmutableArray<FreeVariantTest> Find(SemanticModel model, CancellationToken cancellationToken)
    {
        if (!Found.TryGetValue(model, out StrongBox<ImmutableArray<FreeVariantTest>>? found))
        {
            // Two rules and their code fix use the same result.
            found = new(new FreeVariantFinder(model, cancellationToken).Find());
            Found.GetValue(model, _ => found);
        }

        return found.Value;
    }

    private ImmutableArray<FreeVariantTest> Find()
    {
        foreach (SyntaxToken token in FreeWords.In(_model.SyntaxTree, _cancellationToken))
        {
            if (TextSyntax.ExpressionOf(token) is { } expression)
            {
                Visit(expression);
            }
        }

        return _tests.InOrder();
    }

    private void Visit(ExpressionSyntax expression, bool isReference = false)
    {
        ExpressionSyntax text = TextSyntax.Whole(expression);
        if (expression is LiteralExpressionSyntax { Token.Value: string literal } && FreePattern.IsLike(literal))
        {
            _tests.Add(FreeVariantFlaw.Substring, expression);
        }
        else if (text.Parent is AttributeArgumentSyntax { Parent.Parent: AttributeSyntax attribute } argument)
        {
            _regexCalls.Visit(attribute, argument, _model, _cancellationToken);
        }
        else if (TextSyntax.CollectionOf(text) is { } collection)
        {
            VisitCollection(collection, text);
        }
        else if (TextSyntax.VariableOf(text) is { } variable)
        {
            // A second variable that is assigned the first is not followed. This is rare, and properties can refer to each other
            // in a cycle.
            if (!isReference)
            {
                VisitReferences(variable);
            }
        }
        else if (TextSyntax.CanBeSearchedFor(text) && OperationOf(text) is { } operation)
        {
            VisitUse(operation, isReference);
        }
    }

    private void VisitUse(IOperation text, bool isReference)
    {
        IOperation use = FreeVariantOperations.LastCopyOf(text);
        switch (use.Parent)
        {
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                VisitArgument(call, argument, text);
                break;

            case IArgumentOperation { Parent: IObjectCreationOperation creation } argument:
                _regexCalls.Visit(creation, argument, _values.TextOf(text));
                break;

            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                VisitComparison(comparison.LeftOperand == use ? comparison.RightOperand : comparison.LeftOperand, comparison, text);
                break;

            case IConstantPatternOperation { Parent: IIsPatternOperation comparison }:
                VisitComparison(comparison.Value, comparison, text);
                break;

            case IInvocationOperation call when call.Instance == use:
                _collections.VisitReceiver(call, use);
                break;

            default:
                if (!isReference && use.Syntax is ExpressionSyntax value && TextSyntax.VariableOf(value) is { } variable)
                {
                    VisitReferences(variable);
                }

                break;
        }
    }

    private void VisitArgument(IInvocationOperation call, IArgumentOperation argument, IOperation text)
    {
        string? value = _values.TextOf(text);
        if (RegexCalls.IsRegex(call.TargetMethod.ContainingType))
        {
            _regexCalls.Visit(call, argument, value);
        }
        else if (FreeWords.IsSuffix(value))
        {
            _textCalls.VisitSuffix(call, argument);
        }
        else if (FreeWords.IsVariant(value))
        {
            _textCalls.VisitVariant(call, argument);
        }
        else if (call.TargetMethod.Name is "Like" or "ILike" && value is { Length: > 0 } && FreePattern.IsLike(value))
        {
            _tests.Add(FreeVariantFlaw.Substring, call);
        }
        else if (value is null)
        {
            _collections.VisitArgument(call, argument);
        }
    }

    private void VisitComparison(IOperation part, IOperation comparison, IOperation text)
    {
        if (FreeWords.IsVariant(_values.TextOf(text)))
        {
            _splitParts.VisitComparison(part, comparison);
        }
    }

    private void VisitCollection(ExpressionSyntax collection, ExpressionSyntax text)
    {
        if (OperationOf(text) is not { } operation || !FreeWords.IsSuffix(_values.TextOf(operation)))
        {
            return;
        }

        if (TextSyntax.VariableOf(collection) is { } variable)
        {
            VisitReferences(variable);
        }
        else if (OperationOf(collection) is { } texts)
        {
            _collections.Visit(texts);
        }
    }

    /// <summary>Visits the uses of a variable. If its name contains "free", they are found by that word anyway.</summary>
    private void VisitReferences(string variable)
    {
        if (FreeWords.Contains(variable, FreeWords.Variant))
        {
            return;
        }

        foreach (SyntaxToken token in FreeWords.Named(variable, _model.SyntaxTree, _cancellationToken))
        {
            if (TextSyntax.ExpressionOf(token) is { } reference)
            {
                Visit(reference, isReference: true);
            }
        }
    }

    // Parentheses and the null-forgiving operator are not operations.
    private IOperation? OperationOf(ExpressionSyntax expression) => _model.GetOperation(TextSyntax.WithoutParentheses(expression), _cancellationToken);
}
