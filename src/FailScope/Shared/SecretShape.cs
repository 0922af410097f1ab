#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>The shape of one provider's API keys.</summary>
/// <param name="Provider">Whose keys they are, for a message: "an <em>OpenAI</em> API key".</param>
/// <param name="Prefix">What they begin with, in exactly this case.</param>
/// <param name="Alphabet">What follows is made of.</param>
/// <param name="MinLength">The fewest characters that follow.</param>
/// <param name="MaxLength">The most characters that follow.</param>
internal readonly record struct SecretShape(string Provider, string Prefix, KeyAlphabet Alphabet, int MinLength, int MaxLength = 4_000);
