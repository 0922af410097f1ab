using System.Runtime.InteropServices;

namespace FailScope.Package.Tests.Consumers;

/// <summary>Programs that carry their own runtime, cut down to what they use. A warning of the trimmer or of the native compiler (IL2xxx, IL3xxx) is an error.</summary>
[Collection<ConsumerCollection>]
public class PublishedConsumerTests(ConsumerWorkspace workspace)
{
    /// <summary>The size of <see cref="ConsumerSources.Program"/> as a native program for x64 Linux, in bytes.</summary>
    private const long NativeSize = 2_376_136;

    /// <summary>What another patch of the SDK or another linker may change, as a part of <see cref="NativeSize"/>.</summary>
    private const double Slack = 0.08;

    /// <summary>The assemblies are kept whole, so that every member is looked at and not only those that the program happens to use.</summary>
    [Fact]
    public async Task A_trimmed_program_runs_and_no_member_of_the_packages_warns()
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
    public async Task A_native_program_runs_and_stays_small()
    {
        SkipWithoutLinker();
        Consumer consumer = CreateNative(ConsumerSources.Runtime, ConsumerSources.Program());

        await consumer.PublishAsync("App", "out", "--runtime", RuntimeInformation.RuntimeIdentifier);

        Assert.Equal(ConsumerSources.Printed, await consumer.RunPublishedAsync("out/App"));
        if (RuntimeInformation.RuntimeIdentifier == "linux-x64")
        {
            // Below the range the figure is out of date: write the smaller one down, so that it cannot grow back unnoticed.
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
    public async Task A_native_program_that_shares_its_memory_runs_and_no_member_of_the_package_warns()
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
