namespace FailScope.Redis.Tests;

/// <summary>Waits for background work, with a time limit that is reached only if the test fails.</summary>
internal static class Wait
{
    internal static Task UntilAsync(Func<bool> condition, string what) => UntilAsync(() => Task.FromResult(condition()), what);

    internal static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        long limit = Environment.TickCount64 + 60_000;
        while (!await condition())
        {
            Assert.True(Environment.TickCount64 < limit, $"It did not happen within a minute: {what}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
