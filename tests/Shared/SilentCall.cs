namespace FailScope.TestSupport;

/// <summary>A call that is never answered.</summary>
internal static class SilentCall
{
    /// <summary>Waits until the token is cancelled, like an SDK on a silent connection.</summary>
    /// <param name="token">The token of the call.</param>
    /// <param name="meanwhile">Called once the call waits: for example, it lets the time pass that cancels the call.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="TimeoutException">The token was not cancelled in 20 seconds, so that the test fails and does not wait forever.</exception>
    internal static async Task<T> WaitAsync<T>(CancellationToken token, Action meanwhile)
    {
        var never = new TaskCompletionSource<T>();
        using CancellationTokenRegistration registration = token.Register(() => never.TrySetCanceled(token));
        meanwhile();
        return await never.Task.WaitAsync(TimeSpan.FromSeconds(20), CancellationToken.None);
    }
}
