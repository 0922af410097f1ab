using System.Globalization;
using FailScope.Redis.Worker;

// "server PORT" runs Garnet as a separate process, which can be killed and paused. "node ENDPOINT MILLISECONDS" runs one process of a fleet,
// with cool-downs for credit of that length.
return args switch
{
    ["server", var port] => await GarnetProgram.RunAsync(port),
    ["node", var endpoint, var milliseconds] => await NodeProgram.RunAsync(endpoint, int.Parse(milliseconds, CultureInfo.InvariantCulture)),
    _ => throw new ArgumentException("server PORT, or node ENDPOINT MILLISECONDS"),
};
