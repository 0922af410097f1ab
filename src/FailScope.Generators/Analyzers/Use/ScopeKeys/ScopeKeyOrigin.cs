namespace FailScope.Generators.Analyzers.Use.ScopeKeys;

/// <summary>How the kind of a key is known.</summary>
[Flags]
internal enum ScopeKeyOrigin
{
    /// <summary>It is not known.</summary>
    None = 0,

    /// <summary>Its type: a catalog generated it.</summary>
    Type = 1,

    /// <summary>A <c>[ScopeKey]</c> attribute on its source.</summary>
    Attribute = 2,

    /// <summary>The start of its text.</summary>
    HandMade = 4,

    /// <summary>Its complete text: a catalog's name, a slash and a member, in the format of a generated key.</summary>
    HandWritten = 8,
}
