using System.Globalization;
using FailScope.Redis.Worker;

// "server PORT" is Garnet as a process of its own, which can be killed and paused. "node ENDPOINT MILLISECONDS" is one process of a fleet,
// whose cool-downs for money last so long.
return args switch
{
    ["server", var port] => await GarnetProgram.RunAsync(port),
    ["node", var endpoint, var milliseconds] => await NodeProgram.RunAsync(endpoint, int.Parse(milliseconds, CultureInfo.InvariantCulture)),
    _ => throw new ArgumentException("server PORT, or node ENDPOINT MILLISECONDS"),
};
