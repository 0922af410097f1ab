using System.Text.RegularExpressions;
using FailScope.Tool.Drafts;

namespace FailScope.Tool.LiteLlm;

/// <summary>Where a deployment is called: the provider, its address, and the model id.</summary>
/// <param name="Provider">The name of the provider's property.</param>
/// <param name="Key">LiteLLM's short name for the provider.</param>
/// <param name="Endpoint">The address.</param>
/// <param name="Id">The model id without LiteLLM's prefix.</param>
/// <param name="KeyVariable">The environment variable with the key; null if no key is needed.</param>
/// <param name="Remark">A remark about the address; null if there is none.</param>
internal sealed partial record DeploymentPlace(string Provider, string Key, string Endpoint, string Id, string? KeyVariable, string? Remark)
{
    /// <summary>Prefixes of providers whose address differs between customers.</summary>
    private static readonly string[] AddressedByCaller =
    [
        "azure", "azure_ai", "azure_text", "hosted_vllm", "vllm", "llamafile", "litellm_proxy", "custom_openai", "openai_like", "huggingface", "databricks",
        "xinference", "watsonx", "replicate", "github", "cloudflare", "predibase", "snowflake", "triton", "oobabooga", "docker_model_runner",
    ];

    /// <param name="deployment">The deployment.</param>
    /// <param name="endpoints">Addresses from the command line, by provider or by variable.</param>
    internal static DeploymentPlace Of(Deployment deployment, IReadOnlyDictionary<string, string> endpoints)
    {
        (string key, string id) = Split(deployment);

        // If "openai/…" has its own address, the prefix only names the protocol.
        KnownProvider? known = deployment.Endpoint is { } address ? KnownProvider.At(address)
            : deployment.EndpointVariable is null ? KnownProvider.Find(key)
            : null;
        string name = known?.Name ?? NameOf(key, deployment);
        string? variable = deployment.KeyVariable ?? DefaultKeyVariable(key, name, known, deployment);
        (string endpoint, string? remark) = Address(deployment, key, known, name, endpoints);
        return new DeploymentPlace(name, known?.Key ?? key, endpoint, id, variable, remark);
    }

    /// <summary>An unknown provider is named after its prefix or, if that only names the protocol, after its address.</summary>
    private static string NameOf(string key, Deployment deployment)
    {
        bool isProtocol = KnownProvider.Find(key) is not null || key is "custom_openai" or "openai_like";
        string text = !isProtocol ? key
            : deployment.EndpointVariable is { } variable ? AddressEnding().Replace(variable, "")
            : Uri.TryCreate(deployment.Endpoint, UriKind.Absolute, out Uri? uri) ? string.Join('.', uri.Host.Split('.').SkipLast(1).DefaultIfEmpty(uri.Host))
            : key;
        return PropertyNames.ToPascal(text.ToLowerInvariant(), "Provider");
    }

    [GeneratedRegex("_?(API_BASE|BASE_URL|ENDPOINT|API_URL|URL|HOST)$", RegexOptions.IgnoreCase)]
    private static partial Regex AddressEnding();

    private static (string Key, string Id) Split(Deployment deployment)
    {
        string model = deployment.Model;
        int slash = model.IndexOf('/', StringComparison.Ordinal);
        string prefix = slash > 0 ? model[..slash] : "";
        if (deployment.Provider is { Length: > 0 } provider)
        {
            return (provider, prefix == provider ? model[(slash + 1)..] : model);
        }

        // A prefix is the name of a provider that LiteLLM knows. Without one, the name of the model decides.
        return slash > 0 && model.Length > slash + 1 ? (prefix, model[(slash + 1)..])
            : model.StartsWith("claude", StringComparison.OrdinalIgnoreCase) ? ("anthropic", model)
            : model.StartsWith("gemini", StringComparison.OrdinalIgnoreCase) ? ("vertex_ai", model)
            : ("openai", model);
    }

    // A self-hosted server usually needs no key, and providers with signed requests have none.
    private static string? DefaultKeyVariable(string key, string name, KnownProvider? known, Deployment deployment) =>
        known is not null ? known.EnvironmentVariable
        : deployment.HasLiteralKey ? $"{Upper(name)}_API_KEY"
        : key is "bedrock" or "bedrock_converse" or "sagemaker" or "sagemaker_chat" or "vertex_ai" or "vertex_ai_beta" ? null
        : Array.IndexOf(AddressedByCaller, key) < 0 || key.StartsWith("azure", StringComparison.Ordinal) ? $"{Upper(name)}_API_KEY"
        : null;

    private static (string Endpoint, string? Remark) Address(
        Deployment deployment, string key, KnownProvider? known, string name, IReadOnlyDictionary<string, string> endpoints)
    {
        if ((deployment.EndpointVariable is { } variable && endpoints.TryGetValue(variable, out string? given)) || endpoints.TryGetValue(key, out given))
        {
            return (given, null);
        }

        if (deployment.EndpointVariable is { } unresolved)
        {
            return (Placeholder(unresolved), $"The address is in the variable {unresolved}. {HowToGive(name, unresolved)}");
        }

        if (deployment.Endpoint is { } text)
        {
            return Clean(text) is { } clean ? clean : (Placeholder(key), $"The address in the configuration is not a plain http or https address. {HowToGive(name, key)}");
        }

        return key switch
        {
            _ when known is not null => (known.Endpoint, null),
            "bedrock" or "bedrock_converse" => ($"https://bedrock-runtime.{deployment.Region ?? "us-east-1"}.amazonaws.com", Signed("AWS")),
            "sagemaker" or "sagemaker_chat" => ($"https://runtime.sagemaker.{deployment.Region ?? "us-east-1"}.amazonaws.com", Signed("AWS")),
            "vertex_ai" or "vertex_ai_beta" => ($"https://{deployment.Region ?? "us-central1"}-aiplatform.googleapis.com", Signed("Google Cloud")),
            _ => (Placeholder(key), $"The configuration gives no address, and none is known for '{key}'. {HowToGive(name, key)}"),
        };
    }

    private static string Signed(string cloud) => $"Called with {cloud} credentials: create the client of these models yourself.";

    private static string HowToGive(string provider, string name) =>
        $"Write it here, set it as FailScope:Providers:{provider}:Endpoint, or run the tool with --endpoint {name}=https://…";

    /// <summary>A host name that never resolves (RFC 2606), so that no request is sent to a stranger.</summary>
    private static string Placeholder(string name) => $"https://{Upper(name).ToLowerInvariant().Replace('_', '-').Trim('-')}.invalid";

    /// <summary>The address without user, password, query and fragment, which may contain a key; null if it is not an address.</summary>
    private static (string Endpoint, string? Remark)? Clean(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            return null;
        }

        string plain = uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
        if (SecretShapes.TryFind(plain, 0, out _, out _, out _))
        {
            return null;
        }

        bool isCut = uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0;
        return (plain, isCut ? "User, password and query of the address were left out, because they may contain a key." : null);
    }

    private static string Upper(string text) => new([.. text.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_')]);
}
