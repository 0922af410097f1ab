using System.Globalization;

#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>One row of the table of effects.</summary>
/// <param name="Group">Which models are retired: those that have this in common with the one that failed.</param>
/// <param name="Spares">Which models of the group are spared.</param>
/// <param name="Scope">The scope key that names what is lost; <see cref="ScopeKind.None"/> where it is nothing that outlasts the request.</param>
/// <param name="Loss">The same as an outage that a chain can survive; <see cref="LossOf.None"/> where it is not one of those.</param>
/// <param name="LossFormat">The outage in words, with <c>{0}</c> for the name of the thing; null where there is none.</param>
internal readonly record struct RetireRule(RetireGroup Group, SparedModels Spares, ScopeKind Scope, LossOf Loss, string? LossFormat)
{
    /// <summary>The outage in words, as <c>credit of Main</c>.</summary>
    internal string DescribeLoss(string name) => string.Format(CultureInfo.InvariantCulture, LossFormat!, name);
}
