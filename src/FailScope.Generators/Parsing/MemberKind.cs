namespace FailScope.Generators.Parsing;

/// <summary>The five kinds of catalog member.</summary>
internal enum MemberKind
{
    Provider,
    BillingAccount,
    Credential,
    Model,
    FallbackChain,
}

internal static class MemberKinds
{
    /// <summary>The kind, for messages.</summary>
    internal static string Describe(this MemberKind kind) => kind switch
    {
        MemberKind.Provider => "provider",
        MemberKind.BillingAccount => "billing account",
        MemberKind.Credential => "credential",
        MemberKind.Model => "model",
        _ => "fallback chain",
    };
}
