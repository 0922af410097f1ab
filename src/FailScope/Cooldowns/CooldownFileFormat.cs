using System.Text;
using System.Text.Json;

namespace FailScope;

/// <summary>The format of a <see cref="CooldownFile"/>: a header line with the number of changes, then one line of JSON for each change.</summary>
internal static class CooldownFileFormat
{
    private const string Name = "failscope-cooldowns";
    private const int Version = 1;

    internal static string Write(Cooldowns cooldowns)
    {
        IReadOnlyList<CooldownChange> changes = cooldowns.Export();
        var text = new StringBuilder();
        text.Append("{\"format\":\"").Append(Name).Append("\",\"v\":").Append(Version)
            .Append(",\"changes\":").Append(changes.Count)
            .Append(",\"hashSalt\":\"").Append(Convert.ToHexString(cooldowns.KeyHashSecret)).Append("\"}\n");
        foreach (CooldownChange change in changes)
        {
            text.Append(change.ToJson()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Reads a text into a store, either completely or not at all.</summary>
    /// <returns>The reason why it was not read; null if it was.</returns>
    internal static string? Read(string text, Cooldowns cooldowns)
    {
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0 || ReadHeader(lines[0]) is not { } header)
        {
            return "it is not a cool-down file";
        }

        if (header.Version > Version)
        {
            return "it was written by a newer version of FailScope";
        }

        CooldownChange?[] changes = Array.ConvertAll(lines[1..], CooldownChange.TryParse);
        if (changes.Length != header.Changes || Array.Exists(changes, change => change is null))
        {
            return "it is damaged";
        }

        cooldowns.UseKeyHashSecret(header.Salt);
        Array.ForEach(changes, change => cooldowns.Apply(change!));
        return null;
    }

    private static (int Version, int Changes, byte[] Salt)? ReadHeader(string line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement header = document.RootElement;
            return header.ValueKind == JsonValueKind.Object
                && header.TryGetProperty("format", out JsonElement format) && format.ValueKind == JsonValueKind.String && format.GetString() == Name
                && header.TryGetProperty("v", out JsonElement version) && version.TryGetInt32(out int number)
                ? number > Version ? (number, 0, [])
                : header.TryGetProperty("changes", out JsonElement count) && count.TryGetInt32(out int changes)
                    && header.TryGetProperty("hashSalt", out JsonElement salt) && salt.GetString() is { Length: >= 32 } hex
                    ? (number, changes, Convert.FromHexString(hex))
                    : null
                : null;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
