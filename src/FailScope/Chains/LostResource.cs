namespace FailScope;

/// <summary>A resource that a chain can lose: the credit of an account, a key, a provider, a model, an allowance of free requests, the usage window of a plan.</summary>
public sealed class LostResource
{
    internal LostResource(LossOf kind, string name, IScopeKey scope)
    {
        Kind = kind;
        Name = name;
        Scope = scope;
    }

    /// <summary>What is lost; a single flag.</summary>
    public LossOf Kind { get; }

    /// <summary>The name of the account, credential, provider or model.</summary>
    public string Name { get; }

    /// <summary>The scope key under which the loss would be remembered between turns.</summary>
    public IScopeKey Scope { get; }

    /// <summary>The loss in words, as <c>credit of Main</c>.</summary>
    public override string ToString() => RetireRules.For(Kind).DescribeLoss(Name);
}
