
namespace FailScope.Tool.Drafts;

/// <summary>
/// Gives names to the properties of a catalog, by <see cref="PropertyNames"/>. Each name is given once, and two names never
/// differ in case alone.
/// </summary>
internal sealed class MemberNames
{
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
        string last = PropertyNames.ToPascal(segments.LastOrDefault() ?? "", fallback);
        if (_taken.Add(last))
        {
            return last;
        }

        string whole = PropertyNames.ToPascal(string.Join('-', segments.TakeLast(2)), fallback);
        return _taken.Add(whole) ? whole : TakeNumbered(last);
    }

    /// <summary>This name, else the name with a word behind it that says what it is, else one with a number.</summary>
    internal string TakeExactly(string name, string kind) => _taken.Add(name) ? name : _taken.Add(name + kind) ? name + kind : TakeNumbered(name);

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
