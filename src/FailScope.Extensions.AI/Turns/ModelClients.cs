using System.Runtime.ExceptionServices;

namespace FailScope;

/// <summary>The clients of a chain's models: each made when its model is first tried, once, and kept.</summary>
internal sealed class ModelClients : IDisposable
{
    private readonly FallbackChain _chain;
    private readonly Func<Model, ModelClient?> _create;
    private readonly Type _owner;
    private readonly bool _leaveOpen;
    private readonly ModelClient?[] _clients;
    private readonly object _lock = new();
    private volatile bool _isDisposed;

    /// <param name="chain">The models.</param>
    /// <param name="create">Makes the client of a model; null from it counts as not configured.</param>
    /// <param name="leaveOpen">Whether the clients are somebody else's to close.</param>
    /// <param name="owner">Who is told to be disposed of.</param>
    internal ModelClients(FallbackChain chain, Func<Model, ModelClient?> create, bool leaveOpen, Type owner)
    {
        _chain = chain;
        _create = create;
        _leaveOpen = leaveOpen;
        _owner = owner;
        _clients = new ModelClient?[chain.Models.Count];
    }

    /// <summary>Refuses a turn that begins after the clients were disposed of.</summary>
    internal void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, _owner);

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
        var closed = new HashSet<IDisposable>(ReferenceEqualityComparer.Instance);
        foreach (ModelClient? made in _clients)
        {
            if (made is not null && closed.Add(made.Owned))
            {
                try
                {
                    made.Owned.Dispose();
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
                ModelClient created = _create(model) ?? throw new ModelNotConfiguredException(model);
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
