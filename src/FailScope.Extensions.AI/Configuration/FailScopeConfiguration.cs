using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FailScope;

/// <summary>Reads keys, endpoints and the options of chains from configuration, each under its name in the catalog.</summary>
/// <remarks>
/// <code>
/// {
///   "FailScope": {
///     "Credentials": { "Main": "the key; better in user secrets, or in the environment as FailScope__Credentials__Main" },
///     "Providers":   { "OpenRouter": { "Endpoint": "https://proxy.example/v1" } },
///     "Chains":      { "Chat": { "MaxAttempts": 4, "Timeout": "00:01:30", "AttemptTimeout": "00:00:30",
///                                "FirstContentTimeout": "00:00:10", "IdleTimeout": "00:00:15",
///                                "FallbackOn": [ "ContentFiltered" ], "ReportFirstChoice": true, "RequireFinishReason": true } }
///   }
/// }
/// </code>
/// Durations are <c>hours:minutes:seconds</c>. Missing values keep their defaults.
/// </remarks>
public static class FailScopeConfiguration
{
    /// <summary>The name of the section.</summary>
    public const string Section = "FailScope";

    private const string Credentials = Section + ":Credentials:";
    private const string Providers = Section + ":Providers:";
    private const string Chains = Section + ":Chains:";

    /// <summary>
    /// Finds the API key of a credential: under <c>FailScope:Credentials:{name}</c>, otherwise under the name of the environment
    /// variable that the catalog declares, first in the configuration (including user secrets) and then in the environment.
    /// </summary>
    /// <param name="credential">The credential.</param>
    /// <param name="configuration">The configuration; null to use only the environment.</param>
    /// <param name="key">The key, without surrounding white space; null if there is none.</param>
    public static bool TryFindKey(this Credential credential, IConfiguration? configuration, [NotNullWhen(true)] out string? key)
    {
        ArgumentNullException.ThrowIfNull(credential);
        string? variable = credential.EnvironmentVariable;
        key = Trim(configuration?[Credentials + credential.Name])
            ?? (variable is null ? null : Trim(configuration?[variable]) ?? Trim(Environment.GetEnvironmentVariable(variable)));
        return key is not null;
    }

    /// <summary>Gets the address of a provider: <c>FailScope:Providers:{name}:Endpoint</c> if set, otherwise the one that the catalog declares.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="configuration">The configuration.</param>
    /// <exception cref="InvalidOperationException">The setting is not an absolute http or https URL.</exception>
    public static Uri GetEndpoint(this Provider provider, IConfiguration? configuration)
    {
        ArgumentNullException.ThrowIfNull(provider);
        string path = $"{Providers}{provider.Name}:Endpoint";
        return configuration?[path] is not { } text ? provider.Endpoint
            : Uri.TryCreate(text, UriKind.Absolute, out Uri? endpoint) && endpoint.Scheme is "http" or "https" ? endpoint
            : throw new InvalidOperationException($"'{path}' is not an absolute http or https URL.");
    }

    /// <summary>Reads the options of a chain from <c>FailScope:Chains:{name}</c>. Missing values are left unchanged.</summary>
    /// <param name="options">The options to change.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="chain">The chain.</param>
    /// <exception cref="InvalidOperationException">A value is invalid for its option. The message says where in the configuration.</exception>
    public static void Read(this FallbackClientOptions options, IConfiguration configuration, FallbackChain chain)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(chain);
        string section = Chains + chain.Name + ":";
        Set(nameof(options.MaxAttempts), text => options.MaxAttempts = int.Parse(text, CultureInfo.InvariantCulture));
        Set(nameof(options.Timeout), text => options.Timeout = Duration(text));
        Set(nameof(options.AttemptTimeout), text => options.AttemptTimeout = Duration(text));
        Set(nameof(options.ReportFirstChoice), text => options.ReportFirstChoice = bool.Parse(text));
        if (options is FallbackChatOptions chat)
        {
            Set(nameof(chat.FirstContentTimeout), text => chat.FirstContentTimeout = Duration(text));
            Set(nameof(chat.IdleTimeout), text => chat.IdleTimeout = Duration(text));
            Set(nameof(chat.RequireFinishReason), text => chat.RequireFinishReason = bool.Parse(text));
        }

        string[] kinds = [.. configuration.GetSection(section + nameof(options.FallbackOn)).GetChildren().Select(child => child.Value ?? "")];
        if (kinds.Length > 0)
        {
            Apply(nameof(options.FallbackOn), () => options.FallbackOn = Array.ConvertAll(kinds, Enum.Parse<FailureKind>));
        }

        void Set(string name, Action<string> set)
        {
            if (configuration[section + name] is { } text)
            {
                Apply(name, () => set(text));
            }
        }

        void Apply(string name, Action apply)
        {
            try
            {
                apply();
            }
            catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
            {
                throw new InvalidOperationException($"'{section}{name}' has an invalid value: {exception.Message}", exception);
            }
        }
    }

    // TimeSpan parses "30" as thirty days, although thirty seconds were probably meant.
    internal static TimeSpan Duration(string text) =>
        text.Contains(':', StringComparison.Ordinal)
            ? TimeSpan.Parse(text, CultureInfo.InvariantCulture)
            : throw new FormatException("A duration is written as hours:minutes:seconds, for example 00:00:30.");

    private static string? Trim(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
