#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>Which models of a group a retirement spares.</summary>
internal enum SparedModels
{
    /// <summary>None: the whole group is retired.</summary>
    None = 0,

    /// <summary>The free ones, unless the model that failed is free itself: what is refused to a free model has nothing to do with its price.</summary>
    Free = 1,

    /// <summary>The priced ones.</summary>
    Priced = 2,
}
