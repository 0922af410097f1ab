using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace FailScope.AspNetCore;

/// <summary>Builds HTML from interpolated strings: literal parts are markup, and every inserted value is encoded.</summary>
internal sealed class Html
{
    private readonly StringBuilder _text = new(16 * 1024);

    /// <summary>Adds markup with encoded values.</summary>
    internal void Add([InterpolatedStringHandlerArgument("")] ref Markup markup) => _ = markup;

    /// <summary>Adds a style or script of this assembly unchanged.</summary>
    internal void Add(PageAsset asset) => _text.Append(asset.Text);

    public override string ToString() => _text.ToString();

    /// <summary>Receives the literals and the values. Only supported types compile, so every value is encoded.</summary>
    [InterpolatedStringHandler]
    internal readonly struct Markup
    {
        private readonly StringBuilder _text;

        // The compiler passes the sizes as hints. The page is one long text that grows anyway.
        public Markup(int literalLength, int formattedCount, Html html) => _text = html._text;

        public void AppendLiteral(string markup) => _text.Append(markup);

        public void AppendFormatted(string? value) => _text.Append(value is null ? null : HtmlEncoder.Default.Encode(value));

        public void AppendFormatted(int value) => _text.Append(value.ToString(CultureInfo.InvariantCulture));
    }
}
