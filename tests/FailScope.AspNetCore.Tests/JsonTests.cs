using System.Text.Json;
using System.Text.Json.Nodes;

namespace FailScope.AspNetCore.Tests;

/// <summary>The property names are a public contract: programs that read the JSON must keep working.</summary>
public sealed class JsonTests
{
    [Fact]
    public async Task The_json_has_exactly_these_names_and_values()
    {
        await using StatusApp app = await StatusApp.StartAsync(options => options.Chains.Add(Models.Summaries));
        app.Fail(Models.Haiku, FailureKind.CreditExhausted, retryAfter: TimeSpan.FromMinutes(30), evidence: "code insufficient_quota");
        app.Fail(Models.Sonnet, FailureKind.AuthenticationFailed, "acme");
        using JsonDocument actual = JsonDocument.Parse(await app.GetAsync("/failscope/status.json"));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Expected), JsonNode.Parse(actual.RootElement.GetRawText())), actual.RootElement.GetRawText());
    }

    [Fact]
    public async Task The_json_of_a_tenant_names_the_tenant()
    {
        await using StatusApp app = await StatusApp.StartAsync();
        app.Fail(Models.GptOss, FailureKind.AuthenticationFailed, "acme");
        JsonNode report = JsonNode.Parse(await app.GetAsync("/failscope/status.json?tenant=acme"))!;
        Assert.Equal("acme", report["tenant"]!.GetValue<string>());
        Assert.Equal("Degraded", report["status"]!.GetValue<string>());
        Assert.Equal("Cooling", report["chains"]![0]!["models"]![3]!["state"]!.GetValue<string>());
    }

    private const string Expected = """
        {
          "at": "2026-08-01T12:00:00+00:00",
          "tenant": null,
          "status": "Degraded",
          "chains": [
            {
              "name": "Summaries", "status": "Degraded", "recoversAt": null, "alive": 1,
              "models": [
                {
                  "name": "Haiku", "id": "anthropic/claude-haiku-4.5", "provider": "OpenRouter", "account": "Acme", "credential": "Batch", "isFree": false,
                  "state": "Cooling", "isAlive": false, "retiredBy": ["credit:FailScope.AspNetCore.Tests.Models/Acme"], "retiredUntil": "2026-08-01T12:30:00+00:00"
                },
                {
                  "name": "LlamaFree", "id": "meta-llama/llama-3.3-70b-instruct:free", "provider": "OpenRouter", "account": "Acme", "credential": "Web", "isFree": true,
                  "state": "Alive", "isAlive": true, "retiredBy": [], "retiredUntil": null
                }
              ]
            }
          ],
          "cooldowns": [
            {
              "scope": "credit:FailScope.AspNetCore.Tests.Models/Acme", "scopeKind": "Credit", "tenant": null, "isForAllTenants": false, "includesFree": false,
              "state": "Cooling", "cause": "CreditExhausted", "evidence": "code insufficient_quota", "reportedBy": "model:FailScope.AspNetCore.Tests.Models/Haiku",
              "since": "2026-08-01T12:00:00+00:00", "until": "2026-08-01T12:30:00+00:00", "failedProbes": 0,
              "remedy": "Add credit to the account 'Acme' at OpenRouter.", "retires": ["Haiku"]
            }
          ],
          "cooldownsNotListed": 0,
          "tenants": [
            { "tenant": "acme", "status": "Degraded", "cooldowns": 1, "chains": [ { "name": "Summaries", "status": "Degraded", "alive": 1, "models": 2 } ] }
          ],
          "tenantsNotListed": 0
        }
        """;
}
