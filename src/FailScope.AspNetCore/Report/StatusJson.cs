using System.Text.Json;
using System.Text.Json.Serialization;

namespace FailScope.AspNetCore;

/// <summary>The report of the status page as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(StatusReport))]
internal sealed partial class StatusJson : JsonSerializerContext
{
    internal static JsonElement Element(IReadOnlyList<ChainReport> chains) => JsonSerializer.SerializeToElement(chains, Default.IReadOnlyListChainReport);

    internal static JsonElement Element(IReadOnlyList<CooldownReport> cooldowns) => JsonSerializer.SerializeToElement(cooldowns, Default.IReadOnlyListCooldownReport);

    internal static JsonElement Element(IReadOnlyList<TenantReport> tenants) => JsonSerializer.SerializeToElement(tenants, Default.IReadOnlyListTenantReport);
}
