using System;
using System.IO;

namespace FailScope.Generators.PriceLists.Reading;

/// <summary>Reads the current value, and may leave some or all of it unread.</summary>
/// <param name="reader">The reader.</param>
/// <param name="state">Receives what is read.</param>
internal delegate void JsonPart<in T>(JsonReader reader, T state);

/// <summary>
/// Reads JSON (RFC 8259) forward only, token by token, in constant memory. An analyzer cannot ship System.Text.Json, because every
/// compiler host has its own version. Invalid JSON ends the reading with a <see cref="Problem"/>. Nothing is thrown.
/// </summary>
/// <remarks>The text is UTF-16, as in the compiler, and is read in pieces of a few thousand characters, so that a list of ten
/// megabytes is never copied.</remarks>
internal sealed partial class JsonReader(TextReader input)
{
    /// <summary>The maximum length of a text. Longer ones are read to the end but dropped, because no id, price or date is that long.</summary>
    internal const int LongestText = 512;

    /// <summary>The deepest nesting of objects and arrays.</summary>
    internal const int DeepestNesting = 64;

    /// <summary>The longest input, in characters. Published lists have two to ten million.</summary>
    internal const int LongestInput = 64 * 1024 * 1024;

    private const int EndOfInput = -1;

    private readonly char[] _window = new char[8192];
    private readonly char[] _text = new char[LongestText];
    private readonly bool[] _isObject = new bool[DeepestNesting];
    private int _next;
    private int _length;
    private int _before;
    private int _textLength;
    private bool _textIsDropped;
    private int _depth;
    private int _line = 1;
    private int _lineStart;
    private bool _needsSeparator;
    private bool _isSkipping;

    /// <summary>The current token.</summary>
    internal JsonToken Token { get; private set; }

    /// <summary>What is wrong with the input; null if there is no problem.</summary>
    internal PriceListProblem? Problem { get; private set; }

    /// <summary>The characters of a name, a string (without escapes) or a number, until the next call. Empty if they are longer than
    /// <see cref="LongestText"/>.</summary>
    internal ReadOnlySpan<char> Text => _textIsDropped ? default : _text.AsSpan(0, _textLength);

    /// <summary>The line of the current token, counted from 1.</summary>
    internal int TokenLine { get; private set; } = 1;

    private int Column => _before + _next - _lineStart + 1;

    /// <summary>Moves to the next token.</summary>
    /// <returns>False after the last token and after a problem.</returns>
    internal bool Read()
    {
        bool isFirst = Token == JsonToken.None && _before + _next == 0;
        bool isValueOfName = Token == JsonToken.Name;
        if (Problem is not null || (Token == JsonToken.None && !isFirst))
        {
            return false;
        }

        if (isFirst && Peek() == '\uFEFF')
        {
            _next++;
        }

        int c = SkipWhiteSpace();
        if (!isFirst && _depth == 0)
        {
            Token = JsonToken.None;
            return c != EndOfInput && Fail("has more text after the end of its JSON");
        }

        if (_needsSeparator && c == ',')
        {
            _next++;
            c = SkipWhiteSpace();
            if (c is ']' or '}')
            {
                return Fail($"has a ',' before '{(char)c}'");
            }
        }
        else if (_needsSeparator && !IsEndOfCurrent(c))
        {
            return Fail(c == EndOfInput ? "ends too early" : $"has {Describe(c)} where ',' or '{(_isObject[_depth - 1] ? '}' : ']')}' is expected");
        }

        TokenLine = _line;
        bool isName = _depth > 0 && _isObject[_depth - 1] && !isValueOfName;
        return isName && c != '}' ? ReadName(c) : ReadValue(c, isValueOfName);
    }

    /// <summary>Moves into the object after the current name, if it is one, and reads its members like <see cref="ReadMembers"/>.</summary>
    internal void ReadObject<T>(T state, JsonPart<T> readMember)
    {
        if (Read() && Token == JsonToken.StartObject)
        {
            ReadMembers(state, readMember);
        }
    }

    /// <summary>Reads the object that starts at the current token. Calls the delegate at the name of each member, and skips what it leaves unread.</summary>
    internal void ReadMembers<T>(T state, JsonPart<T> readMember)
    {
        while (Read() && Token == JsonToken.Name)
        {
            readMember(this, state);
            SkipRest();
        }
    }

    /// <summary>Moves into the array after the current name, if it is one, and reads its elements like <see cref="ReadElements"/>.</summary>
    internal void ReadArray<T>(T state, JsonPart<T> readElement)
    {
        if (Read() && Token == JsonToken.StartArray)
        {
            ReadElements(state, readElement);
        }
    }

    /// <summary>Reads the array that starts at the current token. Calls the delegate at the first token of each element, and skips what it leaves unread.</summary>
    internal void ReadElements<T>(T state, JsonPart<T> readElement)
    {
        while (Read() && Token != JsonToken.EndArray)
        {
            readElement(this, state);
            SkipRest();
        }
    }

    /// <summary>Moves to the last token of the value whose name or first token is the current one.</summary>
    internal void SkipRest()
    {
        _isSkipping = true;
        if (Token == JsonToken.Name)
        {
            Read();
        }

        if (Token is JsonToken.StartObject or JsonToken.StartArray)
        {
            int depth = _depth - 1;
            while (_depth > depth && Read())
            {
            }
        }

        _isSkipping = false;
    }

    private bool IsEndOfCurrent(int c) => c == (_isObject[_depth - 1] ? '}' : ']');

    private bool ReadName(int c)
    {
        if (c != '"')
        {
            return Fail(c == EndOfInput ? "ends too early" : $"has {Describe(c)} where a name in quotes is expected");
        }

        if (!ReadString())
        {
            return false;
        }

        c = SkipWhiteSpace();
        if (c != ':')
        {
            return Fail(c == EndOfInput ? "ends too early" : $"has {Describe(c)} where ':' is expected");
        }

        _next++;
        _needsSeparator = false;
        Token = JsonToken.Name;
        return true;
    }

    private bool ReadValue(int c, bool isValueOfName)
    {
        switch (c)
        {
            case '{':
                return Open(isObject: true);
            case '[':
                return Open(isObject: false);
            case '}' or ']' when _depth > 0 && !isValueOfName && IsEndOfCurrent(c):
                _next++;
                _depth--;
                return Found(c == '}' ? JsonToken.EndObject : JsonToken.EndArray);
            case '"':
                return ReadString() && Found(JsonToken.String);
            case 't':
                return ReadWord("true") && Found(JsonToken.True);
            case 'f':
                return ReadWord("false") && Found(JsonToken.False);
            case 'n':
                return ReadWord("null") && Found(JsonToken.Null);
            case '-' or (>= '0' and <= '9'):
                return ReadNumber() && Found(JsonToken.Number);
            case '<' when _depth == 0:
                return Fail("is a web page or XML, not JSON: the download probably returned an error page");
            default:
                return Fail(c == EndOfInput ? "ends too early" : $"has {Describe(c)} where a value is expected");
        }
    }

    private bool Found(JsonToken token)
    {
        Token = token;
        _needsSeparator = true;
        return true;
    }

    private bool Open(bool isObject)
    {
        if (_depth == DeepestNesting)
        {
            return Fail($"is nested more than {DeepestNesting} levels deep");
        }

        _next++;
        _isObject[_depth++] = isObject;
        _needsSeparator = false;
        Token = isObject ? JsonToken.StartObject : JsonToken.StartArray;
        return true;
    }
}
