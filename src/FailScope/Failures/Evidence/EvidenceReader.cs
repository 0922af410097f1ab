namespace FailScope;

/// <summary>Collects the evidence of a failed call from its parts.</summary>
internal static class EvidenceReader
{
    internal static ErrorEvidence Read(ProviderError error)
    {
        var evidence = new ErrorEvidence { HttpStatus = error.StatusCode is > 0 and <= 999 ? error.StatusCode : null, HasClientsWords = error.IsClientsMessage };
        HeaderReader.Read(error.Headers, evidence);
        if (error.Code is { Length: > 0 } code)
        {
            evidence.AddCode("code", code, CodePlace.Error, isUpstream: false);
        }

        if (error.Body is { } body)
        {
            BodyReader.Read(body, evidence);
        }

        if (error.Message is { Length: > 0 } message)
        {
            BodyReader.ReadText(message, evidence);
        }

        evidence.UseSpareTexts();
        return evidence;
    }
}
