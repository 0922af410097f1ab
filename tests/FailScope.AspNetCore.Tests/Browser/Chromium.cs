using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace FailScope.AspNetCore.Tests.Browser;

/// <summary>A headless Chromium with one page, controlled through the DevTools protocol.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    // A browser is slow on a busy machine. A test that waits longer has hung.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly string _profile;
    private readonly ClientWebSocket _socket = new();
    private readonly Dictionary<int, TaskCompletionSource<JsonNode>> _calls = [];
    private readonly List<JsonNode> _events = [];
    private readonly CancellationTokenSource _end = new(Patience);
    private readonly SemaphoreSlim _sending = new(1);
    private int _lastCall;
    private Task? _receiving;

    private Chromium(Process process, string profile)
    {
        _process = process;
        _profile = profile;
    }

    /// <summary>The path of the program; null if it is not installed.</summary>
    internal static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    internal static async Task<Chromium> StartAsync()
    {
        Assert.SkipWhen(Program is null, $"No Chromium is installed: none of {string.Join(", ", Names)} is on the path.");
        string profile = Directory.CreateTempSubdirectory("failscope-chromium-").FullName;
        var start = new ProcessStartInfo(Program, [
            "--headless=new", "--remote-debugging-port=0", $"--user-data-dir={profile}", "--no-first-run", "--disable-gpu", "--disable-dev-shm-usage",
            "--hide-scrollbars", "--disable-background-networking", "--disable-component-update", "--disable-sync",

            // The pages are trusted, and the sandbox does not work as root, for example in a container.
            "--no-sandbox", "about:blank",
        ])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        var browser = new Chromium(Process.Start(start)!, profile);
        browser._process.BeginErrorReadLine();
        browser._process.BeginOutputReadLine();
        try
        {
            await browser.ConnectAsync();
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    /// <summary>Calls a method of the protocol.</summary>
    internal async Task<JsonNode> CallAsync(string method, JsonObject? parameters = null)
    {
        var answer = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        int id = Interlocked.Increment(ref _lastCall);
        lock (_calls)
        {
            _calls.Add(id, answer);
        }

        byte[] message = System.Text.Encoding.UTF8.GetBytes(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters }.ToJsonString());
        await _sending.WaitAsync(_end.Token);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Text, true, _end.Token);
        }
        finally
        {
            _sending.Release();
        }

        JsonNode result = await answer.Task.WaitAsync(_end.Token);
        return result["error"] is { } error ? throw new InvalidOperationException($"{method}: {error}") : result["result"]!;
    }

    /// <summary>The events with a name that have arrived so far.</summary>
    internal JsonNode[] Events(string name)
    {
        lock (_events)
        {
            return [.. _events.Where(received => received["method"]!.GetValue<string>() == name).Select(received => received["params"]!)];
        }
    }

    /// <summary>Waits until a condition is true.</summary>
    internal async Task WaitAsync(Func<Task<bool>> holds)
    {
        while (!await holds())
        {
            await Task.Delay(50, _end.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        if (_receiving is not null)
        {
            await _receiving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _end.Dispose();
        _sending.Dispose();
        DeleteProfile();
    }

    private async Task ConnectAsync()
    {
        // The browser writes the port that it chose into its profile.
        string file = Path.Combine(_profile, "DevToolsActivePort");
        string[] lines = [];
        await WaitAsync(() =>
        {
            Assert.False(_process.HasExited, $"{Program} ended with {(_process.HasExited ? _process.ExitCode : 0)}.");
            lines = File.Exists(file) ? File.ReadAllLines(file) : [];
            return Task.FromResult(lines.Length > 1);
        });
        using var http = new HttpClient();
        JsonArray targets = JsonNode.Parse(await http.GetStringAsync($"http://127.0.0.1:{lines[0]}/json/list", _end.Token))!.AsArray();
        JsonNode page = targets.First(target => target!["type"]!.GetValue<string>() == "page")!;
        await _socket.ConnectAsync(new Uri(page["webSocketDebuggerUrl"]!.GetValue<string>()), _end.Token);
        _receiving = ReceiveAsync();
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                using var message = new MemoryStream();
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await _socket.ReceiveAsync(buffer.AsMemory(), _end.Token);
                    message.Write(buffer, 0, part.Count);
                }
                while (!part.EndOfMessage);
                Dispatch(JsonNode.Parse(message.ToArray())!);
            }
        }
        catch (Exception exception)
        {
            lock (_calls)
            {
                foreach (TaskCompletionSource<JsonNode> call in _calls.Values)
                {
                    call.TrySetException(exception);
                }
            }

            throw;
        }
    }

    private void Dispatch(JsonNode message)
    {
        if (message["id"] is not { } id)
        {
            lock (_events)
            {
                _events.Add(message);
            }

            return;
        }

        lock (_calls)
        {
            if (_calls.Remove(id.GetValue<int>(), out TaskCompletionSource<JsonNode>? call))
            {
                call.SetResult(message);
            }
        }
    }

    private void DeleteProfile()
    {
        try
        {
            Directory.Delete(_profile, recursive: true);
        }
        catch (IOException)
        {
            // A child process of the browser may still be writing. The folder is a temporary one.
        }
    }
}
