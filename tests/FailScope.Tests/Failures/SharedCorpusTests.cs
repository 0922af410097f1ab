using System.Text.Json;

namespace FailScope.Tests.Failures;

/// <summary>Runs over a larger collection of provider errors where it lies beside the repository.</summary>
public sealed class SharedCorpusTests
{
    private const string RelativePath = "shared/data/provider-errors.json";

    [Fact]
    public void Every_row_of_the_collection_beside_the_repository_is_understood()
    {
        string? path = Find();
        Assert.SkipWhen(path is null, $"no {RelativePath} above the test assembly");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path!));
        var wrong = new List<string>();
        foreach (JsonElement row in document.RootElement.EnumerateArray())
        {
            Failure failure = FailureClassifier.Classify(new ProviderError
            {
                StatusCode = row.GetProperty("status").GetInt32(),
                Body = row.GetProperty("body").GetString(),
                Headers = row.GetProperty("headers").EnumerateObject().Select(header => new KeyValuePair<string, string>(header.Name, header.Value.GetString()!)),
            });
            if (failure.Kind.ToString() != row.GetProperty("kind").GetString())
            {
                wrong.Add($"{row.GetProperty("id")}: expected {row.GetProperty("kind")}, got {failure}");
            }
        }

        Assert.Empty(wrong);
    }

    private static string? Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, RelativePath);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
