namespace FailScope;

/// <summary>The answer of a turn, and how the turn came to it.</summary>
/// <typeparam name="TResult">What a call returns.</typeparam>
/// <param name="Value">The answer.</param>
/// <param name="Trail">What was tried, what was passed over, and who answered.</param>
public readonly record struct FallbackResult<TResult>(TResult Value, FallbackTrail Trail);
