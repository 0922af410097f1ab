using System;

namespace FailScope.Generators.PriceLists.Reading;

/// <summary>Reads JSON numbers as decimals, digit by digit, because a conversion through double would change 0.0000001.</summary>
internal static class ExactNumber
{
    /// <summary>
    /// The number of significant digits of a price. Prices in attributes are doubles with this precision, and lists that were
    /// computed with doubles have rounding errors after it, as in 0.0000006000000000000000001.
    /// </summary>
    internal const int PriceDigits = 15;

    // A decimal can hold any integer with this many digits, and any scale up to this number.
    private const int MostDigits = 28;

    // A larger exponent never fits a decimal.
    private const int MostExponent = 10_000;

    /// <summary>Reads a number, multiplied by a power of ten.</summary>
    /// <param name="text">A JSON number, including scientific notation.</param>
    /// <param name="shift">The power of ten.</param>
    /// <param name="value">The exact product, without trailing zeros.</param>
    /// <returns>False if the text is not a number, or does not fit a decimal exactly.</returns>
    internal static bool TryParse(ReadOnlySpan<char> text, int shift, out decimal value)
    {
        value = 0;
        return TryParse(text, out decimal digits, out int count, out int exponent)
            && TryScale(digits, count, exponent + shift, out value);
    }

    /// <summary>Reads a price: as <see cref="TryParse(ReadOnlySpan{char}, int, out decimal)"/>, rounded to <see cref="PriceDigits"/>.</summary>
    internal static bool TryParsePrice(ReadOnlySpan<char> text, int shift, out decimal value)
    {
        value = 0;
        if (!TryParse(text, out decimal digits, out int count, out int exponent))
        {
            return false;
        }

        if (count > PriceDigits)
        {
            int noise = count - PriceDigits;
            digits = decimal.Round(digits / PowerOfTen(noise), MidpointRounding.ToEven);
            exponent += noise;
            count = PriceDigits;
            while (digits % 10 == 0)
            {
                digits /= 10;
                exponent++;
                count--;
            }
        }

        return TryScale(digits, count, exponent + shift, out value);
    }

    /// <summary>Splits a number: value = digits × 10^exponent.</summary>
    /// <param name="text">The number.</param>
    /// <param name="digits">An integer, with the sign and without trailing zeros.</param>
    /// <param name="count">The number of its digits; 0 for 0.</param>
    /// <param name="exponent">The power of ten.</param>
    private static bool TryParse(ReadOnlySpan<char> text, out decimal digits, out int count, out int exponent)
    {
        digits = 0;
        count = 0;
        exponent = 0;
        bool isNegative = text.Length > 0 && text[0] == '-';
        int at = isNegative ? 1 : 0;
        int read = 0;
        int fraction = 0;
        int zeros = 0;
        bool hasPoint = false;
        for (; at < text.Length && text[at] is '.' or (>= '0' and <= '9'); at++)
        {
            if (text[at] == '.')
            {
                if (hasPoint)
                {
                    return false;
                }

                hasPoint = true;
                continue;
            }

            read++;
            fraction += hasPoint ? 1 : 0;
            if (text[at] == '0')
            {
                // Zeros count only if another digit follows: 1.0000000 is 1.
                zeros += count > 0 ? 1 : 0;
                continue;
            }

            if (count + zeros + 1 > MostDigits)
            {
                return false;
            }

            digits = (digits * PowerOfTen(zeros + 1)) + (text[at] - '0');
            count += zeros + 1;
            zeros = 0;
        }

        if (read == 0 || !TryParseExponent(text.Slice(at), out exponent))
        {
            return false;
        }

        digits = isNegative ? -digits : digits;
        exponent += zeros - fraction;
        return true;
    }

    private static bool TryParseExponent(ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        if (text.Length == 0)
        {
            return true;
        }

        if (text.Length < 2 || text[0] is not ('e' or 'E'))
        {
            return false;
        }

        bool isNegative = text[1] == '-';
        int start = isNegative || text[1] == '+' ? 2 : 1;
        for (int at = start; at < text.Length; at++)
        {
            if (text[at] is < '0' or > '9')
            {
                return false;
            }

            exponent = Math.Min((exponent * 10) + (text[at] - '0'), MostExponent);
        }

        exponent = isNegative ? -exponent : exponent;
        return text.Length > start;
    }

    private static bool TryScale(decimal digits, int count, int exponent, out decimal value)
    {
        value = 0;
        if (count == 0)
        {
            return true;
        }

        if (exponent >= 0)
        {
            if (count + exponent > MostDigits)
            {
                return false;
            }

            value = digits * PowerOfTen(exponent);
            return true;
        }

        if (-exponent > MostDigits)
        {
            return false;
        }

        int[] bits = decimal.GetBits(digits);
        value = new decimal(bits[0], bits[1], bits[2], digits < 0, (byte)-exponent);
        return true;
    }

    private static decimal PowerOfTen(int exponent)
    {
        decimal power = 1;
        for (; exponent > 0; exponent--)
        {
            power *= 10;
        }

        return power;
    }
}
