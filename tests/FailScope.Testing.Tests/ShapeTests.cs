using System.Reflection;

namespace FailScope.Testing.Tests;

/// <summary>Every error of every named provider is classified as the kind in the name of its method.</summary>
public sealed class ShapeTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    private static readonly Dictionary<string, MethodInfo> Shapes = typeof(FakeProvider).GetNestedTypes()
        .SelectMany(provider => provider.GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => (Name: $"{provider.Name}.{method.Name}", method)))
        .ToDictionary(shape => shape.Name, shape => shape.method);

    public static TheoryData<string> Names => [.. Shapes.Keys];

    public static TheoryData<string> RateLimits => [.. Shapes.Keys.Where(name => name.EndsWith(".RateLimited", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_classifier_reads_each_error_as_the_kind_in_its_name(string name)
    {
        Failure failure = FailureClassifier.Classify(Make(name).ToProviderError("gpt-5"));
        Assert.True(failure.Kind == KindOf(name), $"{name} is read as {failure}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_clients_of_an_app_also_report_each_error_as_the_kind_in_its_name(string name)
    {
        using var upstream = new FakeUpstream(Models.Catalog);
        Model model = Sdks.ModelFor(name.Split('.')[0]);
        upstream.When(model).Reply(Make(name));
        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() => Sdks.AskAsync(upstream, model, Test));
        Failure failure = FailureClassifier.Classify(exception, Test);
        Assert.True(failure.Kind == KindOf(name), $"{name} is read as {failure}");
        Assert.Single(upstream.Calls);
    }

    [Theory]
    [MemberData(nameof(RateLimits))]
    public void The_wait_of_a_rate_limit_is_the_requested_one(string name)
    {
        Failure failure = FailureClassifier.Classify(Make(name, TimeSpan.FromSeconds(42)).ToProviderError("gpt-5"));
        Assert.Equal(TimeSpan.FromSeconds(42), failure.RetryAfter);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1.5)]
    public void An_impossible_wait_is_rejected(double seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>("retryAfter", () => FakeProvider.Groq.RateLimited(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void The_free_quota_resets_at_the_next_midnight_UTC()
    {
        DateTimeOffset tomorrow = new(DateTime.UtcNow.Date.AddDays(1), TimeSpan.Zero);
        Failure failure = FailureClassifier.Classify(FakeProvider.OpenRouter.FreeQuotaExhausted().ToProviderError());
        Assert.Equal(tomorrow, failure.ResetsAt);
    }

    [Fact]
    public void No_error_contains_a_key() =>
        Assert.DoesNotContain(Shapes.Keys, name => Make(name).ToProviderError().Body!.Contains("sk-", StringComparison.Ordinal));

    private static FakeError Make(string name, TimeSpan? retryAfter = null)
    {
        ParameterInfo[] parameters = Shapes[name].GetParameters();
        object?[] arguments = Array.ConvertAll(parameters, parameter => parameter.ParameterType == typeof(TimeSpan?) ? retryAfter : parameter.DefaultValue);
        return (FakeError)Shapes[name].Invoke(null, arguments)!;
    }

    private static FailureKind KindOf(string name) => Enum.Parse<FailureKind>(name.Split('.')[1]);
}
