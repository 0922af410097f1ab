using System.Text;

namespace FailScope;

/// <summary>
/// Keeps the memory in a small file, so that a restarted process does not have to repeat failing calls. A short time after a change, and
/// when this object is disposed, the whole file is written to a temporary file next to it, which then replaces it.
/// </summary>
/// <remarks>
/// The file contains scope keys, tenants, deadlines and causes, but no secret: of an API key it contains only a keyed hash of eight bytes.
/// A file that cannot be read, is damaged, or comes from a newer version is ignored. If the file cannot be written, the memory continues
/// to work. In both cases, the reason is reported. Use the file in one process only; processes that share their memory need another replicator.
/// </remarks>
public sealed class CooldownFile : ICooldownReplicator, IDisposable
{
    // Enough for more than a million cool-downs. A larger file was not written by this class.
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

    /// <summary>Reads the file into a store, if it exists, and keeps it up to date from then on.</summary>
    /// <param name="cooldowns">The store. Attach the file before the store is used.</param>
    /// <param name="path">The path of the file, in an existing folder.</param>
    /// <param name="report">Called with one sentence if the file is ignored or cannot be written; must not throw. Null for no reports.</param>
    /// <param name="timeProvider">The clock for the delay before writing; null for the system clock.</param>
    /// <returns>The file. Dispose it when the process ends, to write the last changes.</returns>
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

    /// <summary>Writes the last changes and stops following the store.</summary>
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
        // Changes from now on are written by the next call.
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
