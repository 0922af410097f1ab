using System;
using System.IO;

namespace FailScope.Generators.PriceLists.Reading;

/// <summary>
/// Reads JSON (RFC 8259) forward only, token by token, in constant memory. An analyzer cannot ship System.Text.Json: every
/// compiler host has its own version. Invalid JSON ends the reading with a <see cref="Problem"/>. Nothing is thrown.
/// </summary>
/// <remarks>The text comes in UTF-16, as the compiler holds it, through a window of a few thousand characters: a list of ten
/// megabytes is never copied.</remarks>
internal sealed partial class JsonReader(TextReader input)
{
    /// <summary>A longer text is read to its end, and its content dropped: no id, price or date is as long.</summary>
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

    /// <summary>The current token.</summary>
    internal JsonToken Token { get; private set; }

    /// <summary>What is wrong with the input; null if there is no problem.</summary>
    internal PriceListProblem? Problem { get; private set; }

    /// <summary>The characters of a name, a string (without escapes) or a number, until the next call. Empty where they are more
    /// than <see cref="LongestText"/>.</summary>
    internal ReadOnlySpan<char> Text => _textIsDropped ? default : _text.AsSpan(0, _textLength);

    /// <summary>The line of the current token, counted from 1.</summary>
    internal int TokenLine { get; private set; } = 1;

    private int Column => _before + _next - _lineStart + 1;

    /// <summary>Goes on to the next token.</summary>
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

    /// <summary>Goes to the last token of the value whose first token is the current one: past all that is inside.</summary>
    internal void SkipValue()
    {
        if (Token is JsonToken.StartObject or JsonToken.StartArray)
        {
            int depth = _depth - 1;
            while (_depth > depth && Read())
            {
            }
        }
    }

    /// <summary>Goes to the next member of the object whose start, or whose last member's value, is the current token.</summary>
    /// <returns>Whether there is one: the current token is then its name, and otherwise the end of the object.</returns>
    internal bool ReadMember() => Read() && Token == JsonToken.Name;

    /// <summary>Goes to the next element of the array whose start, or whose last element, is the current token.</summary>
    /// <returns>Whether there is one: the current token is then its first, and otherwise the end of the array.</returns>
    internal bool ReadElement() => Read() && Token != JsonToken.EndArray;

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
