using CsCheck;
using FailScope.Tool.Explaining;
using FailScope.Tool.LiteLlm;

namespace FailScope.Tool.Tests;

/// <summary>Whatever a file contains, the tool gives a result or says what is wrong. It never crashes.</summary>
public class HostileInputTests
{
    private static readonly string[] ResponseParts =
        ["HTTP/1.1 402 x\n", "HTTP/2 99999999999 \n", "< HTTP/2 429\n", "< ", "<", "* ", "} ", "Transfer-Encoding: chunked\n", ":", "\n", "\r\n", "ffffffff\n", "7fffffff\n", "0\n", "{", "}", "{\"body\":", "\"status\":1e9,", "\"", "[", "é😀", "\ud83d", "\0", "sk-"];

    private static readonly string[] YamlParts =
        ["model_list:\n", "  - model_name: a\n", "    litellm_params:\n", "      model: openai/x\n", "      api_base: os.environ/\n", "      api_base: ':'\n", "      order: 1e99\n", "      input_cost_per_token: -1e-99\n", "      api_key: [a]\n", "    litellm_params: {model: /}\n", "    litellm_params: {model: azure/}\n", "    litellm_params: {model: x, custom_llm_provider: x}\n", "router_settings:\n", "  fallbacks: [{a: [a, b]}, {a: b}, c, {'*': a}]\n", "  model_group_alias: {b: a, a: b}\n", "  context_window_fallbacks: {a: [z]}\n", "&a ", "*a", "- ", "? ", "!!x ", "{", "]", "\t", "'", "\"", "|\n", "é\u0085\u2028"];

    [Fact]
    public void Any_text_can_be_read_as_an_error() =>
        Mixed(ResponseParts).Sample(text => RawError.Parse(text) is not null, iter: 20_000);

    [Fact]
    public void Any_text_is_read_as_a_configuration_or_rejected() => Mixed(YamlParts).Sample(
        text =>
        {
            try
            {
                return LiteLlmConfigReader.Read(text, "config.yaml") is not null;
            }
            catch (ToolException exception)
            {
                return exception.ExitCode == ExitCode.Unreadable;
            }
        },
        iter: 20_000);

    [Fact]
    public async Task Any_configuration_becomes_a_catalog_that_compiles_without_a_warning_or_is_rejected()
    {
        var configs = new List<string>();
        Mixed(YamlParts).Sample(text => { lock (configs) { configs.Add("model_list:\n  - {model_name: a, litellm_params: {model: groq/x}}\n" + text); } }, iter: 400, threads: 1);
        foreach (string config in configs)
        {
            using ToolRun tool = new ToolRun().Write("config.yaml", config);
            if (await tool.RunAsync("new", "--from-litellm-config", "config.yaml") == ExitCode.Success && tool.Output.Contains("FallbackChain", StringComparison.Ordinal))
            {
                Assert.Empty(await Compiled.DiagnoseAsync(tool.Output));
            }
        }
    }

    private static Gen<string> Mixed(string[] parts) => Gen.Int[0, parts.Length - 1].Array[0, 14].Select(chosen => string.Concat(chosen.Select(i => parts[i])));
}
