#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>What a model must have in common with the failed model to be retired with it.</summary>
internal enum RetireGroup
{
    /// <summary>It is the same model.</summary>
    Model = 0,

    /// <summary>The credential.</summary>
    Credential = 1,

    /// <summary>The billing account.</summary>
    Account = 2,

    /// <summary>The provider.</summary>
    Provider = 3,

    /// <summary>A declared context window that is not larger.</summary>
    ContextWindow = 4,
}
