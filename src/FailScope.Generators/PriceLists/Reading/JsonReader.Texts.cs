using System;
using System.Text;

namespace FailScope.Generators.PriceLists.Reading;

// Reads the contents of tokens, and manages the input buffer.
internal sealed partial class JsonReader
{
    private bool ReadWord(string word)
    {
        foreach (char c in word)
        {
            if (Peek() != c)
            {
                return Fail($"has a word that is not '{word}'");
            }

            _next++;
        }

        return true;
    }

    private bool ReadString()
    {
        _next++;
        _textLength = 0;
        _textIsDropped = false;
        while (_next < _length || Fill())
        {
            // Most of a list consists of runs of ordinary characters.
            int end = _next;
            while (end < _length && _window[end] is >= ' ' and not '"' and not '\\')
            {
                end++;
            }

            KeepTo(end);
            if (end == _length)
            {
                continue;
            }

            char c = _window[end];
            if (c < ' ')
            {
                return Fail(c is '\r' or '\n' ? "has a line break inside a string" : $"has {Describe(c)} inside a string");
            }

            _next++;
            if (c == '"')
            {
                return true;
            }

            if (!ReadEscape())
            {
                return false;
            }
        }

        return Fail("ends inside a string");
    }

    private bool ReadEscape()
    {
        int c = Peek();
        if (c == 'u')
        {
            _next++;
            return ReadHexadecimal();
        }

        int kept = c switch { '"' or '\\' or '/' => c, 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => EndOfInput };
        if (kept == EndOfInput)
        {
            return Fail(c == EndOfInput ? "ends inside a string" : "has an invalid escape sequence");
        }

        _next++;
        Keep((char)kept);
        return true;
    }

    private bool ReadHexadecimal()
    {
        int code = 0;
        for (int i = 0; i < 4; i++)
        {
            int c = Peek();
            int digit = c switch { >= '0' and <= '9' => c - '0', >= 'a' and <= 'f' => c - 'a' + 10, >= 'A' and <= 'F' => c - 'A' + 10, _ => -1 };
            if (digit < 0)
            {
                return Fail(c == EndOfInput ? "ends inside a string" : "has '\\u' without four hexadecimal digits after it");
            }

            code = (code * 16) + digit;
            _next++;
        }

        Keep((char)code);
        return true;
    }

    private bool ReadNumber()
    {
        _textLength = 0;
        _textIsDropped = false;
        Accept('-');
        if (!Accept('0') && !AcceptDigits())
        {
            return FailInNumber();
        }

        if (Accept('.') && !AcceptDigits())
        {
            return FailInNumber();
        }

        if (Accept('e') || Accept('E'))
        {
            if (!Accept('+'))
            {
                Accept('-');
            }

            return AcceptDigits() || FailInNumber();
        }

        return true;
    }

    private bool FailInNumber() => Fail(Peek() == EndOfInput ? "ends inside a number" : $"has {Describe(Peek())} where a digit is expected");

    private bool Accept(char c)
    {
        if (Peek() != c)
        {
            return false;
        }

        KeepTo(_next + 1);
        return true;
    }

    private bool AcceptDigits()
    {
        bool any = false;
        while (Peek() is >= '0' and <= '9')
        {
            int end = _next;
            while (end < _length && _window[end] is >= '0' and <= '9')
            {
                end++;
            }

            KeepTo(end);
            any = true;
        }

        return any;
    }

    // Keeps the characters of the window up to a position, and moves there.
    private void KeepTo(int end)
    {
        if (!_isSkipping)
        {
            int kept = Math.Min(end - _next, LongestText - _textLength);
            Array.Copy(_window, _next, _text, _textLength, kept);
            _textLength += kept;
            _textIsDropped |= kept < end - _next;
        }

        _next = end;
    }

    private void Keep(char c)
    {
        if (_textLength < LongestText)
        {
            _text[_textLength++] = c;
        }
        else
        {
            _textIsDropped = true;
        }
    }

    private int SkipWhiteSpace()
    {
        while (_next < _length || Fill())
        {
            char c = _window[_next];
            if (c == '\n')
            {
                _line++;
                _lineStart = _before + _next + 1;
            }
            else if (c is not (' ' or '\t' or '\r'))
            {
                return c;
            }

            _next++;
        }

        return EndOfInput;
    }

    private int Peek() => _next < _length || Fill() ? _window[_next] : EndOfInput;

    private bool Fill()
    {
        if (Problem is not null)
        {
            return false;
        }

        _before += _length;
        _next = 0;
        _length = 0;
        if (_before >= LongestInput)
        {
            return Fail($"is longer than {LongestInput / 1024 / 1024} million characters, the limit for a price list");
        }

        try
        {
            _length = input.Read(_window, 0, _window.Length);
        }
        catch (DecoderFallbackException)
        {
            return Fail("is not encoded in UTF-8");
        }

        return _length > 0;
    }

    private bool Fail(string message)
    {
        Problem ??= new PriceListProblem(_line, Column, message);
        Token = JsonToken.None;
        return false;
    }

    private static string Describe(int c) => c > ' ' && c < 127 ? $"'{(char)c}'" : $"U+{c:X4}";
}
