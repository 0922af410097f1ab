using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace FailScope;

/// <summary>
/// Tells the memory which API keys are configured, at the start and whenever the configuration is reloaded, so that failures of a replaced
/// key are forgotten. The keys are not kept.
/// </summary>
internal sealed class KeyWatcher : IDisposable
{
    private readonly ICooldowns _cooldowns;
    private readonly IConfiguration? _configuration;
    private readonly IDisposable? _reloads;
    private readonly object _lock = new();
    private readonly HashSet<Credential> _credentials = [];

    public KeyWatcher(ICooldowns cooldowns, IConfiguration? configuration)
    {
        _cooldowns = cooldowns;
        _configuration = configuration;
        _reloads = configuration is null ? null : ChangeToken.OnChange(configuration.GetReloadToken, Observe);
    }

    /// <summary>Starts watching the keys of a chain.</summary>
    internal void Watch(FallbackChain chain)
    {
        lock (_lock)
        {
            foreach (Credential credential in chain.Models.Select(model => model.Credential))
            {
                if (_credentials.Add(credential))
                {
                    Observe(credential);
                }
            }
        }
    }

    public void Dispose() => _reloads?.Dispose();

    private void Observe()
    {
        lock (_lock)
        {
            foreach (Credential credential in _credentials)
            {
                Observe(credential);
            }
        }
    }

    private void Observe(Credential credential)
    {
        if (credential.TryFindKey(_configuration, out string? key))
        {
            _cooldowns.ObserveKey(credential, key);
        }
    }
}
