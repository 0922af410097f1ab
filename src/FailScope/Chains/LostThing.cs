namespace FailScope;

/// <summary>One thing that can be lost: the credit of an account, a key, a provider, a model, an allowance of free requests.</summary>
public sealed record LostThing
{
    internal LostThing(LossOf kind, string name, IScopeKey scope)
    {
        Kind = kind;
        Name = name;
        Scope = scope;
    }

    /// <summary>What is lost of it; a single flag.</summary>
    public LossOf Kind { get; }

    /// <summary>The name of the account, credential, provider or model.</summary>
    public string Name { get; }

    /// <summary>The scope key of the thing.</summary>
    public IScopeKey Scope { get; }

    /// <summary>The loss in words, as <c>the credit of Main</c>.</summary>
    public override string ToString() => Kind switch
    {
        LossOf.Credit => $"the credit of {Name}",
        LossOf.Credential => $"the key {Name}",
        LossOf.Provider => $"the provider {Name}",
        LossOf.FreeQuota => $"the free requests of {Name}",
        _ => $"the model {Name}",
    };
}
