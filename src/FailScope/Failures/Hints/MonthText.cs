using System.Globalization;

namespace FailScope;

/// <summary>Reads a date whose month is a word: <c>Dec 9</c>, <c>Nov 28th, 2026</c>. Without a year, it is the next such day.</summary>
internal static class MonthText
{
    private const int MinLetters = 3;

    /// <summary>Reads a date at the start of the text and advances the text past it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="today">The current day, needed for a date without a year.</param>
    /// <param name="date">The date.</param>
    internal static bool TryRead(ref ReadOnlySpan<char> text, DateOnly today, out DateOnly date)
    {
        date = default;
        int letters = CountLetters(text);
        int month = letters < MinLetters ? 0 : FindMonth(text[..letters]);
        ReadOnlySpan<char> rest = text[letters..].TrimStart(". ");
        if (month == 0 || !TryTakeNumber(ref rest, maxDigits: 2, out int day))
        {
            return false;
        }

        rest = CountLetters(rest) == 2 && rest[..2] is "st" or "nd" or "rd" or "th" ? rest[2..] : rest;
        ReadOnlySpan<char> behind = rest.TrimStart(", ");
        bool hasYear = TryTakeNumber(ref behind, maxDigits: 4, out int year) && year >= 1_000;
        year = hasYear ? year : today.Year;
        if (year >= DateOnly.MaxValue.Year || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        date = hasYear || date >= today ? date : date.AddYears(1);
        text = hasYear ? behind : rest;
        return true;
    }

    private static int CountLetters(ReadOnlySpan<char> text)
    {
        int count = 0;
        while (count < text.Length && char.IsAsciiLetter(text[count]))
        {
            count++;
        }

        return count;
    }

    // Accepts "Dec", "Sept" and "December", but not "may be".
    private static int FindMonth(ReadOnlySpan<char> word)
    {
        for (int month = 1; month <= 12; month++)
        {
            if (DateTimeFormatInfo.InvariantInfo.GetMonthName(month).AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return month;
            }
        }

        return 0;
    }

    private static bool TryTakeNumber(ref ReadOnlySpan<char> text, int maxDigits, out int number)
    {
        int end = text.IndexOfAnyExceptInRange('0', '9');
        ReadOnlySpan<char> digits = end < 0 ? text : text[..end];
        bool isNumber = digits.Length <= maxDigits & int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        text = isNumber ? text[digits.Length..] : text;
        return isNumber;
    }
}
