using System.Collections.Concurrent;

namespace FailScope.Redis.Tests.Soak;

/// <summary>The results of all turns together.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<string, long> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _complaints = new();
    private long _begun;
    private long _held;
    private long _failures;
    private long _failuresWithoutMemory;

    internal long Begun => Interlocked.Read(ref _begun);

    /// <summary>The number of turns that began while something was cooling.</summary>
    internal long Held => Interlocked.Read(ref _held);

    internal long Ended => _answers.Values.Sum();

    /// <summary>The number of calls that failed.</summary>
    internal long Failures => Interlocked.Read(ref _failures);

    /// <summary>The number of calls that would have failed if every turn had started without memory.</summary>
    internal long FailuresWithoutMemory => Interlocked.Read(ref _failuresWithoutMemory);

    /// <summary>The first problems that were found.</summary>
    internal IReadOnlyCollection<string> Complaints => _complaints;

    internal void Begin(bool isHeld)
    {
        Interlocked.Increment(ref _begun);
        Interlocked.Add(ref _held, isHeld ? 1 : 0);
    }

    internal void End(string answeredBy) => _answers.AddOrUpdate(answeredBy, 1, static (_, count) => count + 1);

    internal void CountFailure() => Interlocked.Increment(ref _failures);

    internal void CountWithoutMemory(int failures) => Interlocked.Add(ref _failuresWithoutMemory, failures);

    internal void Complain(string complaint)
    {
        if (_complaints.Count < 20)
        {
            _complaints.Enqueue(complaint);
        }
    }
}
