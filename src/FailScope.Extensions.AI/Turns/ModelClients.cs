using System.Runtime.ExceptionServices;

namespace FailScope;

/// <summary>The clients of a chain's models: each made when its model is first tried, once, and kept.</summary>
/// <remarks>
/// The factory is somebody else's code: it may be slow, throw, or call the client that it is making a part of. So each model has
/// a lock of its own, and a flow that is inside a factory never waits for another: two factories that wait for each other would
/// wait for ever.
/// </remarks>
internal sealed class ModelClients : IDisposable
{
    // What the current flow is making. An ended one stays in the flows that the factory started, and counts for nothing.
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
        _locks = new object[chain.Models.Count];
        for (int i = 0; i < _locks.Length; i++)
        {
            _locks[i] = new object();
        }
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

    /// <summary>
    /// Disposes of each client that was made, once, although several models share it. One that is being made is disposed of as
    /// soon as it is there.
    /// </summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;

        // One that fails to close must not keep the others open.
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
        // Kept first, looked for disposal then: whichever of the two comes last closes it.
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

    /// <summary>A client that is being made, and the one whose factory asked for it.</summary>
    private sealed class Creation(object gate, Creation? outer)
    {
        internal volatile bool IsOver;

        internal bool Includes(object other) => gate == other || outer?.Includes(other) == true;
    }
}
