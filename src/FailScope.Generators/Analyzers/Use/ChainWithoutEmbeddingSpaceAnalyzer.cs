using System.Collections.Immutable;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use;

/// <summary>A chain whose models declare no embedding space, used for an embedding generator.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChainWithoutEmbeddingSpaceAnalyzer() : FailScopeTypesAnalyzer(Descriptors.ChainWithoutEmbeddingSpace)
{
    private const string Generator = "FallbackEmbeddingGenerator";

    private protected override void Start(CompilationStartAnalysisContext context, FailScopeTypes types)
    {
        if (types.FallbackChain is { } chain && context.Compilation.GetTypeByMetadataName($"FailScope.{Generator}`2") is { } generator)
        {
            context.RegisterOperationAction(context => AnalyzeCreation(context, generator, chain), OperationKind.ObjectCreation);
            context.RegisterOperationAction(context => AnalyzeCall(context, generator, chain), OperationKind.Invocation);
        }
    }

    private static void AnalyzeCreation(OperationAnalysisContext context, INamedTypeSymbol generator, INamedTypeSymbol chain)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (SymbolEqualityComparer.Default.Equals(creation.Type?.OriginalDefinition, generator))
        {
            Check(context, creation.Arguments, chain);
        }
    }

    // AddFallbackEmbeddingGenerator and its keyed variant.
    private static void AnalyzeCall(OperationAnalysisContext context, INamedTypeSymbol generator, INamedTypeSymbol chain)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name.EndsWith(Generator, StringComparison.Ordinal)
            && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingAssembly, generator.ContainingAssembly))
        {
            Check(context, call.Arguments, chain);
        }
    }

    private static void Check(OperationAnalysisContext context, ImmutableArray<IArgumentOperation> arguments, INamedTypeSymbol chain)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (SymbolEqualityComparer.Default.Equals(argument.Parameter?.Type, chain)
                && argument.Value is IPropertyReferenceOperation { Property: { IsStatic: true } property }
                && LacksSpaces(property, chain))
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.ChainWithoutEmbeddingSpace, argument.Value.Syntax.GetLocation(), property.Name));
            }
        }
    }

    // Read from the attributes, because the catalog may be in another project. If only some models declare a space, FSC2015 reports the others.
    private static bool LacksSpaces(IPropertySymbol property, INamedTypeSymbol chain)
    {
        if (Find(property, chain, "FallbackChainAttribute") is not { ConstructorArguments: [{ Kind: TypedConstantKind.Array, IsNull: false } models] })
        {
            return false;
        }

        bool any = false;
        foreach (TypedConstant name in models.Values)
        {
            IPropertySymbol? model = name.Value is string text ? property.ContainingType.GetMembers(text).OfType<IPropertySymbol>().FirstOrDefault() : null;
            if (model is null || Find(model, chain, "ModelAttribute") is not { } attribute)
            {
                // Invalid; the catalog rules report why.
                return false;
            }

            any = true;
            foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
            {
                if (argument.Key == "EmbeddingSpace" && !string.IsNullOrWhiteSpace(argument.Value.Value as string))
                {
                    return false;
                }
            }
        }

        return any;
    }

    private static AttributeData? Find(IPropertySymbol property, INamedTypeSymbol chain, string attribute) =>
        property.GetAttributes().FirstOrDefault(data =>
            data.AttributeClass?.Name == attribute && SymbolEqualityComparer.Default.Equals(data.AttributeClass.ContainingAssembly, chain.ContainingAssembly));
}
