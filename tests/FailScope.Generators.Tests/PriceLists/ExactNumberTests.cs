using System.Globalization;
using System.Text.Json;
using CsCheck;
using FailScope.Generators.PriceLists.Reading;

namespace FailScope.Generators.Tests.PriceLists;

public sealed class ExactNumberTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("0.0000000", "0")]
    [InlineData("0e99999999999", "0")]
    [InlineData("3e-06", "3")]
    [InlineData("5.9e-07", "0.59")]
    [InlineData("5.9E-7", "0.59")]
    [InlineData("0.00000014", "0.14")]
    [InlineData("0.0000000028", "0.0028")]
    [InlineData("1.90e-08", "0.019")]
    [InlineData("1e+0", "1000000")]
    [InlineData("-1", "-1000000")]
    [InlineData("0.000100", "100")]
    [InlineData("0.00000100000000000000000000000000000000000", "1")]
    [InlineData("1.0000000000000001e-6", "1.0000000000000001")]
    public void A_price_per_token_is_converted_exactly_to_a_price_per_million(string text, string expected)
    {
        Assert.True(ExactNumber.TryParse(text, 6, out decimal value));
        Assert.Equal(expected, value.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("0.0000006000000000000000001", "0.6")]
    [InlineData("0.00000100000000000000015", "1")]
    [InlineData("0.00000008333333333333334", "0.0833333333333333")]
    [InlineData("0.0000001249999999999999999999", "0.125")]
    public void The_rounding_error_of_a_double_is_removed_from_a_price(string text, string expected)
    {
        Assert.True(ExactNumber.TryParsePrice(text, 6, out decimal value));
        Assert.Equal(expected, value.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1.2.3")]
    [InlineData("one")]
    [InlineData("1 ")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    [InlineData("1e-40")]
    [InlineData("12345678901234567890123456789")]
    public void A_text_that_is_not_a_number_or_does_not_fit_a_decimal_is_rejected(string text)
    {
        Assert.False(ExactNumber.TryParse(text, 6, out _));
        Assert.False(ExactNumber.TryParsePrice(text, 6, out _));
    }

    [Fact]
    public void Numbers_are_read_like_the_framework_reads_them() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 20], Gen.Int[-15, 15], Gen.Int[0, 5], Gen.Bool).Sample(
            (digits, scale, exponent, zeros, isNegative) =>
            {
                decimal mantissa = new((int)(uint)digits, (int)(digits >> 32), 0, isNegative, (byte)scale);
                string text = mantissa.ToString(CultureInfo.InvariantCulture);
                text += (text.Contains('.', StringComparison.Ordinal) ? "" : ".") + "0" + new string('0', zeros) + "e" + exponent.ToString(CultureInfo.InvariantCulture);

                bool isRead = ExactNumber.TryParse(text, 0, out decimal value);

                using JsonDocument document = JsonDocument.Parse(text);
                bool fits = document.RootElement.TryGetDecimal(out decimal expected);
                // The framework rounds numbers that do not fit. If it did not round, the product must be equal.
                Assert.True(!isRead || (fits && expected == value), text);
                Assert.True(isRead || !fits || Digits(digits) + Math.Abs(exponent) + scale > 28, text);
            },
            iter: Iterations.Or(2_000));

    private static int Digits(ulong value) => value.ToString(CultureInfo.InvariantCulture).Length;
}
