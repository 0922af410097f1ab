using System.Globalization;

#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>One row of the table of effects.</summary>
/// <param name="Group">Which models are retired: those that have this in common with the failed model.</param>
/// <param name="Spares">Which models of the group are not retired.</param>
/// <param name="Scope">The scope key of what is lost; <see cref="ScopeKind.None"/> if nothing outlasts the request.</param>
/// <param name="Loss">The corresponding outage that a chain can survive; <see cref="LossOf.None"/> if there is none.</param>
/// <param name="LossFormat">The outage in words, with <c>{0}</c> for the name of the resource; null if there is none.</param>
internal readonly record struct RetireRule(RetireGroup Group, SparedModels Spares, ScopeKind Scope, LossOf Loss, string? LossFormat)
{
    /// <summary>The outage in words, for example <c>credit of Main</c>.</summary>
    internal string DescribeLoss(string name) => string.Format(CultureInfo.InvariantCulture, LossFormat!, name);
}
