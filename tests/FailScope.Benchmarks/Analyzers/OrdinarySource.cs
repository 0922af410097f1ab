using System.Text;

namespace FailScope.Benchmarks.Analyzers;

/// <summary>A file of ordinary length, with strings, queries and lookups, that has nothing to do with language models.</summary>
internal static class OrdinarySource
{
    private const int Methods = 12;

    internal static string Write(int number)
    {
        var text = new StringBuilder($"namespace Shop.Area{number % 40};\n\npublic sealed class Service{number}\n{{\n    private readonly Dictionary<string, List<int>> _stock = new();\n");
        for (int method = 0; method < Methods; method++)
        {
            text.Append($$"""

                    public async Task<string> Handle{{method}}Async(string id, int amount, CancellationToken cancellationToken)
                    {
                        ArgumentException.ThrowIfNullOrEmpty(id);
                        if (!_stock.TryGetValue(id, out List<int>? known) || known.Count < {{method}})
                        {
                            known = Enumerable.Range(0, amount).Where(item => item % {{method + 2}} == 0).Select(item => item * 2).ToList();
                            _stock[id] = known;
                        }

                        string name = id.Contains("item-{{method}}", StringComparison.Ordinal) ? $"{id}:{amount}" : id.Trim().ToUpperInvariant();
                        foreach (int item in known)
                        {
                            try
                            {
                                await Task.Delay(item, cancellationToken).ConfigureAwait(false);
                            }
                            catch (InvalidOperationException exception) when (exception.Message.Length > {{method}})
                            {
                                return name + exception.Message;
                            }
                        }

                        return string.Join(", ", known.OrderBy(item => item).Select(item => name + ":" + item));
                    }

                """);
        }

        return text.Append("}\n").ToString();
    }
}
