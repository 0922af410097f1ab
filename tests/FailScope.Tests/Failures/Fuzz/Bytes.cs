using System.Globalization;
using System.Text;
using CsCheck;
using FailScope.Tests.Failures.Corpus;

namespace FailScope.Tests.Failures.Fuzz;

/// <summary>Responses as bytes: random ones, and modified provider responses.</summary>
internal static class Bytes
{
    internal static readonly IReadOnlyList<ProviderErrorRow> Rows = ProviderErrorRow.ReadOwn();

    private static readonly byte[][] Bodies = [.. Rows.Select(row => Encoding.UTF8.GetBytes(row.Error.Body!))];

    // Invalid UTF-8: overlong, surrogate halves, stray continuation bytes, too large; and two byte order marks.
    private static readonly byte[][] Pieces =
    [
        [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x80], [0xBF, 0xBF], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0],
        .. new[]
        {
            "1e999", "-1e999", "-0", new string('9', 400), "0." + new string('0', 400) + "1", "18446744073709551616", "-9223372036854775809", "NaN", "Infinity", "0x7f", "1e-400",
            "\\ud800", "\\udc00\\ud800", "\\u", "\\u12", "\\x", "\\", "\"", "\"\"", "{", "}", "[", "]", ",", ":", ",,", "{}", "[]", "null", "true", "/*", "//", "\n", "\r\n\r\n", "\t", "data: ", "event: error\n",
            "<title>", "<html>", "\u2028", "\uFEFF", "\"code\":", "\"error\":", "\"message\":", "\"type\":", "\"raw\":", "\"status\":", "\"reset_at\":", "\"content\":", "insufficient_quota", "Retry-After", "try again in ",
            "can only afford ", "base_resp", "429", "503", "%s%n", "../", "$(x)", "' or 1=1",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly Gen<byte[]> Piece = Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]), Gen.Byte.Array[0, 12]);

    /// <summary>Random bytes, or a response from the corpus after one to six changes.</summary>
    internal static readonly Gen<byte[]> Any = Gen.Frequency(
        (1, Gen.Byte.Array[0, 400]),
        (1, Piece.Array[0, 60].Select(pieces => pieces.SelectMany(piece => piece).ToArray())),
        (8, Gen.Select(Gen.Int[0, Bodies.Length - 1], Gen.Select(Gen.Int[0, 9], Gen.Double[0, 1], Gen.Int[0, 60], Piece).Array[1, 6]).Select(Change)));

    /// <summary>Headers with names that are read and other names, and with hints and random text as values.</summary>
    internal static readonly Gen<KeyValuePair<string, string>[]> Headers = Gen.Select(
        Gen.OneOf(
            Pick("Retry-After", "retry-after-ms", "RETRY-AFTER", "x-ms-retry-after-ms", "x-ratelimit-reset", "X-RateLimit-Reset-Tokens", "x-ratelimit-remaining-tokens", "x-amzn-errortype", "x-error-code", "x-error-message", "x-ms-error-code", "content-type", "", "\0"),
            Gen.String[0, 30]),
        Gen.OneOf(
            Gen.Double.Select(number => number.ToString("R", CultureInfo.InvariantCulture)),
            Gen.DateTimeOffset.Select(date => date.ToString("r", CultureInfo.InvariantCulture)),
            Piece.Array[0, 4].Select(pieces => Encoding.Latin1.GetString([.. pieces.SelectMany(piece => piece)])),
            Gen.Int[0, 100_000].Select(length => new string('9', length / 100 * (length % 100 == 0 ? 100 : 1))),
            Gen.String[0, 40]),
        (name, value) => new KeyValuePair<string, string>(name, value)).Array[0, 6];

    internal static readonly Gen<int?> Status = Gen.OneOf(
        Pick<int?>(null, 0, 200, 400, 401, 402, 403, 404, 408, 413, 429, 500, 502, 503, 529), Gen.Int.Select(status => (int?)status));

    /// <summary>Decodes the bytes: as UTF-8 with replacement, as Latin-1, or each byte as a character with a high code.</summary>
    internal static string Decode(byte[] bytes, int form) => form switch
    {
        0 => Encoding.Latin1.GetString(bytes),
        1 => string.Create(bytes.Length / 2, bytes, static (span, bytes) => System.Runtime.InteropServices.MemoryMarshal.Cast<byte, char>(bytes.AsSpan(0, span.Length * 2)).CopyTo(span)),
        _ => Encoding.UTF8.GetString(bytes),
    };

    internal static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static byte[] Change(int row, (int Kind, double Where, int Length, byte[] Piece)[] changes)
    {
        byte[] body = Bodies[row];
        foreach ((int kind, double where, int length, byte[] piece) in changes)
        {
            int at = (int)(where * body.Length);
            int end = Math.Min(body.Length, at + length);
            body = kind switch
            {
                0 when at < body.Length => [.. body[..at], (byte)(body[at] ^ (1 << (length % 8))), .. body[(at + 1)..]],
                1 => body[..at],
                2 => [.. body[..at], .. body[end..]],
                3 => [.. body[..end], .. body[at..]],
                4 => [.. body[..at], .. piece, .. body[at..]],
                5 => [.. body[..at], .. piece, .. body[end..]],
                6 => DoubleKey(body, at, piece),
                7 => Nest(body, length, at % 3),
                8 => [.. body[..at], .. Bodies[(row + length) % Bodies.Length], .. body[at..]],
                9 => Quote(body),
                _ => body,
            };
        }

        return body;
    }

    // Repeats the name after the next quotation mark with another value.
    private static byte[] DoubleKey(byte[] body, int at, byte[] value)
    {
        int open = body.AsSpan(at).IndexOf((byte)'"') + at;
        int close = open < at ? -1 : body.AsSpan(open + 1).IndexOf((byte)'"');
        return close < 0 ? body : [.. body[..open], .. body[open..(open + close + 2)], (byte)':', (byte)'"', .. value, (byte)'"', (byte)',', .. body[open..]];
    }

    private static byte[] Nest(byte[] body, int levels, int form)
    {
        (string open, string close) = form switch { 0 => ("[", "]"), 1 => ("{\"error\":", "}"), _ => ("{\"details\":[", "]}") };
        return [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(open, levels))), .. body, .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(close, levels)))];
    }

    // JSON inside a string, as an aggregator passes it on.
    private static byte[] Quote(byte[] body) =>
        body.Length > 50_000 ? body : Encoding.UTF8.GetBytes($$$$"""{"error":{"message":"Provider returned error","metadata":{"raw":{{{{System.Text.Json.JsonSerializer.Serialize(Encoding.UTF8.GetString(body))}}}}}}}""");
}
