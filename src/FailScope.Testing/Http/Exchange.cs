using FailScope.Testing.Formats;

namespace FailScope.Testing.Http;

/// <summary>One call and the means to answer it.</summary>
/// <param name="Call">The call.</param>
/// <param name="Format">The format that the call speaks.</param>
/// <param name="Response">Writes the answer.</param>
/// <param name="TimeProvider">The clock.</param>
/// <param name="CallerLeft">Cancelled when the caller closes the connection, or the fake is disposed.</param>
internal sealed record Exchange(FakeCall Call, WireFormat Format, ResponseWriter Response, TimeProvider TimeProvider, CancellationToken CallerLeft);
