
namespace FailScope.Tool.Drafts;

/// <summary>
/// Assigns names to the properties of a catalog, based on <see cref="PropertyNames"/>. Each name is used once, and no two names
/// differ only in case.
/// </summary>
internal sealed class MemberNames
{
    /// <summary>
    /// Members of every class, names of generated members, and names of types that the file uses and that a property
    /// with the same name would hide.
    /// </summary>
    private static readonly string[] Reserved =
    [
        "Catalog", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
        "FailScope", "LossOf", "ModelCapabilities", "Provider", "BillingAccount", "Credential", "Model", "FallbackChain",
    ];

    private readonly HashSet<string> _taken = new(Reserved, StringComparer.OrdinalIgnoreCase);

    /// <param name="className">The name of the class, which no member may have.</param>
    internal MemberNames(string className) => _taken.Add(className);

    /// <summary>An unused name: the last segment of the id; if that is taken, with the author before it; then with a number.</summary>
    /// <param name="id">A model id, or any text.</param>
    /// <param name="fallback">The name to use if the text contains no letter or digit that a name can have.</param>
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

    /// <summary>This name; if it is taken, the name followed by its kind; otherwise one with a number.</summary>
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
