using StackExchange.Redis;

namespace FailScope.Redis.Worker;

/// <summary>
/// One process of a fleet. Replies to each line of its input with one line:
/// <list type="bullet">
/// <item><c>fail</c>: a request fails because the account is out of credit. <c>reset</c>: the account is topped up.</item>
/// <item><c>state</c>: whether the account is cooling, and whether the process shares its memory.</item>
/// <item><c>load</c>: starts a sequence of requests. <c>count</c>: the number of requests, and how many threw.</item>
/// <item><c>burst N</c>: starts N requests when the cool-down expires, then others. <c>begun</c>: the number of requests, and of probes.</item>
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
