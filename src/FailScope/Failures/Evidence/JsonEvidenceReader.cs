using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FailScope;

/// <summary>
/// Reads JSON in one pass, without building a document, and keeps the fields that <see cref="FieldNames"/> lists as evidence. For
/// truncated or malformed input, it keeps what precedes the error. No input makes it throw.
/// </summary>
internal sealed class JsonEvidenceReader
{
    private const int MaxNesting = 4;
    private const int MaxFaults = 32;
    private const int MaxStringBytes = 64 * 1024;
    private const int MaxNameBytes = 64;
    private const int MaxSpareBytes = 400;

    private static readonly SearchValues<char> PathCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.[]$");

    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,

        // No depth limit is needed: the input is bounded, and this code does not recurse.
        MaxDepth = int.MaxValue,
    };

    private readonly ErrorEvidence _evidence;
    private readonly bool _isUpstream;
    private readonly int _nesting;
    private readonly List<Frame> _frames = [];

    private JsonEvidenceReader(ErrorEvidence evidence, bool isUpstream, int nesting)
    {
        _evidence = evidence;
        _isUpstream = isUpstream;
        _nesting = nesting;
    }

    /// <summary>An object or array that is still open.</summary>
    private readonly record struct Frame(string Name, bool IsArray);

    /// <summary>Reads one or more JSON values in sequence.</summary>
    internal static void Read(ReadOnlySpan<char> json, ErrorEvidence evidence, bool isUpstream = false, int nesting = 0)
    {
        // Encoding replaces lone surrogates with U+FFFD.
        byte[] utf8 = new byte[Encoding.UTF8.GetMaxByteCount(json.Length)];
        Span<byte> known = utf8.AsSpan(0, Encoding.UTF8.GetBytes(json, utf8));
        BlankControlCharacters(known);
        ReadOnlySpan<byte> rest = known;
        while (!rest.IsEmpty && evidence.Faults < MaxFaults)
        {
            int consumed = new JsonEvidenceReader(evidence, isUpstream, nesting).ReadValue(rest);
            rest = SkipToNextValue(rest[consumed..]);
        }
    }

    /// <summary>Reads a string that may be JSON, or text around JSON. Returns false if it contains no JSON.</summary>
    private static bool TryReadEmbedded(string text, ErrorEvidence evidence, bool isUpstream, int nesting)
    {
        int start = EmbeddedJson.Find(text);
        if (start < 0 || nesting >= MaxNesting)
        {
            return false;
        }

        int before = evidence.Count;
        Read(text.AsSpan(start), evidence, isUpstream, nesting);
        if (evidence.Count == before)
        {
            return false;
        }

        evidence.AddText(text[..start], isUpstream);
        return true;
    }

    // JSON forbids control characters inside strings, but some proxies write line breaks there. Outside strings a space means the same.
    private static void BlankControlCharacters(Span<byte> utf8)
    {
        const byte LastControl = 0x1F;
        for (int at = utf8.IndexOfAnyInRange((byte)0, LastControl); at >= 0; at = utf8.IndexOfAnyInRange((byte)0, LastControl))
        {
            utf8[at] = (byte)' ';
            utf8 = utf8[(at + 1)..];
        }
    }

    private static ReadOnlySpan<byte> SkipToNextValue(ReadOnlySpan<byte> rest)
    {
        int start = rest.IndexOfAny((byte)'{', (byte)'[');
        return start < 0 ? [] : rest[start..];
    }

    // Returns the number of bytes read, at least one.
    private int ReadValue(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, isFinalBlock: false, new JsonReaderState(Options));
        string name = "";
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        name = reader.ValueSpan.Length <= MaxNameBytes ? FieldNames.Reduce(Text(ref reader)) : "";
                        if (FieldNames.IsSkipped(name) && !reader.TrySkip())
                        {
                            return utf8.Length;
                        }

                        break;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        _frames.Add(new Frame(NameOfValue(name), reader.TokenType == JsonTokenType.StartArray));
                        name = "";
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        _frames.RemoveAt(_frames.Count - 1);
                        break;
                    case JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True:
                        AddScalar(NameOfValue(name), ref reader);
                        break;
                }

                if (_frames.Count == 0)
                {
                    return (int)reader.BytesConsumed;
                }
            }

            AddCutOffString(NameOfValue(name), utf8[(int)reader.BytesConsumed..]);
            return utf8.Length;
        }
        catch (JsonException)
        {
            _evidence.Faults++;
            return Math.Max(1, (int)reader.BytesConsumed);
        }
    }

    // The elements of an array have the name of the array.
    private string NameOfValue(string name) => _frames.Count > 0 && _frames[^1].IsArray ? _frames[^1].Name : name;

    private string NameOfParent()
    {
        for (int i = _frames.Count - 1; i >= 0; i--)
        {
            if (!_frames[i].IsArray)
            {
                return _frames[i].Name;
            }
        }

        return "";
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> raw = reader.ValueSpan;
        if (raw.Length > MaxStringBytes)
        {
            return Encoding.UTF8.GetString(raw[..MaxStringBytes]);
        }

        try
        {
            return reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() ?? "" : Encoding.UTF8.GetString(raw);
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate or invalid UTF-8: use the raw text instead.
            return Encoding.UTF8.GetString(raw);
        }
    }

    private void AddScalar(string name, ref Utf8JsonReader reader)
    {
        bool isCode = FieldNames.IsCode(name);
        bool isText = FieldNames.IsText(name) || _frames.Count == 0;
        if (FieldNames.IsTime(name))
        {
            _evidence.AddTime(name, Text(ref reader), isHeader: false);
        }
        else if (FieldNames.IsFinish(name))
        {
            _evidence.AddCode(name, Text(ref reader), CodePlace.Elsewhere, _isUpstream);
        }
        else if (name is "model" or "param" && reader.TokenType == JsonTokenType.String)
        {
            AddParameter(name, Text(ref reader));
        }
        else if (isCode || isText)
        {
            Add(name, Text(ref reader), isCode, isText && reader.TokenType == JsonTokenType.String);
        }
        else if (reader.TokenType == JsonTokenType.String && IsSentence(reader.ValueSpan))
        {
            _evidence.AddSpareText(Text(ref reader), _isUpstream);
        }
    }

    // "messages[0].content", but not a masked key.
    private static bool IsPath(string text) => text.AsSpan().IndexOfAnyExcept(PathCharacters) < 0;

    // Three words or more, and shorter than most prompts and documents.
    private static bool IsSentence(ReadOnlySpan<byte> text) => text.Length <= MaxSpareBytes && text.Count((byte)' ') >= 2;

    private void AddParameter(string name, string text)
    {
        if (name == "model")
        {
            _evidence.NamesModel = true;
        }
        else if (text.Contains(' ', StringComparison.Ordinal))
        {
            // The name of a parameter has no spaces, so this is a sentence about it.
            Add(name, text, isCode: false, isText: true);
        }
        else
        {
            _evidence.BlamesModel |= text == "model";
            _evidence.BlamesParameter |= IsPath(text) && !FieldNames.IsNoParameter(FieldNames.Reduce(text));
        }
    }

    private void Add(string name, string text, bool isCode, bool isText)
    {
        string parent = NameOfParent();
        bool isUpstream = _isUpstream || name == "raw";
        _evidence.IsRelayed |= name == "raw";
        if (isText && TryReadEmbedded(text, _evidence, isUpstream, _nesting + 1))
        {
            return;
        }

        if (isCode)
        {
            CodePlace place = PlaceOf(name, parent);
            _evidence.AddCode(name, text, place, isUpstream);
            if (place != CodePlace.BaseResp && _evidence.StatedStatus is null && TryReadStatus(text, out int status))
            {
                _evidence.StatedStatus = status;
            }
        }

        // A value without spaces is a code, unless it is Chinese text.
        if (isText && (!isCode || text.AsSpan().ContainsAny(' ', '\n') || !Ascii.IsValid(text)))
        {
            _evidence.AddText(text, isUpstream);
        }
    }

    private CodePlace PlaceOf(string name, string parent) => (parent, name) switch
    {
        ("baseresp", "statuscode") => CodePlace.BaseResp,
        ("errors", "code") => CodePlace.ErrorsItem,
        ("error", "code") => CodePlace.Error,
        ("header", "code") => CodePlace.Header,
        ("", "code") when _frames.Count == 1 => CodePlace.Root,
        ("", "errorcode" or "errcode") when _frames.Count == 1 => CodePlace.RootErrorCode,
        _ => CodePlace.Elsewhere,
    };

    private static bool TryReadStatus(string text, out int status) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out status) && IsStatus(status);

    // The error statuses that servers and proxies use. Other numbers of three digits are codes of the provider.
    private static bool IsStatus(int number) => number is (>= 400 and <= 431) or 451 or 498 or 499 or (>= 500 and <= 504) or 507 or (>= 520 and <= 530);

    // The input ended inside a string. The beginning of a sentence is still evidence; the beginning of a code is not.
    private void AddCutOffString(string name, ReadOnlySpan<byte> rest)
    {
        int quote = rest.IndexOf((byte)'"');
        if (quote >= 0 && FieldNames.IsText(name) && rest[..quote].IndexOfAnyExcept(": \t\r\n"u8) < 0)
        {
            string text = Encoding.UTF8.GetString(rest[(quote + 1)..Math.Min(rest.Length, quote + MaxStringBytes)]);
            if (text.Contains(' ', StringComparison.Ordinal) || !Ascii.IsValid(text))
            {
                _evidence.AddText(text, _isUpstream || name == "raw");
            }
        }
    }
}
