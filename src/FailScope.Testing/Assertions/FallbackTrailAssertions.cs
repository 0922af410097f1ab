namespace FailScope.Testing;

/// <summary>Assertions on the trail of a turn, for any test framework. Each returns the trail, so that they can be chained.</summary>
public static class FallbackTrailAssertions
{
    /// <summary>Asserts that these models were tried, in this order, and no others.</summary>
    /// <param name="trail">The trail; null if the response has none.</param>
    /// <param name="models">The models, including the one that answered.</param>
    /// <exception cref="FallbackAssertionException">Other models were tried, or in another order.</exception>
    public static FallbackTrail ShouldHaveTried(this FallbackTrail? trail, params Model[] models)
    {
        ArgumentNullException.ThrowIfNull(models);
        FallbackTrail known = NotNull(trail);
        return Check(known, known.Attempts.Select(attempt => attempt.Model).SequenceEqual(models), $"tried {Names(models)}", $"tried {Names(known.Attempts.Select(attempt => attempt.Model))}");
    }

    /// <summary>Asserts that this model answered.</summary>
    /// <param name="trail">The trail; null if the response has none.</param>
    /// <param name="model">The model.</param>
    /// <exception cref="FallbackAssertionException">Another model answered, or none did.</exception>
    public static FallbackTrail ShouldHaveBeenAnsweredBy(this FallbackTrail? trail, Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        FallbackTrail known = NotNull(trail);
        return Check(known, known.AnsweredBy == model, $"been answered by {model.Name}", known.AnsweredBy is { } other ? $"been answered by {other.Name}" : "been answered by no model");
    }

    /// <summary>Asserts that no model answered.</summary>
    /// <param name="trail">The trail; null if the response has none.</param>
    /// <exception cref="FallbackAssertionException">A model answered.</exception>
    public static FallbackTrail ShouldHaveBeenExhausted(this FallbackTrail? trail)
    {
        FallbackTrail known = NotNull(trail);
        return Check(known, known.AnsweredBy is null, "been answered by no model", $"been answered by {known.AnsweredBy?.Name}");
    }

    /// <summary>Asserts that this model was tried and failed with this kind.</summary>
    /// <param name="trail">The trail; null if the response has none.</param>
    /// <param name="model">The model.</param>
    /// <param name="kind">The kind of failure.</param>
    /// <exception cref="FallbackAssertionException">It was not tried, it answered, or it failed with another kind.</exception>
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

    /// <summary>Asserts that this model was skipped because an earlier failure retired a scope that it belongs to.</summary>
    /// <param name="trail">The trail; null if the response has none.</param>
    /// <param name="model">The model.</param>
    /// <param name="scope">The scope, such as the key, the credit, the free quota or the provider.</param>
    /// <exception cref="FallbackAssertionException">It was called, was not reached, or was skipped for another reason.</exception>
    public static FallbackTrail ShouldHaveSkipped(this FallbackTrail? trail, Model model, ScopeKind scope)
    {
        (FallbackTrail known, SkippedModel? skipped) = Find(trail, model);
        return Check(known, skipped?.Scope?.Kind == scope, $"skipped {model.Name} because of its {scope} scope", Tell(model, skipped));
    }

    /// <summary>Asserts that this model was skipped for this reason.</summary>
    /// <param name="trail">The trail; null if the response has none.</param>
    /// <param name="model">The model.</param>
    /// <param name="reason">The reason.</param>
    /// <exception cref="FallbackAssertionException">It was called, was not reached, or was skipped for another reason.</exception>
    public static FallbackTrail ShouldHaveSkipped(this FallbackTrail? trail, Model model, SkipReason reason)
    {
        (FallbackTrail known, SkippedModel? skipped) = Find(trail, model);
        return Check(known, skipped?.Reason == reason, $"skipped {model.Name} because of {reason}", Tell(model, skipped));
    }

    /// <summary>Asserts that no model was skipped.</summary>
    /// <param name="trail">The trail; null if the response has none.</param>
    /// <exception cref="FallbackAssertionException">A model was skipped.</exception>
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
