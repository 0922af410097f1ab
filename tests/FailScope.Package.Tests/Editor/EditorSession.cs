using FailScope.Package.Tests.Consumers;

namespace FailScope.Package.Tests.Editor;

/// <summary>A consumer of the packed package, open in one language server. All tests of a class share it, because loading takes long.</summary>
public sealed class EditorSession(ConsumerWorkspace workspace) : IAsyncLifetime
{
    private LanguageServer? _server;

    /// <summary>The initial files of the consumer.</summary>
    internal static string Catalog { get; } = ConsumerSources.Catalog();

    /// <summary>The server. If none can be installed, the test is skipped.</summary>
    internal LanguageServer Server
    {
        get
        {
            Assert.SkipWhen(_server is null, "The language server csharp-ls cannot be installed here as a .NET tool.");
            return _server;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (await LanguageServer.TryInstallAsync() is not { } program)
        {
            return;
        }

        Consumer consumer = workspace.CreateConsumer("editor")
            .WriteProject("App", ConsumerSources.Console, ConsumerSources.Runtime)
            .Write("App/Models.cs", Catalog)
            .Write("App/Program.cs", "return 0;\n")
            .Write("App/Probe.cs", "");
        await consumer.BuildAsync("App");
        _server = await LanguageServer.StartAsync(program, Path.Combine(consumer.Folder, "App"), workspace.Environment, "Probe.cs");
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? default;
}
