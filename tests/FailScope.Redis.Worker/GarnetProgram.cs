using Garnet;
using Microsoft.Extensions.Logging.Abstractions;

namespace FailScope.Redis.Worker;

/// <summary>Runs a Garnet server until its input ends.</summary>
internal static class GarnetProgram
{
    internal static async Task<int> RunAsync(string port)
    {
        using var server = new GarnetServer(["--port", port, "--bind", "127.0.0.1", "--memory", "64m", "--index", "8m", "-q"], NullLoggerFactory.Instance);
        server.Start();
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
