namespace FailScope;

/// <summary>The evidence in one error response. It is collected once and its size is bounded.</summary>
internal sealed class ErrorEvidence
{
    private const int MaxItems = 200;
    private const int MaxText = 4_096;
    private const int MaxCode = 200;

    // Created on first use: most failures fill only one or two of the three lists.
    private List<StatedCode>? _codes;
    private List<StatedText>? _texts;
    private List<StatedTime>? _times;
    private List<StatedText>? _spareTexts;

    /// <summary>The HTTP status of the response; null if there was no response.</summary>
    internal int? HttpStatus { get; init; }

    /// <summary>The first HTTP error status that the body contains.</summary>
    internal int? StatedStatus { get; set; }

    /// <summary>Whether there was a body and it was empty.</summary>
    internal bool IsEmpty { get; set; }

    /// <summary>Whether the body is an HTML page instead of an API response.</summary>
    internal bool IsMarkup { get; set; }

    /// <summary>The title of that page.</summary>
    internal string? PageTitle { get; set; }

    /// <summary>Whether the texts may be the client's own words, so that a missing detail does not mean that the provider did not send it.</summary>
    internal bool HasClientsWords { get; init; }

    /// <summary>Whether all sentences come from fields that usually contain none. They may repeat the request, so they are never shown.</summary>
    internal bool HasSpareTextsOnly { get; private set; }

    /// <summary>Whether an aggregator passed on the failure of an upstream provider.</summary>
    internal bool IsRelayed { get; set; }

    /// <summary>Whether a field names a model.</summary>
    internal bool NamesModel { get; set; }

    /// <summary>Whether the body blames a parameter of the request other than the key.</summary>
    internal bool BlamesParameter { get; set; }

    /// <summary>Whether the body says that the parameter <c>model</c> is wrong.</summary>
    internal bool BlamesModel { get; set; }

    /// <summary>How often malformed JSON was found. Each time costs an exception, so the number is limited.</summary>
    internal int Faults { get; set; }

    internal IReadOnlyList<StatedCode> Codes => _codes ?? (IReadOnlyList<StatedCode>)[];

    internal IReadOnlyList<StatedText> Texts => _texts ?? (IReadOnlyList<StatedText>)[];

    internal IReadOnlyList<StatedTime> Times => _times ?? (IReadOnlyList<StatedTime>)[];

    /// <summary>The number of codes and texts found so far. Readers compare it to see whether a step found anything.</summary>
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

    /// <summary>Adds a sentence from a field that usually contains none. It is evidence only if the response contains no other sentence.</summary>
    internal void AddSpareText(string text, bool isUpstream)
    {
        if ((_spareTexts?.Count ?? 0) < MaxItems)
        {
            (_spareTexts ??= []).Add(new StatedText(text.Length <= MaxText ? text : text[..MaxText], isUpstream));
        }
    }

    /// <summary>Uses the sentences of other fields if there is no other sentence.</summary>
    internal void UseSpareTexts()
    {
        HasSpareTextsOnly = _texts is null && _spareTexts is not null;
        _texts ??= _spareTexts;
    }

    internal void AddTime(string name, string text, bool isHeader)
    {
        if (Times.Count < MaxItems && text.Length is > 0 and <= MaxCode)
        {
            (_times ??= []).Add(new StatedTime(name, text, isHeader));
        }
    }
}
