namespace FailScope.Tool.Tests;

public class CommandLineTests
{
    public static TheoryData<string> Commands => ["new", "check", "update", "explain"];

    [Fact]
    public async Task Help_lists_the_commands_with_examples_and_exit_codes()
    {
        using var tool = new ToolRun();

        string help = await tool.SucceedAsync("--help");

        Assert.All(Commands, command => Assert.Contains($"\n  {command.Data}", help, StringComparison.Ordinal));
        Assert.Contains("Examples:", help, StringComparison.Ordinal);
        Assert.Contains("130  interrupted", help, StringComparison.Ordinal);
        Assert.Equal(help, await tool.SucceedAsync());
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_of_a_command_has_its_examples_and_exit_codes(string command)
    {
        using var tool = new ToolRun();

        string help = await tool.SucceedAsync(command, "--help");

        Assert.Contains($"  failscope {command} ", help, StringComparison.Ordinal);
        Assert.Contains("Exit codes:", help, StringComparison.Ordinal);
        Assert.Empty(tool.Error);
    }

    [Theory]
    [InlineData("Did you mean '--from'?", "new", "--form", "list.json")]
    [InlineData("Did you mean 'explain'?", "explian")]
    [InlineData("failscope check --help", "check", "--format", "xml")]
    [InlineData("failscope update --help", "update")]
    public async Task An_invalid_argument_is_reported_on_standard_error_with_exit_code_2(string message, params string[] arguments)
    {
        using var tool = new ToolRun();

        Assert.Contains(message, await tool.FailAsync(ExitCode.Usage, arguments), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_instead_of_a_file_and_a_folder_without_a_project_are_named()
    {
        using var tool = new ToolRun();

        Assert.Contains("it is a folder, but a file is expected", await tool.FailAsync(ExitCode.Unreadable, "new", "--from", "."), StringComparison.Ordinal);
        Assert.Contains("there is no project in the folder", await tool.FailAsync(ExitCode.Usage, "check", "."), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_run_has_exit_code_130()
    {
        using ToolRun tool = new ToolRun().Write("list.json", Lists.OpenRouter);
        using var interrupt = new CancellationTokenSource();
        await interrupt.CancelAsync();

        Assert.Equal(ExitCode.Interrupted, await tool.RunAsync(interrupt.Token, "new", "--from", "list.json"));
        Assert.Contains("interrupted", tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_terminal_the_output_has_no_colors()
    {
        using var tool = new ToolRun { Input = """{"error":{"message":"Insufficient credits"}}""" };

        Assert.DoesNotContain('\u001b', await tool.SucceedAsync("explain"));
    }
}
