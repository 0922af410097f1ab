using FailScope.Tool.Output;

namespace FailScope.Tool.Tests;

/// <summary>A run of the tool in its own folder, without a terminal.</summary>
internal sealed class ToolRun : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    /// <summary>The folder in which the tool runs.</summary>
    internal string Folder { get; } = Directory.CreateTempSubdirectory("failscope-tool-").FullName;

    /// <summary>What the tool reads from standard input.</summary>
    internal string Input { get; set; } = "";

    /// <summary>The network; none by default.</summary>
    internal HttpMessageHandler? Network { get; set; }

    /// <summary>The columns of the console.</summary>
    internal int Width { get; set; } = 120;

    /// <summary>Whether standard error is a terminal.</summary>
    internal bool ErrorIsTerminal { get; set; }

    internal string Output => _output.ToString();

    internal string Error => _error.ToString();

    public void Dispose()
    {
        Network?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    internal string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Writes a file into the folder.</summary>
    internal ToolRun Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return this;
    }

    internal string Read(string name) => File.ReadAllText(PathOf(name));

    /// <summary>Runs a command. The output of earlier commands is discarded.</summary>
    internal Task<ExitCode> RunAsync(params string[] arguments) => RunAsync(TestContext.Current.CancellationToken, arguments);

    internal Task<ExitCode> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        _output.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        var host = new ToolHost
        {
            Console = new ToolConsole(new StringReader(Input), _output, _error, Width, errorIsTerminal: ErrorIsTerminal),
            Directory = Folder,
            Network = () => Network ?? throw new InvalidOperationException("The test has no network."),
        };
        return Program.RunAsync(arguments, host, cancellationToken);
    }

    /// <summary>Runs a command that must succeed, and returns its output.</summary>
    internal async Task<string> SucceedAsync(params string[] arguments)
    {
        ExitCode exitCode = await RunAsync(arguments);
        Assert.True(exitCode == ExitCode.Success, $"{exitCode}: {Error}{Output}");
        return Output;
    }

    /// <summary>Runs a command that must fail, and returns its error output. It must print nothing else.</summary>
    internal async Task<string> FailAsync(ExitCode expected, params string[] arguments)
    {
        ExitCode exitCode = await RunAsync(arguments);
        Assert.True(exitCode == expected, $"{exitCode}: {Error}{Output}");
        Assert.Empty(Output);
        return Error;
    }
}
