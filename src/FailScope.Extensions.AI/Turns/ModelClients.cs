using System.Runtime.ExceptionServices;

namespace FailScope;

/// <summary>The clients of a chain's models. Each one is created once, when its model is first tried, and kept.</summary>
/// <remarks>
/// The factory is user code: it may be slow, throw, or call the client that it is creating a part of. So each model has
/// its own lock, and code that runs inside a factory never waits for another factory, because two factories that wait for each other
/// would deadlock.
/// </remarks>
internal sealed class ModelClients : IDisposable
{
    // What the current flow is creating. A finished creation stays visible in flows that the factory started, but is ignored.
    private static readonly AsyncLocal<Creation?> Current = new();

    private readonly FallbackChain _chain;
    private readonly Func<Model, ModelClient?> _create;
    private readonly Type _owner;
    private readonly bool _leaveOpen;
    private readonly ModelClient?[] _clients;
    private readonly object[] _locks;
    private readonly HashSet<IDisposable> _closed = new(ReferenceEqualityComparer.Instance);
    private volatile bool _isDisposed;

    /// <param name="chain">The models.</param>
    /// <param name="create">Creates the client of a model; null means that the model is not configured.</param>
    /// <param name="leaveOpen">Whether the clients are not disposed here, because they belong to someone else.</param>
    /// <param name="owner">The type to name in an <see cref="ObjectDisposedException"/>.</param>
    internal ModelClients(FallbackChain chain, Func<Model, ModelClient?> create, bool leaveOpen, Type owner)
    {
        _chain = chain;
        _create = create;
        _leaveOpen = leaveOpen;
        _owner = owner;
        _clients = new ModelClient?[chain.Models.Count];
        _locks = new object[chain.Models.Count];
        for (int i = 0; i < _locks.Length; i++)
        {
            _locks[i] = new object();
        }
    }

    /// <summary>Throws if the clients have been disposed.</summary>
    internal void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, _owner);

    /// <summary>The client of a model.</summary>
    /// <exception cref="ModelNotConfiguredException">It cannot be created. The next turn tries again.</exception>
    /// <exception cref="ObjectDisposedException">The clients have been disposed.</exception>
    internal ModelClient Get(Model model)
    {
        int position = _chain.PositionOf(model);
        return Volatile.Read(ref _clients[position]) ?? Create(model, position);
    }

    /// <summary>
    /// Disposes each client that was created once, even if several models share it. A client that is being created is disposed as
    /// soon as it exists.
    /// </summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;

        // If disposing one client fails, the others must still be disposed.
        ExceptionDispatchInfo? first = null;
        for (int position = 0; position < _clients.Length; position++)
        {
            if (Volatile.Read(ref _clients[position]) is { } made)
            {
                try
                {
                    Close(made);
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
        object gate = _locks[position];
        Creation? outer = Current.Value is { IsOver: false } current ? current : null;
        if (outer is null)
        {
            Monitor.Enter(gate);
        }
        else if (outer.Includes(gate) || !Monitor.TryEnter(gate))
        {
            throw new ModelNotConfiguredException(model, $"The client of the model {model} was requested while a factory was creating it. A factory must not call the client that it creates a part of.");
        }

        var creation = new Creation(gate, outer);
        try
        {
            Current.Value = creation;
            return Volatile.Read(ref _clients[position]) ?? Keep(Make(model), position);
        }
        finally
        {
            creation.IsOver = true;
            Current.Value = outer;
            Monitor.Exit(gate);
        }
    }

    private ModelClient Make(Model model)
    {
        ThrowIfDisposed();
        try
        {
            return _create(model) ?? throw new ModelNotConfiguredException(model);
        }
        catch (Exception exception) when (exception is not ModelNotConfiguredException)
        {
            throw new ModelNotConfiguredException(model, null, exception);
        }
    }

    private ModelClient Keep(ModelClient made, int position)
    {
        // The client is stored first, and the disposed flag is checked afterwards. Disposal does the reverse, so one of the two always disposes it.
        Interlocked.Exchange(ref _clients[position], made);
        if (_isDisposed)
        {
            Close(made);
            ThrowIfDisposed();
        }

        return made;
    }

    private void Close(ModelClient made)
    {
        bool isFirst;
        lock (_closed)
        {
            isFirst = !_leaveOpen && _closed.Add(made.Owned);
        }

        if (isFirst)
        {
            made.Owned.Dispose();
        }
    }

    /// <summary>A client that is being created, and the creation whose factory requested it.</summary>
    private sealed class Creation(object gate, Creation? outer)
    {
        internal volatile bool IsOver;

        internal bool Includes(object other) => gate == other || outer?.Includes(other) == true;
    }
}
