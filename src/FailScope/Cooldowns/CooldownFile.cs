using System.Text;

namespace FailScope;

/// <summary>
/// Keeps what is remembered in a small file, so that a process that starts again does not pay again to learn what it knew. Written
/// as a whole, to a file beside it that then takes its place, a moment after something changed and when this object is disposed of.
/// </summary>
/// <remarks>
/// The file holds scope keys, tenants, deadlines and causes, and no secret: of a provider's key it holds a keyed hash of eight bytes. A
/// file that cannot be read, is damaged, or comes from a newer version is ignored, and so is a disk that cannot be written: memory goes
/// on, and the report says what happened. One process a file; processes that share their memory need a replicator of another kind.
/// </remarks>
public sealed class CooldownFile : ICooldownReplicator, IDisposable
{
    // More than a million cool-downs; whatever is larger was not written by this class.
    private const long LargestFile = 512L * 1024 * 1024;

    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    private readonly Cooldowns _cooldowns;
    private readonly Action<string>? _report;
    private readonly ITimer _timer;
    private readonly object _writing = new();
    private int _isScheduled;
    private bool _isDisposed;

    private CooldownFile(Cooldowns cooldowns, string path, TimeProvider timeProvider, Action<string>? report)
    {
        _cooldowns = cooldowns;
        _report = report;
        Path = path;
        _timer = timeProvider.CreateTimer(static state => ((CooldownFile)state!).Save(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The full path of the file.</summary>
    public string Path { get; }

    /// <summary>Reads the file into a store, if there is one, and keeps it up to date from then on.</summary>
    /// <param name="cooldowns">The store; to be attached before it is used.</param>
    /// <param name="path">The path of the file, in a folder that exists.</param>
    /// <param name="report">Told in one sentence why a file was ignored or could not be written; it must not throw. Null to tell nobody.</param>
    /// <param name="timeProvider">The clock that writing waits by; null for the system's.</param>
    /// <returns>The file; to be disposed of when the process ends, which writes what is not written yet.</returns>
    public static CooldownFile Attach(Cooldowns cooldowns, string path, Action<string>? report = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(cooldowns);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var file = new CooldownFile(cooldowns, System.IO.Path.GetFullPath(path), timeProvider ?? TimeProvider.System, report);
        file.Load();
        cooldowns.ReplicateWith(file);
        return file;
    }

    /// <inheritdoc/>
    public void Publish(CooldownChange change)
    {
        if (Interlocked.Exchange(ref _isScheduled, 1) == 0)
        {
            _timer.Change(Delay, Timeout.InfiniteTimeSpan);
        }
    }

    /// <inheritdoc/>
    public bool MayProbe(CooldownEntry entry) => true;

    /// <summary>Writes what changed and is not written yet, and no longer follows the store.</summary>
    public void Dispose()
    {
        _cooldowns.StopReplicatingWith(this);
        _timer.Dispose();
        lock (_writing)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
        }

        if (Volatile.Read(ref _isScheduled) == 1)
        {
            Write();
        }
    }

    private void Save()
    {
        // What changes from here on is written the next time.
        Volatile.Write(ref _isScheduled, 0);
        lock (_writing)
        {
            if (!_isDisposed)
            {
                Write();
            }
        }
    }

    private void Load()
    {
        try
        {
            var information = new FileInfo(Path);
            if (!information.Exists)
            {
                return;
            }

            string? problem = information.Length > LargestFile ? "it is too large" : CooldownFileFormat.Read(File.ReadAllText(Path, Encoding.UTF8), _cooldowns);
            if (problem is not null)
            {
                _report?.Invoke($"The cool-downs in '{Path}' are ignored: {problem}. The application starts without them.");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _report?.Invoke($"The cool-downs in '{Path}' cannot be read: {exception.Message} The application starts without them.");
        }
    }

    private void Write()
    {
        string temporary = $"{Path}.{Environment.ProcessId}.tmp";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var stream = new FileStream(temporary, options))
            {
                stream.Write(Encoding.UTF8.GetBytes(CooldownFileFormat.Write(_cooldowns)));
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, Path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _report?.Invoke($"The cool-downs cannot be written to '{Path}': {exception.Message} They are kept in memory only.");
        }
    }
}
