using FailScope.Testing.Formats;

namespace FailScope.Testing.Http;

/// <summary>One call, with everything that is needed to reply to it.</summary>
/// <param name="Call">The call.</param>
/// <param name="Format">The format of the call.</param>
/// <param name="Response">Writes the response.</param>
/// <param name="TimeProvider">The clock.</param>
/// <param name="CallerLeft">Cancelled when the caller closes the connection, or the fake is disposed.</param>
internal sealed record Exchange(FakeCall Call, WireFormat Format, ResponseWriter Response, TimeProvider TimeProvider, CancellationToken CallerLeft);
