#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>The set of characters that can occur in an API key after its prefix.</summary>
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

    /// <summary>Base64Url and full stops, as in a JSON Web Token.</summary>
    Jwt,
}
