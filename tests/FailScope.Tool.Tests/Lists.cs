using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FailScope.Tool.Tests;

/// <summary>Small invented price lists, in the published formats.</summary>
internal static class Lists
{
    /// <summary>Two authors, a free variant, an alias, and the special cases of the real list.</summary>
    internal const string OpenRouter = """
        {"data": [
          {"id": "acme/large-2.5", "created": 1780000000, "context_length": 200000,
           "architecture": {"input_modalities": ["text", "image"], "output_modalities": ["text"]},
           "pricing": {"prompt": "0.000003", "completion": "0.000015", "input_cache_read": "0.0000003"},
           "top_provider": {"context_length": 200000, "max_completion_tokens": 64000},
           "supported_parameters": ["tools", "structured_outputs", "reasoning"], "expiration_date": null},
          {"id": "acme/small", "context_length": 131072,
           "architecture": {"input_modalities": ["text"], "output_modalities": ["text"]},
           "pricing": {"prompt": "0.0000001", "completion": "0.0000004"},
           "supported_parameters": ["tools"], "expiration_date": "2026-12-24"},
          {"id": "zoo/parrot-4-26b:free", "context_length": 32768,
           "architecture": {"input_modalities": ["text"], "output_modalities": ["text"]},
           "pricing": {"prompt": "0", "completion": "0"}, "supported_parameters": []},
          {"id": "zoo/song", "context_length": 32768,
           "architecture": {"input_modalities": ["text"], "output_modalities": ["text", "audio"]},
           "pricing": {"prompt": "0", "completion": "0"}, "supported_parameters": []},
          {"id": "zoo/auto", "context_length": 32768,
           "architecture": {"input_modalities": ["text"], "output_modalities": ["text"]},
           "pricing": {"prompt": "-1", "completion": "-1"}, "supported_parameters": []},
          {"id": "~zoo/parrot-latest", "context_length": 32768,
           "architecture": {"input_modalities": ["text"], "output_modalities": ["text"]},
           "pricing": {"prompt": "0", "completion": "0.000001"}, "supported_parameters": []}
        ]}
        """;

    /// <summary>Two providers, one of them with an unknown address.</summary>
    internal const string LiteLlm = """
        {
          "sample_spec": {"litellm_provider": "one of https://docs.litellm.ai/docs/providers", "max_tokens": "LEGACY", "input_cost_per_token": 0},
          "groq/swift-8b": {"litellm_provider": "groq", "mode": "chat", "input_cost_per_token": 5e-08, "output_cost_per_token": 8e-08,
            "max_input_tokens": 131072, "max_output_tokens": 8192, "supports_function_calling": true},
          "gpt-9": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 2e-06, "output_cost_per_token": 8e-06,
            "max_input_tokens": 400000, "max_output_tokens": 128000, "supports_function_calling": true, "supports_vision": true},
          "nowhere/owl": {"litellm_provider": "nowhere", "mode": "chat", "input_cost_per_token": 1e-06, "output_cost_per_token": 1e-06}
        }
        """;

    /// <summary>A list in OpenRouter's format with these ids; each price is in US dollars per token.</summary>
    internal static string Of(IEnumerable<(string Id, string Prompt, string Completion)> models)
    {
        var text = new StringBuilder("{\"data\": [");
        text.AppendJoin(",\n", models.Select(model => string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"id": {{JsonSerializer.Serialize(model.Id)}}, "context_length": 8192, "architecture": {"input_modalities": ["text"], "output_modalities": ["text"]}, "pricing": {"prompt": "{{model.Prompt}}", "completion": "{{model.Completion}}"}, "supported_parameters": ["tools"]}""")));
        return text.Append("]}").ToString();
    }
}
