using System.Text.Json;
using FailScope.Demo.Clients;
using FailScope.Demo.Turns;
using FailScope.Redis;
using StackExchange.Redis;

namespace FailScope.Demo.Fleet;

/// <summary>
/// One router of a fleet, as a separate process. The first line of its input contains its settings. After that, <c>ask</c> sends a request and
/// <c>wait</c> waits until a failure is remembered. It replies to each with one line, and ends when its input ends.
/// </summary>
internal static class RouterProgram
{
    /// <summary>The argument that starts the demo as a router process.</summary>
    internal const string Argument = "--router";

    internal const string Ask = "ask";

    internal const string Wait = "wait";

    internal const string Ready = "ready";

    internal static async Task<ExitCode> RunAsync(TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        RouterOrders orders = JsonSerializer.Deserialize<RouterOrders>(await input.ReadLineAsync(cancellationToken) ?? "")!;
        var cooldowns = new Cooldowns();
        await using ConnectionMultiplexer server = await ConnectionMultiplexer.ConnectAsync($"{orders.Server},abortConnect=false");
        await using RedisCooldowns fleet = await RedisCooldowns.ConnectAsync(cooldowns, server, cancellationToken: cancellationToken);
        using var network = new SocketsHttpHandler();
        await output.WriteLineAsync(Ready);
        while (await input.ReadLineAsync(cancellationToken) is { } order)
        {
            if (order == Ask)
            {
                await output.WriteLineAsync(JsonSerializer.Serialize(await AskAsync(orders, cooldowns, network, cancellationToken)));
            }
            else
            {
                await WaitAsync(cooldowns, cancellationToken);
                await output.WriteLineAsync(Ready);
            }
        }

        return ExitCode.Success;
    }

    private static async Task<RouterTurn> AskAsync(RouterOrders orders, ICooldowns cooldowns, HttpMessageHandler network, CancellationToken cancellationToken)
    {
        FallbackChain chain = Models.Catalog.Chains.Single(chain => chain.Name == orders.Chain);
        var counting = new CountingHandler(network); // Not disposed, because that would dispose the network.
        using var clients = new OpenAIClients(credential => orders.Keys[credential.Name], counting)
        {
            EndpointOf = provider => new Uri(orders.Endpoints[provider.Name]),
        };
        var request = new TurnRequest(chain) { Cooldowns = cooldowns };
        TurnResult turn = await TurnRunner.RunAsync(request, Way.ChatClient, clients, cancellationToken, cancellationToken);
        return RouterTurn.Of(turn, counting.Calls);
    }

    private static async Task WaitAsync(Cooldowns cooldowns, CancellationToken cancellationToken)
    {
        while (cooldowns.GetEntries().Count == 0)
        {
            await Task.Delay(10, cancellationToken);
        }
    }
}
