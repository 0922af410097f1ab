#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>Which models of a group are not retired.</summary>
internal enum SparedModels
{
    /// <summary>None: the whole group is retired.</summary>
    None = 0,

    /// <summary>The free ones, unless the failed model is free itself: then its failure has nothing to do with a price.</summary>
    Free = 1,

    /// <summary>The priced ones.</summary>
    Priced = 2,
}
