namespace FailScope.Generators.Tests.PriceLists;

/// <summary>Small lists in the published formats. Vendors and models are invented.</summary>
internal static class Lists
{
    /// <summary>OpenRouter's response with these entries.</summary>
    internal static string OpenRouter(params string[] entries) => $$"""{"data": [{{string.Join(",\n", entries)}}], "total_count": {{entries.Length}}}""";

    /// <summary>An OpenRouter entry with these prices, a context window of 128,000 and tools.</summary>
    internal static string Entry(string id, string pricing = "\"prompt\": \"0.000003\", \"completion\": \"0.000015\"", string rest = "") => $$"""
        {"id": "{{id}}", "created": 1785456000, "context_length": 128000, "pricing": { {{pricing}} },
         "architecture": {"input_modalities": ["text"], "output_modalities": ["text"]},
         "supported_parameters": ["tools", "max_tokens"], "expiration_date": null{{rest}}}
        """;

    internal const string LiteLLM = """
        {
            "sample_spec": {"litellm_provider": "one of https://docs.example/providers", "input_cost_per_token": 0.0, "output_cost_per_token": 0.0,
                "max_input_tokens": "max input tokens", "deprecation_date": "date in the format YYYY-MM-DD", "supports_vision": true},
            "acme-large": {"litellm_provider": "openai", "input_cost_per_token": 2.5e-06, "output_cost_per_token": 1e-05,
                "input_cost_per_token_above_200k_tokens": 5e-06, "output_cost_per_token_batches": 5e-06,
                "max_input_tokens": 272000, "max_output_tokens": 128000, "max_tokens": 128000, "mode": "chat",
                "supports_function_calling": true, "supports_vision": false, "deprecation_date": "2026-10-15",
                "search_context_cost_per_query": {"search_context_size_low": 0.03, "search_context_size_medium": 0.035, "search_context_size_high": 0.05}},
            "groq/acme/large": {"litellm_provider": "groq", "input_cost_per_token": 5.9e-07, "output_cost_per_token": 7.9e-07, "max_input_tokens": 131072},
            "azure/acme-large": {"litellm_provider": "azure", "input_cost_per_token": 2.75e-06, "output_cost_per_token": 1.1e-05},
            "cohere/acme-rerank": {"litellm_provider": "cohere", "input_cost_per_token": 0, "output_cost_per_token": 0.0, "input_cost_per_query": 0.002},
            "cohere/acme-command": {"litellm_provider": "cohere_chat", "input_cost_per_token": 1e-06},
            "dashscope/acme-flash": {"litellm_provider": "dashscope", "tiered_pricing": [
                {"range": [0, 256000.0], "input_cost_per_token": 5e-08, "output_cost_per_token": 4e-07},
                {"range": [256000.0, 1000000.0], "input_cost_per_token": 2.5e-07, "output_cost_per_token": 2e-06}]},
            "ocr/acme-pages": {"litellm_provider": "ocr", "ocr_cost_per_page": 0.01, "input_dbu_cost_per_token": 3.0},
            "generalizations": {"rules": [{"pattern": "acme-.*", "model_info": {"litellm_provider": "openai"}}]},
            "last_updated": "2026-07-24T18:23:43.215560+00:00"
        }
        """;

    internal const string ModelsDev = """
        {
            "acme": {"id": "acme", "env": ["ACME_API_KEY"], "npm": "@acme/sdk", "api": "https://api.acme.example/v1/", "name": "Acme", "doc": "https://acme.example/docs",
                "models": {
                    "acme-large": {"id": "acme-large", "name": "Acme Large", "attachment": true, "reasoning": true, "tool_call": true, "structured_output": false,
                        "release_date": "2026-05-20", "last_updated": "2026-06", "modalities": {"input": ["text", "image", "pdf"], "output": ["text"]},
                        "cost": {"input": 3, "output": 15.50, "cache_read": 0.3, "reasoning": 20, "input_audio": 4,
                            "tiers": [{"input": 6, "output": 22.5, "tier": {"type": "context", "size": 200000}}], "context_over_200k": {"input": 6, "output": 22.5}},
                        "limit": {"context": 200000, "output": 64000}},
                    "acme-unpriced": {"id": "acme-unpriced", "limit": {"context": 8192}}
                }},
            "acme-plan": {"id": "acme-plan", "api": "https://api.acme.example/plan/v1", "models": {"acme-large": {"id": "acme-large", "cost": {"input": 0, "output": 0}}}},
            "openai": {"id": "openai", "models": {"acme-large": {"id": "acme-large", "cost": {"input": 2.5, "output": 10}}}}
        }
        """;
}
