using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace FailScope.Generators.Emitting;

/// <summary>Writes indented lines that end in a line feed on every system.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new(4096);
    private int _indentation;

    internal SourceWriter Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _indentation * 4).Append(line);
        }

        _text.Append('\n');
        return this;
    }

    /// <summary>Begins a line. The caller must end it with a line feed.</summary>
    internal StringBuilder Begin() => _text.Append(' ', _indentation * 4);

    internal void Open(string header)
    {
        Line(header).Line("{");
        _indentation++;
    }

    internal void Close()
    {
        _indentation--;
        Line("}");
    }

    /// <summary>The whole text. A long one consists of parts: one string of that size would be a large object, which costs more to allocate.</summary>
    internal SourceText ToSourceText() => SourceText.From(new Reader(_text), _text.Length, Encoding.UTF8);

    private sealed class Reader(StringBuilder text) : TextReader
    {
        private int _position;

        public override int Peek() => _position < text.Length ? text[_position] : -1;

        public override int Read() => _position < text.Length ? text[_position++] : -1;

        public override int Read(char[] buffer, int index, int count)
        {
            count = Math.Min(count, text.Length - _position);
            text.CopyTo(_position, buffer, index, count);
            _position += count;
            return count;
        }
    }
}
