using FailScope.Generators.Analyzers.Use.ScopeKeys;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FailScope.Generators.Analyzers.Use;

/// <summary>A key that is built from text although a catalog generates it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandMadeScopeKeyAnalyzer() : FailScopeTypesAnalyzer(Descriptors.HandMadeScopeKey)
{
    private protected override void Start(CompilationStartAnalysisContext context, FailScopeTypes types)
    {
        var annotations = new ScopeKeyAnnotations(types, context.Compilation);
        var flow = new ScopeKeyFlow(types, annotations);
        context.RegisterOperationAction(
            context => AnalyzeComparison(context, flow),
            OperationKind.Binary,
            OperationKind.Invocation);

        // Without a catalog, string keys are allowed, because no keys are generated.
        var hasCatalog = new Lazy<bool>(() => HasCatalog(context.Compilation.Assembly.GlobalNamespace, types));
        ScopeKeyPlaces.Register(context, annotations, (context, place) => AnalyzePlace(context, place, flow, hasCatalog));
    }

    private static void AnalyzeComparison(OperationAnalysisContext context, ScopeKeyFlow flow)
    {
        if (ScopeKeyComparison.Of(context.Operation) is not { } comparison)
        {
            return;
        }

        Check(comparison.Left, comparison.Right);
        Check(comparison.Right, comparison.Left);

        void Check(IOperation text, IOperation key)
        {
            // Two keys of different kinds never match: another rule reports that.
            if (flow.Join(text) is { Origin: ScopeKeyOrigin.HandMade } made
                && flow.Join(key) is { Origin: ScopeKeyOrigin.Type } minted
                && !minted.Kinds.ContradictsTo(made.Kinds))
            {
                Report(context, made, "it is never equal to a key that a catalog generates");
            }
        }
    }

    private static void AnalyzePlace(OperationAnalysisContext context, ScopeKeyPlace place, ScopeKeyFlow flow, Lazy<bool> hasCatalog)
    {
        // A method that returns a hand-made key is the place where the program builds its keys.
        if (place.Symbol is IMethodSymbol)
        {
            return;
        }

        foreach (ScopeKeySource source in flow.Sources(place.Value))
        {
            if (source.Origin == ScopeKeyOrigin.HandMade && !source.Kinds.ContradictsTo(place.Kinds) && hasCatalog.Value)
            {
                Report(context, source, "use the key that the catalog generates");
            }
        }
    }

    private static bool HasCatalog(INamespaceSymbol space, FailScopeTypes types) =>
        space.GetMembers().Any(member => member switch
        {
            INamespaceSymbol inner => HasCatalog(inner, types),
            INamedTypeSymbol type => IsCatalog(type, types),
            _ => false,
        });

    private static bool IsCatalog(INamedTypeSymbol type, FailScopeTypes types) =>
        type.GetAttributes().Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, types.ModelCatalogAttribute))
        || type.GetTypeMembers().Any(nested => IsCatalog(nested, types));

    private static void Report(OperationAnalysisContext context, ScopeKeySource made, string advice) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.HandMadeScopeKey,
            made.Operation.Syntax.GetLocation(),
            made.Operation.Syntax.ToString(),
            made.Kinds,
            advice));
}
