namespace FailScope.Generators.Diagnostics;

internal static partial class DiagnosticIds
{
    // The lists themselves.
    internal const string UnreadablePriceList = "FSC4001";
    internal const string UnknownPriceListFormat = "FSC4002";
    internal const string OldPriceList = "FSC4003";
    internal const string PriceListSetting = "FSC4004";

    // Whether a list contains the model.
    internal const string UnlistedModel = "FSC4010";
    internal const string UnlistedFreeVariant = "FSC4011";
    internal const string ExpiringModel = "FSC4012";
    internal const string ExpiredModel = "FSC4013";
    internal const string MissingPriceListEntry = "FSC4014";

    // Differences between list and declaration.
    internal const string PriceDiffers = "FSC4020";
    internal const string ContextWindowDiffers = "FSC4021";
    internal const string DeniedCapability = "FSC4022";
    internal const string DynamicPrice = "FSC4023";
    internal const string UndeclaredPrice = "FSC4024";
    internal const string MaxOutputDiffers = "FSC4025";

    // Whether the model costs anything.
    internal const string FreeButListedWithPrice = "FSC4030";
    internal const string PricedButListedFree = "FSC4031";
}
