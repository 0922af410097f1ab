#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>
/// The distinct sets of models that a failure can retire: the columns of a retire table. Several failure kinds share an
/// effect, see <see cref="FailureRules"/>. The meaning of each effect is a row of <see cref="RetireRules"/>.
/// </summary>
/// <remarks>The numbers are compiled into retire tables. They never change; a new effect gets the next number.</remarks>
internal enum RetireEffect
{
    /// <summary>Only the failed model.</summary>
    Model = 0,

    /// <summary>Every model on the credential.</summary>
    Credential = 1,

    /// <summary>Priced models of the billing account; if the failed model is free, every model of the account.</summary>
    Credit = 2,

    /// <summary>Priced models on the credential; if the failed model is free, every model on the credential.</summary>
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
