#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>
/// The distinct sets of models that a failure can retire: the columns of a retire table. Several kinds of failure share a
/// column; <see cref="FailureRules"/> says which.
/// </summary>
internal enum RetireEffect
{
    /// <summary>The model alone.</summary>
    Model = 0,

    /// <summary>Every model on the credential.</summary>
    Credential,

    /// <summary>Priced models of the billing account; every model of it when the one that failed is free.</summary>
    Credit,

    /// <summary>Priced models on the credential; every model on it when the one that failed is free.</summary>
    KeyBudget,

    /// <summary>Free models of the billing account.</summary>
    FreeQuota,

    /// <summary>Every model at the provider.</summary>
    Provider,

    /// <summary>Every model whose declared context window is not larger.</summary>
    ContextWindow,
}
