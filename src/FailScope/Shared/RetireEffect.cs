#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>
/// The distinct sets of models that a failure can retire: the columns of a retire table. Several kinds of failure share an
/// effect, see <see cref="FailureRules"/>; what each effect means is a row of <see cref="RetireRules"/>.
/// </summary>
/// <remarks>The numbers are compiled into retire tables. They never change; a new effect gets the next one.</remarks>
internal enum RetireEffect
{
    /// <summary>The model alone.</summary>
    Model = 0,

    /// <summary>Every model on the credential.</summary>
    Credential = 1,

    /// <summary>Priced models of the billing account; every model of it when the one that failed is free.</summary>
    Credit = 2,

    /// <summary>Priced models on the credential; every model on it when the one that failed is free.</summary>
    KeyBudget = 3,

    /// <summary>Free models of the billing account.</summary>
    FreeQuota = 4,

    /// <summary>Every model at the provider.</summary>
    Provider = 5,

    /// <summary>Every model whose declared context window is not larger.</summary>
    ContextWindow = 6,

    /// <summary>Every model of the billing account, free or not.</summary>
    UsageLimit = 7,
}
