#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>The characters that the body of a key is made of.</summary>
internal enum KeyAlphabet
{
    /// <summary>0-9, a-f.</summary>
    Hex,

    /// <summary>0-9, A-Z.</summary>
    UpperAlphanumeric,

    /// <summary>0-9, A-Z, a-z.</summary>
    Alphanumeric,

    /// <summary>0-9, A-Z, a-z, hyphen and underscore.</summary>
    Base64Url,

    /// <summary>0-9, A-Z, a-z, plus, slash and equals sign.</summary>
    Base64,

    /// <summary>Base64Url and full stops, as in a JSON web token.</summary>
    Jwt,
}
