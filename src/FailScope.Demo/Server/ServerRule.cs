namespace FailScope.Demo.Server;

/// <summary>How the providers treat some models.</summary>
/// <param name="Applies">The models.</param>
/// <param name="Reply">What a call to one of them gets.</param>
internal sealed record ServerRule(Func<Model, bool> Applies, Reply Reply);
