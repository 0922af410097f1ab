namespace FailScope.Generators.Diagnostics;

internal static partial class DiagnosticIds
{
    // Shape and references.
    internal const string CatalogClassShape = "FSC1001";
    internal const string CatalogMemberShape = "FSC1002";
    internal const string EmptyArgument = "FSC1003";
    internal const string UnknownReference = "FSC1004";
    internal const string WrongKindOfReference = "FSC1005";
    internal const string ForeignReference = "FSC1006";
    internal const string AccountOfOtherProvider = "FSC1007";

    // Addresses and keys.
    internal const string InvalidEndpoint = "FSC1008";
    internal const string UnencryptedEndpoint = "FSC1009";
    internal const string ApiKeyInCatalog = "FSC1010";

    // Prices and token counts, and whether a model is free.
    internal const string InvalidPrice = "FSC1011";
    internal const string InvalidTokenCount = "FSC1012";
    internal const string OneSideZero = "FSC1013";
    internal const string PricedFreeVariant = "FSC1014";
    internal const string StackedFreeVariant = "FSC1015";
    internal const string AlmostFreeVariant = "FSC1016";
    internal const string FreeInName = "FSC1017";
    internal const string FreeWithPrice = "FSC1018";

    // The catalog as a whole.
    internal const string SameModelTwice = "FSC1019";
    internal const string UnsharedAccount = "FSC1020";
    internal const string ReservedName = "FSC1021";
    internal const string MemberWithoutAttribute = "FSC1022";
    internal const string ReferenceAsString = "FSC1023";
    internal const string LanguageVersion = "FSC1024";
    internal const string NotMarkedAsCatalog = "FSC1025";
}
