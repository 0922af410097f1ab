using StackExchange.Redis;

namespace FailScope.Redis.Worker;

/// <summary>
/// One process of a fleet. Answers each line of its input with one line:
/// <list type="bullet">
/// <item><c>fail</c>: a request learns that the account is empty. <c>reset</c>: somebody has topped it up.</item>
/// <item><c>state</c>: whether the account is cooling, and whether the process shares its memory.</item>
/// <item><c>load</c>: requests begin to come, one after the other. <c>count</c>: how many came, and how many threw.</item>
/// <item><c>burst N</c>: N requests come when the cool-down has run out, others follow. <c>begun</c>: how many came, how many may probe.</item>
/// </list>
/// </summary>
internal static class NodeProgram
{
    internal static async Task<int> RunAsync(string endpoint, int milliseconds)
    {
        var store = new Cooldowns(new CooldownOptions().Set(FailureKind.CreditExhausted, new CooldownPolicy { Duration = TimeSpan.FromMilliseconds(milliseconds) }));
        ConfigurationOptions configuration = ConfigurationOptions.Parse(endpoint);
        configuration.AbortOnConnectFail = false;
        configuration.ConnectTimeout = 1000;
        configuration.ReconnectRetryPolicy = new LinearRetry(200);
        await using ConnectionMultiplexer multiplexer = await ConnectionMultiplexer.ConnectAsync(configuration);
        await using RedisCooldowns fleet = await RedisCooldowns.ConnectAsync(
            store, multiplexer, new RedisCooldownOptions { CommandTimeout = TimeSpan.FromSeconds(20), SyncInterval = TimeSpan.FromMilliseconds(500) });
        using var stop = new CancellationTokenSource();
        var requests = new Requests(store, stop.Token);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            string answer = line.Split(' ') switch
            {
                ["fail"] => requests.Fail(),
                ["reset"] => requests.Reset(),
                ["state"] => $"{(store.GetEntries().Count > 0 ? "cooling" : "clear")} {(fleet.IsSharing ? "sharing" : "alone")}",
                ["load"] => requests.Load(),
                ["burst", var count] => requests.Burst(count),
                ["count"] or ["begun"] => requests.Count(),
                _ => "?",
            };
            await Console.Out.WriteLineAsync(answer);
        }

        await stop.CancelAsync();
        return 0;
    }
}
