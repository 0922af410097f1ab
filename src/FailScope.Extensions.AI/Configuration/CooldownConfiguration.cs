using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FailScope;

/// <summary>Reads from configuration how long failures are remembered between turns.</summary>
/// <remarks>
/// <code>
/// {
///   "FailScope": {
///     "Cooldowns": {
///       "FailWhenAllCooling": false, "ProbeLease": "00:02:00", "ForgetAfter": "01:00:00", "File": "/var/lib/app/cooldowns",
///       "Kinds":       { "Overloaded": { "Duration": "00:00:15", "LongestDuration": "00:05:00", "Threshold": 3, "Window": "00:01:00" },
///                        "RateLimited": { "LongestHint": "01:00:00" } },
///       "Credentials": { "Main": { "CreditExhausted": { "Duration": "UntilReset" } } },
///       "Chains":      { "Chat": { "Timeout": { "Threshold": 5 } } }
///     }
///   }
/// }
/// </code>
/// Durations are <c>hours:minutes:seconds</c>. The setting of a credential takes precedence over that of a chain, which takes precedence over that
/// of the kind. Missing values keep their defaults.
/// </remarks>
public static class CooldownConfiguration
{
    private const string Section = FailScopeConfiguration.Section + ":Cooldowns";

    /// <summary>The setting with the path of the file, see <see cref="CooldownFile"/>.</summary>
    internal const string File = Section + ":File";

    /// <summary>Reads options from <c>FailScope:Cooldowns</c>. Missing values are left unchanged.</summary>
    /// <param name="options">The options to change.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="chains">The chains whose names, and whose credentials' names, the configuration may use.</param>
    /// <exception cref="InvalidOperationException">A value is invalid for its option, or a name is unknown. The message says where in the configuration.</exception>
    public static void Read(this CooldownOptions options, IConfiguration configuration, IEnumerable<FallbackChain> chains)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(chains);
        FallbackChain[] known = [.. chains];
        IConfigurationSection section = configuration.GetSection(Section);
        Set(section, nameof(options.FailWhenAllCooling), text => options.FailWhenAllCooling = bool.Parse(text));
        Set(section, nameof(options.ProbeLease), text => options.ProbeLease = FailScopeConfiguration.Duration(text));
        Set(section, nameof(options.ForgetAfter), text => options.ForgetAfter = FailScopeConfiguration.Duration(text));
        Set(section, nameof(options.ProbeJitter), text => options.ProbeJitter = double.Parse(text, CultureInfo.InvariantCulture));
        ReadKinds(section.GetSection("Kinds"), (kind, policy) => options.Set(kind, policy));

        ILookup<string, Credential> credentials = known.SelectMany(chain => chain.Models).Select(model => model.Credential).Distinct().ToLookup(credential => credential.Name);
        foreach (IConfigurationSection child in section.GetSection("Credentials").GetChildren())
        {
            foreach (Credential credential in Known(child, credentials, "credential"))
            {
                ReadKinds(child, (kind, policy) => options.Set(kind, credential, policy));
            }
        }

        ILookup<string, FallbackChain> byName = known.ToLookup(chain => chain.Name);
        foreach (IConfigurationSection child in section.GetSection("Chains").GetChildren())
        {
            foreach (FallbackChain chain in Known(child, byName, "chain"))
            {
                ReadKinds(child, (kind, policy) => options.Set(kind, chain, policy));
            }
        }
    }

    private static IEnumerable<T> Known<T>(IConfigurationSection section, ILookup<string, T> known, string what) =>
        known.Contains(section.Key)
            ? known[section.Key]
            : throw new InvalidOperationException($"'{section.Path}' does not name a {what} of a registered chain. Known names: {string.Join(", ", known.Select(group => group.Key))}.");

    private static void ReadKinds(IConfigurationSection section, Action<FailureKind, CooldownPolicy> set)
    {
        foreach (IConfigurationSection child in section.GetChildren())
        {
            Apply(child.Path, () => set(Kind(child.Key), ReadPolicy(child)));
        }
    }

    private static CooldownPolicy ReadPolicy(IConfigurationSection section)
    {
        var policy = new CooldownPolicy();
        Set(section, nameof(policy.Duration), text => policy = string.Equals(text, "UntilReset", StringComparison.OrdinalIgnoreCase)
            ? policy with { IsUntilReset = true }
            : policy with { Duration = FailScopeConfiguration.Duration(text) });
        Set(section, nameof(policy.LongestDuration), text => policy = policy with { LongestDuration = FailScopeConfiguration.Duration(text) });
        Set(section, nameof(policy.LongestHint), text => policy = policy with { LongestHint = FailScopeConfiguration.Duration(text) });
        Set(section, nameof(policy.Window), text => policy = policy with { Window = FailScopeConfiguration.Duration(text) });
        Set(section, nameof(policy.Threshold), text => policy = policy with { Threshold = int.Parse(text, CultureInfo.InvariantCulture) });
        return policy;
    }

    private static FailureKind Kind(string name) =>
        Enum.TryParse(name, out FailureKind kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(name[0])
            ? kind
            : throw new FormatException($"'{name}' is not a failure kind. The kinds are: {string.Join(", ", Enum.GetNames<FailureKind>())}.");

    private static void Set(IConfigurationSection section, string name, Action<string> set)
    {
        if (section[name] is { } text)
        {
            Apply($"{section.Path}:{name}", () => set(text));
        }
    }

    private static void Apply(string path, Action apply)
    {
        try
        {
            apply();
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            throw new InvalidOperationException($"'{path}' has an invalid value: {exception.Message}", exception);
        }
    }
}
