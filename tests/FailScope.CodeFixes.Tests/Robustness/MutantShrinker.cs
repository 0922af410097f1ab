namespace FailScope.CodeFixes.Tests.Robustness;

/// <summary>Removes lines, first half of a file and finally single ones, as long as the failure stays the same.</summary>
internal static class MutantShrinker
{
    internal static async Task<Mutant> ShrinkAsync(Mutant mutant, Func<Mutant, Task<bool>> fails)
    {
        for (int file = 0; file < mutant.Files.Count; file++)
        {
            List<string> lines = [.. mutant.Files[file].Split('\n')];
            for (int size = lines.Count; size > 0; size = size > 1 ? (size + 1) / 2 : 0)
            {
                for (int start = 0; start < lines.Count;)
                {
                    List<string> fewer = [.. lines.Take(start), .. lines.Skip(start + size)];
                    Mutant smaller = mutant with { Files = [.. mutant.Files.Select((text, i) => i == file ? string.Join('\n', fewer) : text)] };
                    if (await fails(smaller))
                    {
                        (lines, mutant) = (fewer, smaller);
                    }
                    else
                    {
                        start += size;
                    }
                }
            }
        }

        return mutant;
    }
}
