using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Garnet;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;

namespace FailScope.Redis.Tests;

/// <summary>The servers that the tests run against.</summary>
public enum ServerKind
{
    /// <summary>Garnet inside the test process. Requires no installation.</summary>
    Garnet,

    /// <summary>Garnet as a separate process. Requires no installation.</summary>
    GarnetProcess,

    /// <summary>The system's redis-server.</summary>
    Redis,

    /// <summary>The system's valkey-server.</summary>
    Valkey,
}

/// <summary>A server on a free loopback port, empty at the start.</summary>
internal abstract class TestServer : IDisposable
{
    internal int Port { get; } = LoopbackPort.Find();

    internal string Endpoint => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    /// <summary>Starts a server. Skips the test if this kind is not installed.</summary>
    internal static TestServer Start(ServerKind kind)
    {
        TestServer server = kind switch
        {
            ServerKind.Garnet => new GarnetTestServer(),
            ServerKind.GarnetProcess => TestServerProcess.Garnet(),
            ServerKind.Redis => TestServerProcess.Installed("redis-server"),
            _ => TestServerProcess.Installed("valkey-server"),
        };
        server.Start();
        return server;
    }

    internal abstract void Start();

    internal abstract void Stop();

    public void Dispose() => Stop();
}

/// <summary>Garnet inside the test process.</summary>
internal sealed class GarnetTestServer : TestServer
{
    private GarnetServer? _server;

    internal override void Start()
    {
        _server = new GarnetServer(
            ["--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--memory", "64m", "--index", "8m", "-q"], NullLoggerFactory.Instance);
        _server.Start();
    }

    internal override void Stop()
    {
        _server?.Dispose();
        _server = null;
    }
}

/// <summary>A server as a separate process, which can be killed and paused.</summary>
internal sealed class TestServerProcess : TestServer
{
    private readonly Func<string, ProcessStartInfo> _startInfo;
    private Process? _process;

    private TestServerProcess(Func<string, ProcessStartInfo> startInfo) => _startInfo = startInfo;

    internal static TestServerProcess Garnet() => new(port => new ProcessStartInfo("dotnet", [WorkerProcess.Program, "server", port]));

    internal static TestServerProcess Installed(string program)
    {
        Assert.SkipUnless(IsInstalled(program), $"{program} is not installed.");
        return new(port => new ProcessStartInfo(
            program, ["--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--loglevel", "warning", "--dir", Path.GetTempPath()]));
    }

    internal static bool IsInstalled(string program) => Array.Exists(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), folder => File.Exists(Path.Combine(folder, program)));

    internal override void Start()
    {
        ProcessStartInfo startInfo = _startInfo(Port.ToString(CultureInfo.InvariantCulture));

        // Its input ends when this process ends for any reason, and Garnet's program ends with its input.
        startInfo.RedirectStandardInput = true;
        startInfo.RedirectStandardOutput = true;
        _process = Process.Start(startInfo)!;
        _process.BeginOutputReadLine();
        long limit = Environment.TickCount64 + 60_000;
        while (!Accepts())
        {
            Assert.True(Environment.TickCount64 < limit, $"{startInfo.FileName} did not start within a minute.");
            Thread.Sleep(20);
        }
    }

    internal override void Stop()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    internal void Pause() => Signal("STOP");

    internal void Resume() => Signal("CONT");

    /// <summary>Sends a command to the server, as an operator would.</summary>
    internal async Task ExecuteAsync(string command, params object[] arguments)
    {
        ConfigurationOptions configuration = ConfigurationOptions.Parse(Endpoint);
        configuration.AllowAdmin = true;
        await using ConnectionMultiplexer multiplexer = await ConnectionMultiplexer.ConnectAsync(configuration);
        await multiplexer.GetDatabase().ExecuteAsync(command, arguments);
    }

    private bool Accepts()
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void Signal(string name)
    {
        using Process kill = Process.Start("kill", ["-" + name, _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
