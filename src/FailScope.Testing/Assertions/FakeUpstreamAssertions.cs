namespace FailScope.Testing;

/// <summary>Assertions on the calls that reached a <see cref="FakeUpstream"/>, for any test framework.</summary>
public static class FakeUpstreamAssertions
{
    /// <summary>Asserts that these models were called, in this order, and no others.</summary>
    /// <param name="upstream">The upstream.</param>
    /// <param name="models">The models.</param>
    /// <exception cref="FallbackAssertionException">Other models were called, or in another order.</exception>
    public static void ShouldHaveBeenCalledFor(this FakeUpstream upstream, params Model[] models)
    {
        ArgumentNullException.ThrowIfNull(upstream);
        ArgumentNullException.ThrowIfNull(models);
        IReadOnlyList<FakeCall> calls = upstream.Calls;
        if (!calls.Select(call => call.Model).SequenceEqual(models))
        {
            string expected = models.Length == 0 ? "no model" : string.Join(", ", models.Select(model => model.Name));
            throw new FallbackAssertionException($"The upstream should have been called for {expected}. {(calls.Count == 0 ? "No call arrived." : $"These calls arrived:\n  {string.Join("\n  ", calls)}")}");
        }
    }
}
