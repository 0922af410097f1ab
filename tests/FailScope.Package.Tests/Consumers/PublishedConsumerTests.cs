using System.Runtime.InteropServices;

namespace FailScope.Package.Tests.Consumers;

/// <summary>Self-contained programs that are trimmed or native. A warning of the trimmer or of the native compiler (IL2xxx, IL3xxx) is an error.</summary>
[Collection<ConsumerCollection>]
public class PublishedConsumerTests(ConsumerWorkspace workspace)
{
    /// <summary>The size of <see cref="ConsumerSources.Program"/> as a native program for x64 Linux, in bytes.</summary>
    private const long NativeSize = 2_376_136;

    /// <summary>The relative difference from <see cref="NativeSize"/> that another SDK patch or linker may cause.</summary>
    private const double Slack = 0.08;

    /// <summary>The assemblies are kept as a whole, so that every member is analyzed, not only those that the program uses.</summary>
    [Fact]
    public async Task A_trimmed_program_runs_without_trim_warnings()
    {
        Consumer consumer = workspace.CreateConsumer()
            .WriteProject(
                "App",
                ConsumerSources.Console + "<PublishTrimmed>true</PublishTrimmed><TrimmerSingleWarn>false</TrimmerSingleWarn>",
                ConsumerSources.OpenAIClient + ConsumerSources.TestDoubles
                    + """<TrimmerRootAssembly Include="FailScope" /><TrimmerRootAssembly Include="FailScope.Extensions.AI" /><TrimmerRootAssembly Include="FailScope.Extensions.AI.OpenAI" /><TrimmerRootAssembly Include="FailScope.Testing" />""")
            .Write("App/Models.cs", ConsumerSources.Catalog())
            .Write("App/Program.cs", ConsumerSources.ChatProgram);

        await consumer.PublishAsync("App", "out", "--runtime", RuntimeInformation.RuntimeIdentifier);

        Assert.Equal(ConsumerSources.ChatPrinted, await consumer.RunPublishedAsync("out/App"));
    }

    [Fact]
    public async Task A_native_program_runs_and_is_small()
    {
        SkipWithoutLinker();
        Consumer consumer = CreateNative(ConsumerSources.Runtime, ConsumerSources.Program());

        await consumer.PublishAsync("App", "out", "--runtime", RuntimeInformation.RuntimeIdentifier);

        Assert.Equal(ConsumerSources.Printed, await consumer.RunPublishedAsync("out/App"));
        if (RuntimeInformation.RuntimeIdentifier == "linux-x64")
        {
            // If the size is below the range, update the constant, so that the size cannot grow back unnoticed.
            Assert.InRange(new FileInfo(Path.Combine(consumer.Folder, "out", "App")).Length, (long)(NativeSize * (1 - Slack)), (long)(NativeSize * (1 + Slack)));
        }
    }

    [Fact]
    public async Task A_native_program_with_the_chat_client_runs()
    {
        SkipWithoutLinker();
        Consumer consumer = CreateNative(ConsumerSources.ChatClient, ConsumerSources.ChatProgram);

        await consumer.PublishAsync("App", "out", "--runtime", RuntimeInformation.RuntimeIdentifier);

        Assert.Equal(ConsumerSources.ChatPrinted, await consumer.RunPublishedAsync("out/App"));
    }

    [Fact]
    public async Task A_native_program_with_Redis_runs_without_trim_warnings()
    {
        SkipWithoutLinker();
        Consumer consumer = CreateNative(ConsumerSources.Redis + """<TrimmerRootAssembly Include="FailScope.Redis" />""", ConsumerSources.RedisProgram);

        await consumer.PublishAsync("App", "out", "--runtime", RuntimeInformation.RuntimeIdentifier);

        Assert.Equal(ConsumerSources.RedisPrinted, await consumer.RunPublishedAsync("out/App"));
    }

    private Consumer CreateNative(string packages, string program) => workspace.CreateConsumer()
        .WriteProject("App", ConsumerSources.Console + "<PublishAot>true</PublishAot><StripSymbols>true</StripSymbols>", packages)
        .Write("App/Models.cs", ConsumerSources.Catalog())
        .Write("App/Program.cs", program);

    private static void SkipWithoutLinker()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Assert.SkipUnless(OnPath("clang") || OnPath("gcc"), "Native AOT needs a linker: install clang.");
        Assert.SkipUnless(File.Exists("/usr/include/zlib.h"), "Native AOT needs the headers of zlib: install zlib1g-dev.");
    }

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
