namespace FailScope.Demo;

/// <summary>Converts the first Ctrl+C to a cancellation, so that the demo can end cleanly. The second one ends the process.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    internal Interrupt() => Console.CancelKeyPress += OnCancelKeyPress;

    internal CancellationToken Token => _source.Token;

    public void Dispose()
    {
        Console.CancelKeyPress -= OnCancelKeyPress;
        _source.Dispose();
    }

    private void OnCancelKeyPress(object? sender, ConsoleCancelEventArgs e)
    {
        e.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}
