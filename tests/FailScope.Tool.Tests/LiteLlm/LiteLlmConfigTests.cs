namespace FailScope.Tool.Tests.LiteLlm;

public class LiteLlmConfigTests
{
    private const string Secret = "sk-or-v1-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private const string Config = """
        # A proxy as people have it.
        model_list:
          - model_name: smart
            litellm_params:
              model: anthropic/claude-9
              api_key: os.environ/ANTHROPIC_KEY
              order: 2
              rpm: 60
          - model_name: smart
            litellm_params:
              model: openrouter/acme/large-2.5
              api_key: "os.environ/OPENROUTER_API_KEY"
              order: 1
          - model_name: fast
            litellm_params: {model: groq/swift-8b, api_key: os.environ/GROQ_API_KEY, temperature: 0.2}
            model_info: {max_input_tokens: 131072}
          - model_name: long
            litellm_params: {model: gemini/giant, api_key: os.environ/GEMINI_API_KEY}
          - model_name: last
            litellm_params: {model: gpt-9}
        litellm_settings:
          request_timeout: 30
          context_window_fallbacks: [{smart: [long]}]
          default_fallbacks: [last]
        router_settings:
          routing_strategy: simple-shuffle
          fallbacks:
            - smart: ["fast"]
          model_group_alias: {"gpt-4": smart}
        general_settings:
          master_key: sk-1234
        """;

    [Fact]
    public async Task Groups_become_chains_with_deployments_by_order_then_fallbacks_then_nested_ones_then_long_context_ones()
    {
        using ToolRun tool = new ToolRun().Write("config.yaml", Config);

        ModelCatalog catalog = await Compiled.LoadAsync(await tool.SucceedAsync("new", "--from-litellm-config", "config.yaml"));

        // 'fast' has no fallbacks of its own, so the default ones follow it. 'last' alone does not become a chain.
        Assert.Equal(
            [
                "Smart: acme/large-2.5 claude-9 swift-8b gpt-9 giant",
                "Fast: swift-8b gpt-9",
                "Long: giant gpt-9",
            ],
            catalog.Chains.Select(chain => $"{chain.Name}: {string.Join(' ', chain.Models.Select(model => model.Id))}"));
    }

    [Fact]
    public async Task Key_variables_come_from_the_configuration_or_are_the_usual_ones()
    {
        using ToolRun tool = new ToolRun().Write("config.yaml", Config);

        ModelCatalog catalog = await Compiled.LoadAsync(await tool.SucceedAsync("new", "--from-litellm-config", "config.yaml"));

        Assert.Equal(
            ["ANTHROPIC_KEY", "OPENROUTER_API_KEY", "GROQ_API_KEY", "GEMINI_API_KEY", "OPENAI_API_KEY"],
            catalog.Credentials.Select(credential => credential.EnvironmentVariable));
    }

    [Fact]
    public async Task Settings_without_a_counterpart_are_reported_in_the_file_and_on_standard_error()
    {
        using ToolRun tool = new ToolRun().Write("config.yaml", Config);

        string source = await tool.SucceedAsync("new", "--from-litellm-config", "config.yaml");

        foreach (string setting in new[]
        {
            "litellm_params.rpm (line 8)", "litellm_params.temperature (line 15)", "litellm_settings.request_timeout (line 22)",
            "router_settings.routing_strategy (line 26)", "general_settings (line 30)",
        })
        {
            Assert.Contains($"// - {setting}: ", source, StringComparison.Ordinal);
            Assert.Contains($"{setting}: ", tool.Error, StringComparison.Ordinal);
        }

        Assert.Contains("model_group_alias gpt-4: use Models.Smart.", source, StringComparison.Ordinal);
        Assert.Contains("context_window_fallbacks", source, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-1234", source + tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_come_from_the_given_lists_and_from_the_configuration()
    {
        using ToolRun tool = new ToolRun().Write("config.yaml", Config).Write("litellm.json", Lists.LiteLlm).Write("openrouter.json", Lists.OpenRouter);

        ModelCatalog catalog = await Compiled.LoadAsync(
            await tool.SucceedAsync("new", "--from-litellm-config", "config.yaml", "--from", "litellm.json", "--from", "openrouter.json"));

        Assert.Equal(3, Find("acme/large-2.5").Pricing.InputUsdPerMillion);
        Assert.Equal(0.05m, Find("swift-8b").Pricing.InputUsdPerMillion);
        Assert.Equal(400_000, Find("gpt-9").ContextWindow);
        Assert.Equal(ModelPricing.Undeclared, Find("claude-9").Pricing);

        Model Find(string id) => catalog.Models.Single(model => model.Id == id);
    }

    [Theory]
    [InlineData($"{{model: openrouter/acme/a, api_key: {Secret}}}")]
    [InlineData($"{{model: openai/a, api_key: my-own-key-1, api_base: 'https://user:{Secret}@proxy.example.com/v1?key={Secret}'}}")]
    [InlineData($"{{model: openai/a, api_base: 'https://proxy.example.com/{Secret}/v1'}}")]
    [InlineData($"{{model: azure/a, api_key: hunter2hunter2, api_base: 'https://shop.openai.azure.com', client_secret: {Secret}}}")]
    [InlineData($"{{model: bedrock/a, aws_access_key_id: AKIA0123456789ABCDEF, aws_secret_access_key: {Secret}}}")]
    public async Task A_key_in_the_configuration_is_never_copied(string parameters)
    {
        using ToolRun tool = new ToolRun().Write("config.yaml", $"model_list:\n  - model_name: a\n    litellm_params: {parameters}\n");

        string everything = await tool.SucceedAsync("new", "--from-litellm-config", "config.yaml") + tool.Error;

        Assert.Empty(await Compiled.DiagnoseAsync(tool.Output));
        Assert.DoesNotContain(Secret, everything, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("my-own-key", everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_in_the_configuration_causes_a_warning_with_the_variable_to_use()
    {
        using ToolRun tool = new ToolRun().Write("config.yaml", $"model_list:\n  - model_name: a\n    litellm_params: {{model: openrouter/acme/a, api_key: {Secret}}}\n");

        await tool.SucceedAsync("new", "--from-litellm-config", "config.yaml");

        Assert.Contains("failscope: warning: config.yaml: api_key (line 2)", tool.Error, StringComparison.Ordinal);
        Assert.Contains("OPENROUTER_API_KEY", tool.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{model: azure/shop, api_base: os.environ/AZURE_API_BASE}", "https://azure-api-base.invalid/", "Azure")]
    [InlineData("{model: azure/shop, api_base: 'https://shop.openai.azure.com/'}", "https://shop.openai.azure.com/", "Azure")]
    [InlineData("{model: openai/acme/a, api_base: 'https://openrouter.ai/api/v1'}", "https://openrouter.ai/api/v1", "OpenRouter")]
    [InlineData("{model: openai/a, api_base: 'https://llm.example.com/v1'}", "https://llm.example.com/v1", "LlmExample")]
    [InlineData("{model: nowhere/a}", "https://nowhere.invalid/", "Nowhere")]
    [InlineData("{model: bedrock/a, aws_region_name: eu-central-1}", "https://bedrock-runtime.eu-central-1.amazonaws.com/", "Bedrock")]
    [InlineData("{model: vertex_ai/a, vertex_location: europe-west4}", "https://europe-west4-aiplatform.googleapis.com/", "VertexAi")]
    [InlineData("{model: ollama/a}", "http://localhost:11434/v1", "Ollama")]
    [InlineData("{model: a, custom_llm_provider: mistral}", "https://api.mistral.ai/v1", "Mistral")]
    [InlineData("{model: claude-9}", "https://api.anthropic.com/v1", "Anthropic")]
    public async Task A_provider_gets_its_address_or_one_that_never_resolves(string parameters, string address, string name)
    {
        using ToolRun tool = new ToolRun().Write("config.yaml", $"model_list:\n  - model_name: a\n    litellm_params: {parameters}\n");

        ModelCatalog catalog = await Compiled.LoadAsync(await tool.SucceedAsync("new", "--from-litellm-config", "config.yaml"));

        Provider provider = Assert.Single(catalog.Providers);
        Assert.Equal(address, provider.Endpoint.AbsoluteUri);
        Assert.Equal(name, provider.Name);
        Assert.Equal(address.Contains(".invalid", StringComparison.Ordinal), tool.Error.Contains($"FailScope:Providers:{name}:Endpoint", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_can_be_passed_for_a_variable()
    {
        using ToolRun tool = new ToolRun().Write("config.yaml", "model_list:\n  - model_name: a\n    litellm_params: {model: azure/a, api_base: os.environ/AZURE_API_BASE}\n");

        ModelCatalog catalog = await Compiled.LoadAsync(
            await tool.SucceedAsync("new", "--from-litellm-config", "config.yaml", "--endpoint", "AZURE_API_BASE=https://shop.openai.azure.com/openai/v1"));

        Assert.Equal("https://shop.openai.azure.com/openai/v1", catalog.Providers[0].Endpoint.OriginalString);
        Assert.DoesNotContain("warning", tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_deployments_of_one_model_with_one_key_become_one_model()
    {
        using ToolRun tool = new ToolRun().Write("config.yaml", """
            model_list:
              - {model_name: a, litellm_params: {model: groq/x}}
              - {model_name: a, litellm_params: {model: groq/x, rpm: 5}}
              - {model_name: b, litellm_params: {model: groq/x, api_key: os.environ/OTHER}}
            router_settings: {fallbacks: [{a: [b]}]}
            """);

        ModelCatalog catalog = await Compiled.LoadAsync(await tool.SucceedAsync("new", "--from-litellm-config", "config.yaml"));

        Assert.Equal(["A: X → GroqX"], catalog.Chains.Select(chain => chain.ToString()));
        Assert.Equal(2, catalog.Models.Count);
        Assert.Contains("[BillingAccount]", tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Circular_fallbacks_and_fallbacks_to_unknown_groups_end()
    {
        using ToolRun tool = new ToolRun().Write("config.yaml", """
            model_list:
              - {model_name: a, litellm_params: {model: groq/x}}
              - {model_name: b, litellm_params: {model: groq/y}}
            litellm_settings:
              fallbacks: [{a: [b, gone]}, {b: [a]}]
              context_window_fallbacks: [{nowhere: [a]}]
            """);

        ModelCatalog catalog = await Compiled.LoadAsync(await tool.SucceedAsync("new", "--from-litellm-config", "config.yaml"));

        Assert.Equal(["A: X → Y", "B: Y → X"], catalog.Chains.Select(chain => chain.ToString()));
        Assert.Contains("warning: config.yaml: fallbacks gone (line 5)", tool.Error, StringComparison.Ordinal);
        Assert.Contains("warning: config.yaml: context_window_fallbacks of nowhere (line 6)", tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wildcard_and_an_invalid_entry_are_left_out_and_reported()
    {
        using ToolRun tool = new ToolRun().Write("config.yaml", """
            model_list:
              - {model_name: "*", litellm_params: {model: openai/*}}
              - {model_name: broken}
              - {model_name: a, litellm_params: {model: groq/x}}
            include: [other.yaml]
            """);

        ModelCatalog catalog = await Compiled.LoadAsync(await tool.SucceedAsync("new", "--from-litellm-config", "config.yaml"));

        Assert.Single(catalog.Models);
        Assert.Contains("model_name * (line 2)", tool.Error, StringComparison.Ordinal);
        Assert.Contains("model_list (line 3)", tool.Error, StringComparison.Ordinal);
        Assert.Contains("include (line 5)", tool.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: 1\n- b", "config.yaml(2,1)")]
    [InlineData("- a\n- b\n", "model_list")]
    [InlineData("litellm_settings: {}\n", "model_list")]
    [InlineData("", "model_list")]
    [InlineData("model_list: []\n", "no model")]
    [InlineData("a: &a [*a, *a]\nmodel_list: *b\n", "config.yaml(")]
    public async Task An_invalid_configuration_is_rejected_with_the_position_or_what_is_missing(string text, string message)
    {
        using ToolRun tool = new ToolRun().Write("config.yaml", text);

        Assert.Contains(message, await tool.FailAsync(ExitCode.Unreadable, "new", "--from-litellm-config", "config.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_with_too_much_nesting_is_rejected()
    {
        using ToolRun tool = new ToolRun().Write("config.yaml", "model_list: " + new string('[', 100_000));

        Assert.Contains("nested too deeply", await tool.FailAsync(ExitCode.Unreadable, "new", "--from-litellm-config", "config.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_for_selecting_from_a_list_are_rejected()
    {
        using ToolRun tool = new ToolRun().Write("config.yaml", Config);

        Assert.Contains("--models", await tool.FailAsync(ExitCode.Usage, "new", "--from-litellm-config", "config.yaml", "--models", "*"), StringComparison.Ordinal);
    }
}
