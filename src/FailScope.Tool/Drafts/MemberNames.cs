using System.Text;

namespace FailScope.Tool.Drafts;

/// <summary>
/// Makes names of properties from ids: <c>anthropic/claude-sonnet-4.5</c> becomes <c>ClaudeSonnet45</c>. Each name is given
/// once, and two names never differ in case alone.
/// </summary>
internal sealed class MemberNames
{
    /// <summary>The longest name; ids of paths and hashes are longer than anyone wants to read.</summary>
    private const int Longest = 60;

    /// <summary>
    /// Members of every class, what is generated, and names that the file itself uses where a property of that name would be
    /// found instead of the type.
    /// </summary>
    private static readonly string[] Reserved =
    [
        "Catalog", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
        "FailScope", "LossOf", "ModelCapabilities", "Provider", "BillingAccount", "Credential", "Model", "FallbackChain",
    ];

    private readonly HashSet<string> _taken = new(Reserved, StringComparer.OrdinalIgnoreCase);

    /// <param name="className">The class may have no member of its own name.</param>
    internal MemberNames(string className) => _taken.Add(className);

    /// <summary>A name that nobody has: the last segment of the id, with the author before it if that is taken, then a number.</summary>
    /// <param name="id">A model id, or any text.</param>
    /// <param name="fallback">The name where the text has no letter and no digit that a name can have.</param>
    internal string Take(string id, string fallback)
    {
        string[] segments = id.Split('/', StringSplitOptions.RemoveEmptyEntries);
        string last = ToPascal(segments.LastOrDefault() ?? "", fallback);
        if (_taken.Add(last))
        {
            return last;
        }

        string whole = ToPascal(string.Join('-', segments.TakeLast(2)), fallback);
        return _taken.Add(whole) ? whole : TakeNumbered(last);
    }

    /// <summary>This name, else the name with a word behind it that says what it is, else one with a number.</summary>
    internal string TakeExactly(string name, string kind) => _taken.Add(name) ? name : _taken.Add(name + kind) ? name + kind : TakeNumbered(name);

    /// <summary>The words of a text as one identifier.</summary>
    internal static string ToPascal(string text, string fallback)
    {
        var name = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length && name.Length < Longest;)
        {
            if (!char.IsAsciiLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            int end = at;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            {
                end++;
            }

            // 4.5 is one number, gemma-4-26b has two.
            bool isNumberAfterNumber = name.Length > 0 && char.IsAsciiDigit(name[^1]) && char.IsAsciiDigit(text[at]);
            if (isNumberAfterNumber && text[at - 1] != '.')
            {
                name.Append('_');
            }

            AppendWord(name, text.AsSpan(at, end - at));
            at = end;
        }

        return name.Length == 0 ? fallback : char.IsAsciiDigit(name[0]) ? $"{fallback}{name}" : name.ToString();
    }

    // Sizes are written in capitals, as people do: 26B, A4B, 128K.
    private static void AppendWord(StringBuilder name, ReadOnlySpan<char> word)
    {
        bool isSize = word.Length >= 2 && word[^1] is 'b' or 'k' or 'm' && char.IsAsciiDigit(word[^2]);
        for (int i = 0; i < word.Length; i++)
        {
            bool isCapital = i == 0 || (isSize && i == word.Length - 1);
            name.Append(isCapital ? char.ToUpperInvariant(word[i]) : word[i]);
        }
    }

    private string TakeNumbered(string name)
    {
        string separator = char.IsAsciiDigit(name[^1]) ? "_" : "";
        for (int number = 2; ; number++)
        {
            string numbered = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}{separator}{number}");
            if (_taken.Add(numbered))
            {
                return numbered;
            }
        }
    }
}
