using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace FailScope.Demo.Fleet;

/// <summary>A router process that this process started: the demo itself, with <see cref="RouterProgram.Argument"/>.</summary>
internal sealed class RouterProcess : IDisposable
{
    // Longer than any router takes, unless it hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private RouterProcess(Process process) => _process = process;

    /// <summary>Starts a router and sends it its settings.</summary>
    internal static async Task<RouterProcess> StartAsync(RouterOrders orders, CancellationToken cancellationToken)
    {
        var router = new RouterProcess(Process.Start(new ProcessStartInfo(FindDotnet(), [typeof(RouterProcess).Assembly.Location, RouterProgram.Argument])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!);
        try
        {
            await router.TellAsync(JsonSerializer.Serialize(orders), cancellationToken);
            return router;
        }
        catch
        {
            router.Dispose();
            throw;
        }
    }

    /// <summary>Sends a line and returns the line of the reply.</summary>
    internal async Task<string> TellAsync(string line, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await _process.StandardInput.WriteLineAsync(line.AsMemory(), limit.Token);
            await _process.StandardInput.FlushAsync(limit.Token);
            return await _process.StandardOutput.ReadLineAsync(limit.Token)
                ?? throw new InvalidOperationException("A router process of the demo ended too early. See its error output for the cause.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"A router process of the demo did not answer within {Patience.TotalSeconds:0} seconds.");
        }
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    // Finds dotnet from the path of the runtime, because this process may be the demo's own executable or a test.
    private static string FindDotnet()
    {
        string root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        string dotnet = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return File.Exists(dotnet) ? dotnet : "dotnet";
    }
}
