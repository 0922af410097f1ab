#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>The format of one provider's API keys.</summary>
/// <param name="Provider">The provider's name, for a message: "an <em>OpenAI</em> API key".</param>
/// <param name="Prefix">The beginning of the key, case-sensitive.</param>
/// <param name="Alphabet">The characters that can follow the prefix.</param>
/// <param name="MinLength">The minimum number of characters after the prefix.</param>
/// <param name="MaxLength">The maximum number of characters after the prefix.</param>
internal readonly record struct SecretShape(string Provider, string Prefix, KeyAlphabet Alphabet, int MinLength, int MaxLength = 4_000);
