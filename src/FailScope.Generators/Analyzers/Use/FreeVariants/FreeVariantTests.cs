using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>Collects the tests in a file. A test that is found by two of its words is added once.</summary>
internal sealed class FreeVariantTests(CancellationToken cancellationToken)
{
    private readonly Dictionary<TextSpan, FreeVariantTest> _tests = [];

    internal ImmutableArray<FreeVariantTest> InOrder() => _tests.OrderBy(test => test.Key.Start).Select(test => test.Value).ToImmutableArray();

    /// <summary>Adds a test that is underlined as a whole and has no call to replace.</summary>
    internal void Add(FreeVariantFlaw flaw, SyntaxNode whole) => Add(new FreeVariantTest(flaw, whole.GetLocation(), whole.ToString()));

    /// <summary>Adds a call.</summary>
    /// <param name="flaw">What is wrong with it.</param>
    /// <param name="call">The call.</param>
    /// <param name="id">The model id that it reads; null if there is no single one.</param>
    /// <param name="answer">The result of the call.</param>
    internal void Add(FreeVariantFlaw flaw, IOperation call, ExpressionSyntax? id = null, FreeVariantAnswer answer = FreeVariantAnswer.Boolean)
    {
        var syntax = (ExpressionSyntax)call.Syntax;
        bool isReplaceable = id is not null && !ExpressionTrees.Contain(call);
        Location where = LocationOf(syntax);
        Add(new FreeVariantTest(
            flaw,
            where,
            syntax.SyntaxTree.GetText(cancellationToken).ToString(where.SourceSpan),
            isReplaceable ? ConditionalCalls.Around(syntax) ?? syntax : null,
            isReplaceable ? id : null,
            answer));
    }

    private void Add(FreeVariantTest test) => _tests[test.Location.SourceSpan] = test;

    /// <summary>The name of a call and its arguments, without the receiver, which can be a long query.</summary>
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
        return Location.Create(node.SyntaxTree, TextSpan.FromBounds(start, node.Span.End));
    }
}
