namespace FailScope.Generators.Analyzers.Use.ScopeKeys;

/// <summary>The source from which the kind of a key is known.</summary>
[Flags]
internal enum ScopeKeyOrigin
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Its type: a catalog generated it.</summary>
    Type = 1,

    /// <summary>A <c>[ScopeKey]</c> attribute on its source.</summary>
    Attribute = 2,

    /// <summary>The text that it begins with.</summary>
    HandMade = 4,

    /// <summary>The text that it is, whole: a catalog's name, a slash and a member, as a catalog would have written it.</summary>
    HandWritten = 8,
}
