using FailScope.Generators.Analyzers.Chains;
using FailScope.Generators.Analyzers.PriceLists;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;
using FailScope.Generators.PriceLists;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FailScope.Generators.Analyzers.Catalog;

/// <summary>
/// All rules about catalogs and their chains. They are in one analyzer so that a catalog is parsed only once. Each rule has its
/// own file.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CatalogAnalyzer() : FailScopeTypesAnalyzer(
    Descriptors.CatalogClassShape,
    Descriptors.CatalogMemberShape,
    Descriptors.EmptyArgument,
    Descriptors.UnknownReference,
    Descriptors.WrongKindOfReference,
    Descriptors.ForeignReference,
    Descriptors.AccountOfOtherProvider,
    Descriptors.InvalidEndpoint,
    Descriptors.UnencryptedEndpoint,
    Descriptors.ApiKeyInCatalog,
    Descriptors.InvalidPrice,
    Descriptors.InvalidTokenCount,
    Descriptors.OneSideZero,
    Descriptors.PricedFreeVariant,
    Descriptors.StackedFreeVariant,
    Descriptors.AlmostFreeVariant,
    Descriptors.FreeInName,
    Descriptors.FreeWithPrice,
    Descriptors.SameModelTwice,
    Descriptors.UnsharedAccount,
    Descriptors.ReservedName,
    Descriptors.MemberWithoutAttribute,
    Descriptors.ReferenceAsString,
    Descriptors.LanguageVersion,
    Descriptors.NotMarkedAsCatalog,
    Descriptors.BrokenSurvivalContract,
    Descriptors.OneEmptyBalanceEndsChain,
    Descriptors.OneKeyBehindChain,
    Descriptors.OneProviderBehindChain,
    Descriptors.OneFreeQuotaBehindChain,
    Descriptors.EmptyChain,
    Descriptors.DuplicateInChain,
    Descriptors.UnreachableEntry,
    Descriptors.FreeFallsBackToPriced,
    Descriptors.SmallerContextWindow,
    Descriptors.MissingCapability,
    Descriptors.UndeclaredCapabilities,
    Descriptors.DifferentEmbeddingSpaces,
    Descriptors.TwoLossesEndChain,
    Descriptors.UnstatedSurvival,
    Descriptors.UnreadablePriceList,
    Descriptors.UnknownPriceListFormat,
    Descriptors.OldPriceList,
    Descriptors.PriceListSetting,
    Descriptors.UnlistedModel,
    Descriptors.UnlistedFreeVariant,
    Descriptors.ExpiringModel,
    Descriptors.ExpiredModel,
    Descriptors.MissingPriceListEntry,
    Descriptors.PriceDiffers,
    Descriptors.ContextWindowDiffers,
    Descriptors.DeniedCapability,
    Descriptors.DynamicPrice,
    Descriptors.UndeclaredPrice,
    Descriptors.MaxOutputDiffers,
    Descriptors.FreeButListedWithPrice,
    Descriptors.PricedButListedFree)
{
    private static readonly Action<CatalogDeclaration, CatalogReport>[] CatalogRules =
    [
        ParserProblems.Check,
        LanguageVersionRule.Check,
        ApiKeyRule.Check,
        UnencryptedEndpointRule.Check,
        OneSideZeroRule.Check,
        FreeVariantRules.Check,
        FreeWithPriceRule.Check,
        SameModelTwiceRule.Check,
        UnsharedAccountRule.Check,
        MemberWithoutAttributeRule.Check,
        ReferenceAsStringRule.Check,
    ];

    private static readonly Action<ChainView, CatalogReport>[] ChainRules =
    [
        SurvivalRules.Check,
        TwoLossesRule.Check,
        UnreachableEntryRule.Check,
        FreeFallsBackToPricedRule.Check,
        SmallerContextWindowRule.Check,
        CapabilityRules.Check,
        EmbeddingSpaceRule.Check,
    ];

    private static readonly Action<ModelDeclaration, ProjectPriceLists, CatalogReport>[] PriceListRules =
    [
        UnlistedModelRules.Check,
        ExpiryRules.Check,
        MissingEntryRule.Check,
        PriceDifferenceRule.Check,
        ContextWindowRule.Check,
        MaxOutputRule.Check,
        DeniedCapabilityRule.Check,
        ListedPriceRules.Check,
    ];

    private protected override void Start(CompilationStartAnalysisContext context, FailScopeTypes types)
    {
        if (types.ModelCatalogAttribute is { } attribute)
        {
            ProjectPriceLists lists = StartPriceLists(context);
            context.RegisterSymbolAction(context => Analyze(context, attribute, lists), SymbolKind.NamedType);
        }
    }

    private static ProjectPriceLists StartPriceLists(CompilationStartAnalysisContext context)
    {
        IReadOnlyList<PriceListFile> files = ProjectPriceLists.FilesOf(context.Options);
        if (files.Count == 0)
        {
            return ProjectPriceLists.None;
        }

        PriceListSettings settings = PriceListSettings.From(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        context.RegisterAdditionalFileAction(context =>
        {
            foreach (PriceListFile file in files.Where(file => file.Text == context.AdditionalFile))
            {
                PriceListFileRules.Check(file, settings, isFirst: file == files[0], context.ReportDiagnostic, context.CancellationToken);
            }
        });
        return ProjectPriceLists.Read(files, settings, context.CancellationToken);
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol catalogAttribute, ProjectPriceLists lists)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface))
        {
            return;
        }

        var report = new CatalogReport(type, context.ReportDiagnostic, context.CancellationToken);
        if (type.TypeKind != TypeKind.Class || !type.GetAttributes().Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, catalogAttribute)))
        {
            NotMarkedAsCatalogRule.Check(type, catalogAttribute, report);
            return;
        }

        CatalogDeclaration catalog = CatalogParser.Parse(type, context.Compilation, lists, context.CancellationToken);
        foreach (Action<CatalogDeclaration, CatalogReport> check in CatalogRules)
        {
            check(catalog, report);
        }

        foreach (ModelDeclaration model in catalog.Models)
        {
            foreach (Action<ModelDeclaration, ProjectPriceLists, CatalogReport> check in PriceListRules)
            {
                check(model, lists, report);
            }
        }

        foreach (ChainDeclaration chain in catalog.Chains)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var view = new ChainView(chain);
            foreach (Action<ChainView, CatalogReport> check in ChainRules)
            {
                check(view, report);
            }
        }
    }
}
