namespace FailScope;

/// <summary>What an answer says about its failure, gathered once, in bounded memory.</summary>
internal sealed class ErrorEvidence
{
    private const int MaxItems = 200;
    private const int MaxText = 4_096;
    private const int MaxCode = 200;

    // Created when the first item comes: most failures have items in one or two of the three lists.
    private List<StatedCode>? _codes;
    private List<StatedText>? _texts;
    private List<StatedTime>? _times;

    /// <summary>The status of the HTTP answer; null where there was none.</summary>
    internal int? HttpStatus { get; init; }

    /// <summary>The first HTTP error status that the body itself states.</summary>
    internal int? StatedStatus { get; set; }

    /// <summary>Whether a body came and was empty.</summary>
    internal bool IsEmpty { get; set; }

    /// <summary>Whether the body is a page for people, not an answer of the API.</summary>
    internal bool IsMarkup { get; set; }

    /// <summary>The title of that page.</summary>
    internal string? PageTitle { get; set; }

    /// <summary>Whether the texts may be the client's own words: what they do not say, the provider may have said.</summary>
    internal bool HasClientsWords { get; init; }

    /// <summary>Whether an aggregator passes on the failure of a provider behind it.</summary>
    internal bool IsRelayed { get; set; }

    /// <summary>Whether a field names a model.</summary>
    internal bool NamesModel { get; set; }

    /// <summary>Whether the body says that it is the parameter <c>model</c> that is wrong.</summary>
    internal bool BlamesModel { get; set; }

    /// <summary>How many times the JSON was malformed. Each time costs an exception, so the number is bounded.</summary>
    internal int Faults { get; set; }

    internal IReadOnlyList<StatedCode> Codes => _codes ?? (IReadOnlyList<StatedCode>)[];

    internal IReadOnlyList<StatedText> Texts => _texts ?? (IReadOnlyList<StatedText>)[];

    internal IReadOnlyList<StatedTime> Times => _times ?? (IReadOnlyList<StatedTime>)[];

    /// <summary>How many facts were gathered: tells whether reading something gave any.</summary>
    internal int Count => Codes.Count + Texts.Count;

    internal void AddCode(string field, string text, CodePlace place, bool isUpstream)
    {
        if (Codes.Count < MaxItems && text.Length is > 0 and <= MaxCode)
        {
            (_codes ??= []).Add(new StatedCode(field, text, place, isUpstream));
        }
    }

    internal void AddText(string text, bool isUpstream)
    {
        if (Texts.Count < MaxItems && !string.IsNullOrWhiteSpace(text))
        {
            (_texts ??= []).Add(new StatedText(text.Length <= MaxText ? text : text[..MaxText], isUpstream));
        }
    }

    internal void AddTime(string name, string text, bool isHeader)
    {
        if (Times.Count < MaxItems && text.Length is > 0 and <= MaxCode)
        {
            (_times ??= []).Add(new StatedTime(name, text, isHeader));
        }
    }
}
