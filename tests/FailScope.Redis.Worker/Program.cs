using FailScope;
using FailScope.Redis;
using FailScope.Redis.Tests;
using StackExchange.Redis;

// One process of a fleet. Argument: the server's endpoint. Reads "fail", "ask" and "stop" from standard input; writes "ready", "cooling",
// "probe" for each request that may call the model after its cool-down ran out, and how many requests it began.
var store = new Cooldowns(new CooldownOptions().Set(FailureKind.CreditExhausted, new CooldownPolicy { Duration = TimeSpan.FromSeconds(3) }));
ConfigurationOptions configuration = ConfigurationOptions.Parse(args[0]);
configuration.AbortOnConnectFail = false;
configuration.ConnectTimeout = 1000;
await using ConnectionMultiplexer multiplexer = await ConnectionMultiplexer.ConnectAsync(configuration);
await using RedisCooldowns fleet = await RedisCooldowns.ConnectAsync(
    store, multiplexer, new RedisCooldownOptions { CommandTimeout = TimeSpan.FromSeconds(20) });
Console.WriteLine("ready");

using var stop = new CancellationTokenSource();
Task<int> requests = Task.FromResult(0);
while (await Console.In.ReadLineAsync() is { } line && line != "stop")
{
    if (line == "fail")
    {
        FallbackState state = Shop.Chat.Start(store);
        store.TryBegin(ref state, out CooldownAttempt attempt);
        store.Failed(attempt, new Failure(FailureKind.CreditExhausted));
    }
    else if (line == "ask")
    {
        requests = Task.Run(AskAsync);
    }
}

await stop.CancelAsync();
Console.WriteLine($"asked {await requests}");

async Task<int> AskAsync()
{
    while (store.GetEntries().Count == 0)
    {
        await Task.Delay(5);
    }

    Console.WriteLine("cooling");
    int asked = 0;
    while (!stop.IsCancellationRequested)
    {
        for (int i = 0; i < 50; i++, asked++)
        {
            FallbackState state = Shop.Chat.Start(store);
            if (store.TryBegin(ref state, out CooldownAttempt attempt) && attempt.Model == Shop.Large)
            {
                Console.WriteLine("probe");
            }
        }

        await Task.Delay(5);
    }

    return asked;
}
