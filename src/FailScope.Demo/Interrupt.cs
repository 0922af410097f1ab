namespace FailScope.Demo;

/// <summary>Turns the first Ctrl+C into a cancellation, so that the demo can end in its own time. The second kills it.</summary>
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
