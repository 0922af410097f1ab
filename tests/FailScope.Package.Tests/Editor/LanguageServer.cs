using System.Diagnostics;
using System.Text.Json;
using FailScope.Package.Tests.Packing;
using StreamJsonRpc;

namespace FailScope.Package.Tests.Editor;

/// <summary>A C# language server, run as an editor runs it: a process with JSON-RPC over standard input and output.</summary>
internal sealed class LanguageServer : IAsyncDisposable
{
    private const string Package = "csharp-ls";
    private const string PackageVersion = "0.28.0";

    // The server loads the project in the background. Until then, its responses are empty.
    private static readonly TimeSpan PatienceForTheProject = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly JsonRpc _rpc;
    private readonly string _folder;
    private readonly Dictionary<string, int> _versions = new(StringComparer.Ordinal);

    private LanguageServer(Process process, string folder)
    {
        _process = process;
        _folder = folder;

        // In LSP, each call has one object with named parameters.
        var formatter = new SystemTextJsonFormatter { JsonSerializerOptions = new JsonSerializerOptions(JsonSerializerDefaults.Web) };
        _rpc = new JsonRpc(new HeaderDelimitedMessageHandler(process.StandardInput.BaseStream, process.StandardOutput.BaseStream, formatter));
        _rpc.AddLocalRpcTarget(new EditorSettings(), null);
    }

    /// <summary>Installs the server into a folder of the build output.</summary>
    /// <returns>The path of the program; null if it cannot be installed.</returns>
    internal static async Task<string?> TryInstallAsync()
    {
        string tools = Path.Combine(RepositoryRoot.Path, "artifacts", "tools");
        string program = Path.Combine(tools, OperatingSystem.IsWindows() ? Package + ".exe" : Package);
        if (!File.Exists(program))
        {
            await Command.DotnetAsync(RepositoryRoot.Path, "tool", "install", Package, "--version", PackageVersion, "--tool-path", tools);
        }

        return File.Exists(program) ? program : null;
    }

    /// <summary>Starts the server for a folder with one project, and waits until the project is loaded.</summary>
    internal static async Task<LanguageServer> StartAsync(string program, string folder, IReadOnlyDictionary<string, string> environment, string probe)
    {
        var start = new ProcessStartInfo(program, ["--loglevel", "warning"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var server = new LanguageServer(process, folder);
        server._rpc.StartListening();
        await server.InitializeAsync(probe);
        return server;
    }

    /// <summary>Opens a file with a text, which may differ from the file on disk. If the file is already open, replaces its text.</summary>
    internal Task OpenAsync(string file, string text)
    {
        if (_versions.TryGetValue(file, out int version))
        {
            return ChangeAsync(file, version + 1, new { text });
        }

        _versions[file] = 1;
        return NotifyAsync("textDocument/didOpen", new { textDocument = new { uri = Uri(file), languageId = "csharp", version = 1, text } });
    }

    /// <summary>Inserts a text at a position of an open file.</summary>
    internal Task TypeAsync(string file, TextPosition at, string text) =>
        ChangeAsync(file, _versions[file] + 1, new { range = new { start = at, end = at }, text });

    /// <summary>The warnings and errors of a file, in the order of their positions.</summary>
    internal async Task<Problem[]> GetProblemsAsync(string file)
    {
        JsonElement report = await AskAsync("textDocument/diagnostic", new { textDocument = new { uri = Uri(file) } });
        return [.. report.GetProperty("items").EnumerateArray().Select(Problem.Read).Where(problem => problem.IsShown).OrderBy(problem => problem.Start.Line).ThenBy(problem => problem.Start.Character)];
    }

    /// <summary>The hover text at a position, as Markdown.</summary>
    internal async Task<string> HoverAsync(string file, TextPosition at)
    {
        JsonElement hover = await AskAsync("textDocument/hover", new { textDocument = new { uri = Uri(file) }, position = at });
        return hover.GetProperty("contents").GetProperty("value").GetString()!;
    }

    /// <summary>The edits that rename the symbol at a position, by file name.</summary>
    internal async Task<Dictionary<string, TextEdit[]>> RenameAsync(string file, TextPosition at, string newName)
    {
        JsonElement edit = await AskAsync("textDocument/rename", new { textDocument = new { uri = Uri(file) }, position = at, newName });
        return edit.GetProperty("changes").EnumerateObject().ToDictionary(
            change => Path.GetFileName(new Uri(change.Name).LocalPath),
            change => change.Value.EnumerateArray().Select(TextEdit.Read).ToArray(),
            StringComparer.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _rpc.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task InitializeAsync(string probe)
    {
        string folder = new Uri(_folder).AbsoluteUri;
        await AskAsync("initialize", new
        {
            processId = Environment.ProcessId,
            rootUri = folder,
            workspaceFolders = new[] { new { uri = folder, name = "app" } },
            capabilities = new
            {
                workspace = new { configuration = true, workspaceFolders = true },
                textDocument = new { hover = new { contentFormat = new[] { "markdown" } }, diagnostic = new { dynamicRegistration = true }, rename = new { prepareSupport = true } },
            },
        });
        await NotifyAsync("initialized", new { });

        // A file that does not compile has an error as soon as the project is loaded.
        await OpenAsync(probe, "class ;");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(PatienceForTheProject);
        while ((await GetProblemsAsync(probe)).Length == 0)
        {
            await Task.Delay(200, limit.Token);
        }

        await OpenAsync(probe, "");
    }

    private Task ChangeAsync(string file, int version, object change)
    {
        _versions[file] = version;
        return NotifyAsync("textDocument/didChange", new { textDocument = new { uri = Uri(file), version }, contentChanges = new[] { change } });
    }

    private string Uri(string file) => new Uri(Path.Combine(_folder, file)).AbsoluteUri;

    private Task<JsonElement> AskAsync(string method, object parameters) =>
        _rpc.InvokeWithParameterObjectAsync<JsonElement>(method, parameters, TestContext.Current.CancellationToken);

    private Task NotifyAsync(string method, object parameters) => _rpc.NotifyWithParameterObjectAsync(method, parameters);

    /// <summary>Handles the requests of the server to the editor.</summary>
    private sealed class EditorSettings
    {
        /// <summary>Turns on analyzer diagnostics, as editors that show them do. The server's default is off.</summary>
        [JsonRpcMethod("workspace/configuration", UseSingleObjectParameterDeserialization = true)]
        public object[] Configuration(JsonElement asked) => [.. asked.GetProperty("items").EnumerateArray().Select(_ => new { analyzersEnabled = true })];

        [JsonRpcMethod("client/registerCapability", UseSingleObjectParameterDeserialization = true)]
        public void RegisterCapability(JsonElement capability) => _ = capability;

        [JsonRpcMethod("window/logMessage", UseSingleObjectParameterDeserialization = true)]
        public void LogMessage(JsonElement message) => _ = message;

        [JsonRpcMethod("window/workDoneProgress/create", UseSingleObjectParameterDeserialization = true)]
        public void CreateProgress(JsonElement token) => _ = token;

        [JsonRpcMethod("$/progress", UseSingleObjectParameterDeserialization = true)]
        public void Progress(JsonElement progress) => _ = progress;
    }
}
