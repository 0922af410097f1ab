namespace FailScope.Testing;

/// <summary>Assertions on the trail of a turn, for any test framework. Each returns the trail, so that they can be chained.</summary>
public static class FallbackTrailAssertions
{
    /// <summary>These models were tried, in this order, and no others.</summary>
    /// <param name="trail">The trail; null where the answer has none.</param>
    /// <param name="models">The models, the one that answered included.</param>
    /// <exception cref="FallbackAssertionException">Others were tried, or in another order.</exception>
    public static FallbackTrail ShouldHaveTried(this FallbackTrail? trail, params Model[] models)
    {
        ArgumentNullException.ThrowIfNull(models);
        FallbackTrail known = NotNull(trail);
        return Check(known, known.Attempts.Select(attempt => attempt.Model).SequenceEqual(models), $"tried {Names(models)}", $"tried {Names(known.Attempts.Select(attempt => attempt.Model))}");
    }

    /// <summary>This model answered.</summary>
    /// <param name="trail">The trail; null where the answer has none.</param>
    /// <param name="model">The model.</param>
    /// <exception cref="FallbackAssertionException">Another answered, or none did.</exception>
    public static FallbackTrail ShouldHaveBeenAnsweredBy(this FallbackTrail? trail, Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        FallbackTrail known = NotNull(trail);
        return Check(known, known.AnsweredBy == model, $"been answered by {model.Name}", known.AnsweredBy is { } other ? $"been answered by {other.Name}" : "been answered by no model");
    }

    /// <summary>No model answered.</summary>
    /// <param name="trail">The trail; null where the answer has none.</param>
    /// <exception cref="FallbackAssertionException">A model answered.</exception>
    public static FallbackTrail ShouldHaveBeenExhausted(this FallbackTrail? trail)
    {
        FallbackTrail known = NotNull(trail);
        return Check(known, known.AnsweredBy is null, "been answered by no model", $"been answered by {known.AnsweredBy?.Name}");
    }

    /// <summary>This model was tried and failed in this way.</summary>
    /// <param name="trail">The trail; null where the answer has none.</param>
    /// <param name="model">The model.</param>
    /// <param name="kind">How it failed.</param>
    /// <exception cref="FallbackAssertionException">It was not tried, it answered, or it failed otherwise.</exception>
    public static FallbackTrail ShouldHaveFailed(this FallbackTrail? trail, Model model, FailureKind kind)
    {
        ArgumentNullException.ThrowIfNull(model);
        FallbackTrail known = NotNull(trail);
        FallbackAttempt? attempt = known.Attempts.FirstOrDefault(attempt => attempt.Model == model);
        return Check(
            known,
            attempt?.Failure?.Kind == kind,
            $"failed at {model.Name} with {kind}",
            attempt is null ? $"not tried {model.Name}" : attempt.Failure is { } failure ? $"failed there with {failure.Kind}" : $"been answered by {model.Name}");
    }

    /// <summary>This model was not called because an earlier failure retired a scope that it belongs to.</summary>
    /// <param name="trail">The trail; null where the answer has none.</param>
    /// <param name="model">The model.</param>
    /// <param name="scope">The scope: the key, the money, the allowance or the provider.</param>
    /// <exception cref="FallbackAssertionException">It was called, was not reached, or was passed over for another reason.</exception>
    public static FallbackTrail ShouldHaveSkipped(this FallbackTrail? trail, Model model, ScopeKind scope)
    {
        (FallbackTrail known, SkippedModel? skipped) = Find(trail, model);
        return Check(known, skipped?.Scope?.Kind == scope, $"skipped {model.Name} because of its {scope} scope", Tell(model, skipped));
    }

    /// <summary>This model was not called, for this reason.</summary>
    /// <param name="trail">The trail; null where the answer has none.</param>
    /// <param name="model">The model.</param>
    /// <param name="reason">The reason.</param>
    /// <exception cref="FallbackAssertionException">It was called, was not reached, or was passed over for another reason.</exception>
    public static FallbackTrail ShouldHaveSkipped(this FallbackTrail? trail, Model model, SkipReason reason)
    {
        (FallbackTrail known, SkippedModel? skipped) = Find(trail, model);
        return Check(known, skipped?.Reason == reason, $"skipped {model.Name} because of {reason}", Tell(model, skipped));
    }

    /// <summary>No model was passed over.</summary>
    /// <param name="trail">The trail; null where the answer has none.</param>
    /// <exception cref="FallbackAssertionException">One was.</exception>
    public static FallbackTrail ShouldHaveSkippedNone(this FallbackTrail? trail)
    {
        FallbackTrail known = NotNull(trail);
        return Check(known, known.Skipped.Count == 0, "skipped no model", $"skipped {Names(known.Skipped.Select(skipped => skipped.Model))}");
    }

    private static (FallbackTrail Trail, SkippedModel? Skipped) Find(FallbackTrail? trail, Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        FallbackTrail known = NotNull(trail);
        return (known, known.Skipped.FirstOrDefault(skipped => skipped.Model == model));
    }

    private static string Tell(Model model, SkippedModel? skipped) => skipped switch
    {
        null => $"not skipped {model.Name}",
        { Scope: { } scope } => $"skipped it because of its {scope.Kind} scope",
        _ => $"skipped it because of {skipped.Reason}",
    };

    private static string Names(IEnumerable<Model> models) => string.Join(", ", models.Select(model => model.Name)) is { Length: > 0 } names ? names : "no model";

    private static FallbackTrail Check(FallbackTrail trail, bool holds, string expected, string actual) => holds
        ? trail
        : throw new FallbackAssertionException($"The turn should have {expected}, and has {actual}.\n{trail}");

    private static FallbackTrail NotNull(FallbackTrail? trail) => trail ?? throw new FallbackAssertionException(
        "The answer has no trail. Either the chain's first model answered, which is only recorded with the option ReportFirstChoice, or the answer did not come through a fallback client.");
}
