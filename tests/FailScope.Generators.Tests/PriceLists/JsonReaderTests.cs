using System.Text;
using System.Text.Json;
using CsCheck;
using FailScope.Generators.PriceLists.Reading;

namespace FailScope.Generators.Tests.PriceLists;

/// <summary>Compares the JSON reader with that of the framework, which shares no code with it.</summary>
public sealed class JsonReaderTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Const(""), Gen.Const("prompt"), Gen.Const("a\"b\\c/d\b\f\n\r\t\u0001"), Gen.Const("ä€😀\uFFFD"), Gen.Const(new string('x', 600)), Gen.String[Gen.Char['\0', '\u00ff'], 0, 12]);

    private static readonly Gen<string> Documents = Gen.Recursive<string>((depth, inner) => depth > 4 ? Scalars : Gen.OneOf(
        Scalars,
        inner.Array[0, 4].Select(Spaces, (items, space) => $"[{space}{string.Join(space + ",", items)}{space}]"),
        Gen.Select(Texts.Select(Quote), inner).Array[0, 4].Select(Spaces, (items, space) => $"{{{space}{string.Join(",", items.Select(item => $"{space}{item.Item1}{space}:{item.Item2}"))}}}")));

    private static Gen<string> Scalars => Gen.OneOf(
        Pick("true", "false", "null", "0", "-0", "1.5e-07", "12345678901234567890", "3E+2", "\"\\u00e4\\ud83d\\ude00\\/\""),
        Texts.Select(Quote),
        Gen.Double.Where(double.IsFinite).Select(number => JsonSerializer.Serialize(number)));

    private static Gen<string> Spaces => Pick("", " ", "\n", "\r\n\t ");

    [Fact]
    public void The_tokens_are_the_same_as_the_frameworks() =>
        Documents.Sample(text => Assert.Equal(Expected(text), Tokens(text, out _)), iter: Iterations.Or(500));

    /// <summary>A fuzz test: both readers accept or reject a document in which characters were inserted, removed or changed.</summary>
    [Fact]
    public void What_the_framework_rejects_is_rejected() =>
        Gen.Select(Documents, Gen.Select(Gen.Int[0, 10_000], Pick('"', '\\', '{', '}', '[', ']', ',', ':', '0', '-', '.', 'e', 't', 'u', ' ', '\n', '\0', 'ä'), Gen.Int[0, 2]).Array[1, 3]).Sample(
            (document, edits) =>
            {
                var text = new StringBuilder(document);
                foreach ((int place, char c, int kind) in edits)
                {
                    int at = place % (text.Length + 1);
                    if (kind > 0 && at < text.Length)
                    {
                        text.Remove(at, 1);
                    }

                    if (kind < 2)
                    {
                        text.Insert(at, c);
                    }
                }

                string broken = text.ToString();
                string[]? expected = Expected(broken);
                string[] found = Tokens(broken, out PriceListProblem? problem);
                if (expected is null)
                {
                    Assert.True(problem is not null, broken);
                }
                else
                {
                    Assert.Null(problem);
                    Assert.Equal(expected, found);
                }
            },
            iter: Iterations.Or(1_000));

    [Theory]
    [InlineData("", 1, 1, "ends too early")]
    [InlineData("{", 1, 2, "ends too early")]
    [InlineData("{\"a\": \"b", 1, 9, "ends inside a string")]
    [InlineData("{\"a\": 1,\n \"b\" 2}", 2, 6, "has '2' where ':' is expected")]
    [InlineData("{\"a\": 1,\n}", 2, 1, "has a ',' before '}'")]
    [InlineData("{\"a\": 1\n\n\"b\": 2}", 3, 1, "has '\"' where ',' or '}' is expected")]
    [InlineData("[1 2]", 1, 4, "has '2' where ',' or ']' is expected")]
    [InlineData("[1}", 1, 3, "has '}' where ',' or ']' is expected")]
    [InlineData("{a: 1}", 1, 2, "has 'a' where a name in quotes is expected")]
    [InlineData("{\"a\": }", 1, 7, "has '}' where a value is expected")]
    [InlineData("[tru]", 1, 5, "has a word that is not 'true'")]
    [InlineData("[1.]", 1, 4, "has ']' where a digit is expected")]
    [InlineData("[01]", 1, 3, "has '1' where ',' or ']' is expected")]
    [InlineData("[\"\\x\"]", 1, 4, "has an invalid escape sequence")]
    [InlineData("[\"\\u12\"]", 1, 7, "has '\\u' without four hexadecimal digits after it")]
    [InlineData("[\"a\nb\"]", 1, 4, "has a line break inside a string")]
    [InlineData("{} {}", 1, 4, "has more text after the end of its JSON")]
    [InlineData("\n<html>", 2, 1, "is a web page or XML, not JSON: the download probably returned an error page")]
    [InlineData("[\0]", 1, 2, "has U+0000 where a value is expected")]
    public void A_problem_has_a_position_and_a_message(string text, int line, int column, string message)
    {
        Tokens(text, out PriceListProblem? problem);

        Assert.Equal(new PriceListProblem(line, column, message), problem);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(1_000_000, false)]
    public void Nesting_is_limited(int depth, bool isRead)
    {
        Tokens(new string('[', depth) + new string(']', depth), out PriceListProblem? problem);

        Assert.Equal(isRead, problem is null);
    }

    [Fact]
    public void A_byte_order_mark_is_skipped() => Assert.Equal(["True "], Tokens("\uFEFFtrue", out _));

    [Fact]
    public void Invalid_UTF8_is_one_problem()
    {
        using var text = new StreamReader(new MemoryStream([(byte)'[', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)']']), new UTF8Encoding(false, throwOnInvalidBytes: true));
        var reader = new JsonReader(text);
        while (reader.Read())
        {
        }

        Assert.Equal("is not encoded in UTF-8", reader.Problem?.Message);
    }

    [Fact]
    public void An_oversized_file_is_one_problem_and_takes_no_memory()
    {
        using var text = new Endless();
        var reader = new JsonReader(text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        while (reader.Read())
        {
        }

        Assert.Contains("the limit for a price list", reader.Problem?.Message, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 10_000);
    }

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Quote(string text) => JsonSerializer.Serialize(text);

    private static string[] Tokens(string text, out PriceListProblem? problem)
    {
        var tokens = new List<string>();
        var reader = new JsonReader(new StringReader(text));
        while (reader.Read())
        {
            bool hasText = reader.Token is JsonToken.Name or JsonToken.String or JsonToken.Number;
            tokens.Add($"{reader.Token} {(hasText ? Readable(reader.Text.ToString()) : "")}");
        }

        problem = reader.Problem;
        return [.. tokens];
    }

    /// <summary>Null if the text is not valid JSON.</summary>
    private static string[]? Expected(string text)
    {
        var tokens = new List<string>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = JsonReader.DeepestNesting });
        try
        {
            while (reader.Read())
            {
                string kind = reader.TokenType == JsonTokenType.PropertyName ? nameof(JsonToken.Name) : reader.TokenType.ToString();
                string content = reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String ? GetString(ref reader)
                    : reader.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(reader.ValueSpan)
                    : "";
                tokens.Add($"{kind} {(content.Length > JsonReader.LongestText ? "" : content)}");
            }
        }
        catch (JsonException)
        {
            return null;
        }

        return [.. tokens];
    }

    // Half of a surrogate pair. JSON may escape it, but the framework does not convert it to a string.
    private const string HalfPair = "half of a pair";

    private static string Readable(string text)
    {
        try
        {
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(text);
            return text;
        }
        catch (EncoderFallbackException)
        {
            return HalfPair;
        }
    }

    private static string GetString(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return HalfPair;
        }
    }

    /// <summary>An array of numbers that never ends.</summary>
    private sealed class Endless : TextReader
    {
        private bool _hasBegun;

        public override int Read(char[] buffer, int index, int count)
        {
            Array.Fill(buffer, '1', index, count);
            for (int i = index + 1; i < index + count; i += 2)
            {
                buffer[i] = ',';
            }

            if (!_hasBegun)
            {
                buffer[index] = '[';
                buffer[index + 1] = ' ';
                _hasBegun = true;
            }

            return count;
        }
    }
}
