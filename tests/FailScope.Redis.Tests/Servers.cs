using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Garnet;
using Microsoft.Extensions.Logging.Abstractions;

namespace FailScope.Redis.Tests;

/// <summary>A server on a free loopback port, empty at the start.</summary>
internal abstract class TestServer : IDisposable
{
    internal int Port { get; } = FreePort();

    internal string Endpoint => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    internal abstract void Start();

    internal abstract void Stop();

    public void Dispose() => Stop();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Garnet inside the test process: needs nothing installed.</summary>
internal sealed class GarnetTestServer : TestServer
{
    private GarnetServer? _server;

    internal override void Start()
    {
        _server = new GarnetServer(
            ["--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--memory", "64m", "--index", "8m"], NullLoggerFactory.Instance);
        _server.Start();
    }

    internal override void Stop()
    {
        _server?.Dispose();
        _server = null;
    }
}

/// <summary>The system's redis-server, as a process of its own that can be killed and paused.</summary>
internal sealed class RedisTestServer : TestServer
{
    private Process? _process;

    internal static bool IsInstalled => Array.Exists(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), folder => File.Exists(Path.Combine(folder, "redis-server")));

    internal override void Start()
    {
        _process = Process.Start(
            "redis-server",
            ["--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--loglevel", "warning", "--dir", Path.GetTempPath()]);
        long limit = Environment.TickCount64 + 60_000;
        while (!Accepts())
        {
            Assert.True(Environment.TickCount64 < limit, "redis-server did not start within a minute.");
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
