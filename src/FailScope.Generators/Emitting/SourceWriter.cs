using System.Text;

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

    public override string ToString() => _text.ToString();
}
