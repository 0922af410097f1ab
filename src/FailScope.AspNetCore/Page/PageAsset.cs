using System.Security.Cryptography;
using System.Text;

namespace FailScope.AspNetCore;

/// <summary>An inline style or script. The content security policy allows it by its hash.</summary>
internal sealed class PageAsset
{
    internal static readonly PageAsset Style = new("status.css");

    internal static readonly PageAsset Script = new("status.js");

    private PageAsset(string name)
    {
        using var reader = new StreamReader(typeof(PageAsset).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);

        // A browser normalizes line breaks before it hashes.
        Text = reader.ReadToEnd().ReplaceLineEndings("\n");
        Source = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";
    }

    internal string Text { get; }

    /// <summary>The source expression for a content security policy.</summary>
    internal string Source { get; }
}
