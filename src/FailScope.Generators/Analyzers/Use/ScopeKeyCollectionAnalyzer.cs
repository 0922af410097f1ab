using System.Collections.Concurrent;
using FailScope.Generators.Analyzers.Use.ScopeKeys;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FailScope.Generators.Analyzers.Use;

/// <summary>
/// A collection for keys of any kind: a lookup of a kind that is never added, or several kinds in one collection. Both depend
/// on all uses of the collection in a type, so one analyzer reports both.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScopeKeyCollectionAnalyzer() : FailScopeTypesAnalyzer(Descriptors.ScopeKeyNeverInCollection, Descriptors.ScopeKeysMixedInCollection)
{
    private protected override void Start(CompilationStartAnalysisContext context, FailScopeTypes types)
    {
        var flow = new ScopeKeyFlow(types, new ScopeKeyAnnotations(types, context.Compilation));

        // Nested types can also use a private member, so uses are collected per outermost type.
        var gathered = new ConcurrentDictionary<ISymbol, ScopeKeyCollectionUses>(SymbolEqualityComparer.Default);
        context.RegisterSymbolStartAction(
            context =>
            {
                ISymbol outermost = context.Symbol;
                while (outermost.ContainingType is { } containing)
                {
                    outermost = containing;
                }

                ScopeKeyCollectionUses uses = gathered.GetOrAdd(outermost, _ => new ScopeKeyCollectionUses(flow));
                context.RegisterOperationAction(
                    context => uses.Read(context.Operation),
                    OperationKind.Invocation,
                    OperationKind.PropertyReference,
                    OperationKind.FieldReference,
                    OperationKind.LocalReference,
                    OperationKind.FieldInitializer,
                    OperationKind.PropertyInitializer,
                    OperationKind.VariableDeclarator);

                // Symbol end actions run for nested types before their containing type.
                if (context.Symbol.ContainingType is null)
                {
                    context.RegisterSymbolEndAction(context =>
                    {
                        gathered.TryRemove(context.Symbol, out _);
                        Report(context, uses);
                    });
                }
            },
            SymbolKind.NamedType);
    }

    private static void Report(SymbolAnalysisContext context, ScopeKeyCollectionUses uses)
    {
        foreach (ScopeKeyCollection collection in uses.Collections)
        {
            ScopeKinds kept = collection.Added.Aggregate(default(ScopeKinds), (kinds, use) => kinds | use.Kinds);
            if (collection.IsWhole && collection.Added.All(use => use.Kinds.IsKnown))
            {
                foreach (ScopeKeyUse sought in collection.Sought.Where(use => use.Kinds.ContradictsTo(kept)))
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        Descriptors.ScopeKeyNeverInCollection, sought.Key.GetLocation(), collection.Symbol.Name, kept, sought.Kinds));
                }
            }

            ScopeKeyUse[] added = [.. collection.Added.Where(use => use.Kinds.IsKnown).OrderBy(use => use.Key.SpanStart)];
            foreach (ScopeKeyUse other in added.Where(use => use.Kinds.ContradictsTo(added[0].Kinds)))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.ScopeKeysMixedInCollection, other.Key.GetLocation(), collection.Symbol.Name, added[0].Kinds, other.Kinds));
            }
        }
    }
}
