using System.Text;
using FailScope.Tool.Commands;
using FailScope.Tool.Output;

namespace FailScope.Tool;

/// <summary>The <c>failscope</c> command. <c>Commands/</c> contains the command line; each command has its own folder.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        using var interrupt = new CancellationTokenSource();
        ConsoleCancelEventHandler onCancel = (_, e) =>
        {
            // The first Ctrl+C lets a command clean up; the second ends the process.
            e.Cancel = !interrupt.IsCancellationRequested;
            interrupt.Cancel();
        };
        Console.CancelKeyPress += onCancel;
        try
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            return (int)await RunAsync(args, new ToolHost { Console = ToolConsole.OfProcess() }, interrupt.Token);
        }
        finally
        {
            Console.CancelKeyPress -= onCancel;
        }
    }

    internal static async Task<ExitCode> RunAsync(IReadOnlyList<string> args, ToolHost host, CancellationToken cancellationToken)
    {
        try
        {
            return await FailScopeCommand.RunAsync(args, host, cancellationToken);
        }
        catch (ToolException exception)
        {
            host.Console.Error.WriteLine($"failscope: {exception.Message}");
            return exception.ExitCode;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            host.Console.Error.WriteLine("failscope: interrupted.");
            return ExitCode.Interrupted;
        }
        catch (IOException exception) when (IsClosedPipe(exception))
        {
            // The reader closed the pipe because it has seen enough: "failscope check … | head".
            return ExitCode.Success;
        }
    }

    // EPIPE, and ERROR_NO_DATA on Windows.
    private static bool IsClosedPipe(IOException exception) => (exception.HResult & 0xFFFF) is 32 or 232;
}
