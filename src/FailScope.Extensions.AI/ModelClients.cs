using System.Runtime.ExceptionServices;
using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>The clients of a chain's models: each made when its model is first tried, once, and kept.</summary>
internal sealed class ModelClients : IDisposable
{
    private readonly FallbackChain _chain;
    private readonly Func<Model, IChatClient> _create;
    private readonly bool _leaveOpen;
    private readonly ModelClient?[] _clients;
    private readonly object _lock = new();
    private volatile bool _isDisposed;

    internal ModelClients(FallbackChain chain, Func<Model, IChatClient> create, bool leaveOpen)
    {
        _chain = chain;
        _create = create;
        _leaveOpen = leaveOpen;
        _clients = new ModelClient?[chain.Models.Count];
    }

    /// <summary>Refuses a turn that begins after the clients were disposed of.</summary>
    internal void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, typeof(FallbackChatClient));

    /// <summary>The client of a model.</summary>
    /// <exception cref="ModelNotConfiguredException">It cannot be made. The next turn tries again.</exception>
    /// <exception cref="ObjectDisposedException">The clients are disposed of.</exception>
    internal ModelClient Get(Model model)
    {
        int position = _chain.PositionOf(model);
        return Volatile.Read(ref _clients[position]) ?? Create(model, position);
    }

    /// <summary>Disposes of each client that was made, once, although several models share it.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
        }

        if (_leaveOpen)
        {
            return;
        }

        // One that fails to close must not keep the others open.
        ExceptionDispatchInfo? first = null;
        var closed = new HashSet<IChatClient>(ReferenceEqualityComparer.Instance);
        foreach (ModelClient? made in _clients)
        {
            if (made is not null && closed.Add(made.Client))
            {
                try
                {
                    made.Client.Dispose();
                }
                catch (Exception exception)
                {
                    first ??= ExceptionDispatchInfo.Capture(exception);
                }
            }
        }

        first?.Throw();
    }

    private ModelClient Create(Model model, int position)
    {
        lock (_lock)
        {
            ThrowIfDisposed();
            if (_clients[position] is { } made)
            {
                return made;
            }

            try
            {
                var created = new ModelClient(_create(model) ?? throw new ModelNotConfiguredException(model), model);
                Volatile.Write(ref _clients[position], created);
                return created;
            }
            catch (Exception exception) when (exception is not ModelNotConfiguredException)
            {
                throw new ModelNotConfiguredException(model, null, exception);
            }
        }
    }
}
