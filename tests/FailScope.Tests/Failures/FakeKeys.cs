namespace FailScope.Tests.Failures;

/// <summary>Keys in the shapes of real ones, counted up and not drawn, and put together at run time: no scanner takes them for secrets.</summary>
internal static class FakeKeys
{
    /// <summary>A key of a shape, with so many characters more than the fewest.</summary>
    internal static string Of(SecretShape shape, int more = 0)
    {
        int length = Math.Min(shape.MinLength + more, shape.MaxLength);
        return shape.Alphabet == KeyAlphabet.Jwt
            ? shape.Prefix + Run(KeyAlphabet.Alphanumeric, 30) + "." + Run(KeyAlphabet.Alphanumeric, 40) + "." + Run(KeyAlphabet.Base64Url, 43)
            : shape.Prefix + Run(shape.Alphabet, length);
    }

    /// <summary>Characters of an alphabet, letters and digits in turn.</summary>
    internal static string Run(KeyAlphabet alphabet, int length)
    {
        string letters = alphabet switch
        {
            KeyAlphabet.Hex => "abcdef",
            KeyAlphabet.UpperAlphanumeric => "ABCDEFGHJK",
            _ => "aBcDeFgHjK",
        };
        return string.Create(length, letters, static (span, letters) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = i % 2 == 0 ? letters[i / 2 % letters.Length] : (char)('0' + (i / 2 % 10));
            }
        });
    }
}
