namespace FailScope.Demo.Fleet;

/// <summary>What a router process is told at its start, as one line of JSON.</summary>
/// <param name="Chain">The name of the chain that its requests walk down.</param>
/// <param name="Server">Where the server is that the routers share their memory through, as host and port.</param>
/// <param name="Endpoints">The address of each provider, by its name.</param>
/// <param name="Keys">The key of each credential, by its name: those of the fake providers.</param>
internal sealed record RouterOrders(string Chain, string Server, IReadOnlyDictionary<string, string> Endpoints, IReadOnlyDictionary<string, string> Keys);
