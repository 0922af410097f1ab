namespace FailScope;

/// <summary>A resource that a chain can lose: an account's credit, a key, a provider, a model, a quota of free requests, or a plan's usage limit.</summary>
public sealed class LostResource
{
    internal LostResource(LossOf kind, string name, IScopeKey scope)
    {
        Kind = kind;
        Name = name;
        Scope = scope;
    }

    /// <summary>The kind of loss; a single flag.</summary>
    public LossOf Kind { get; }

    /// <summary>The name of the account, credential, provider or model.</summary>
    public string Name { get; }

    /// <summary>The scope key under which the loss would be remembered between turns.</summary>
    public IScopeKey Scope { get; }

    /// <summary>The loss in words, for example <c>credit of Main</c>.</summary>
    public override string ToString() => RetireRules.For(Kind).DescribeLoss(Name);
}
