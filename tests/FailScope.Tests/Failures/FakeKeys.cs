namespace FailScope.Tests.Failures;

/// <summary>Keys in the formats of real ones, made of counted characters and assembled at run time, so that secret scanners do not report them.</summary>
internal static class FakeKeys
{
    /// <summary>A key in the given format, with the given number of characters above the minimum.</summary>
    internal static string Of(SecretShape shape, int more = 0)
    {
        int length = Math.Min(shape.MinLength + more, shape.MaxLength);
        return shape.Alphabet == KeyAlphabet.Jwt
            ? shape.Prefix + Run(KeyAlphabet.Alphanumeric, 30) + "." + Run(KeyAlphabet.Alphanumeric, 40) + "." + Run(KeyAlphabet.Base64Url, 43)
            : shape.Prefix + Run(shape.Alphabet, length);
    }

    /// <summary>Characters of an alphabet, alternating letters and digits.</summary>
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
