namespace FailScope.Generators.Analyzers.Use.ScopeKeys;

/// <summary>What says of which kind a key is.</summary>
[Flags]
internal enum ScopeKeyOrigin
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Its type: a catalog minted it.</summary>
    Type = 1,

    /// <summary>A <c>[ScopeKey]</c> attribute on where it comes from.</summary>
    Attribute = 2,

    /// <summary>The text that it begins with.</summary>
    HandMade = 4,

    /// <summary>The text that it is, whole: a catalog's name, a slash and a member, as a catalog would have written it.</summary>
    HandWritten = 8,
}
