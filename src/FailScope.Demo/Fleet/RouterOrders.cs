namespace FailScope.Demo.Fleet;

/// <summary>The settings of a router process, which it reads at its start as one line of JSON.</summary>
/// <param name="Chain">The name of the chain for its requests.</param>
/// <param name="Server">The host and port of the server for the shared memory.</param>
/// <param name="Endpoints">The address of each provider, by its name.</param>
/// <param name="Keys">The keys of the fake providers, by the name of the credential.</param>
internal sealed record RouterOrders(string Chain, string Server, IReadOnlyDictionary<string, string> Endpoints, IReadOnlyDictionary<string, string> Keys);
