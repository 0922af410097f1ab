using System.Net;

namespace FailScope.Tool.Tests.Updating;

/// <summary>Responds to each request as the test configures, and records the addresses.</summary>
internal sealed class FakeNetwork(Func<Uri, HttpResponseMessage> answer) : HttpMessageHandler
{
    internal List<string> Addresses { get; } = [];

    internal static FakeNetwork Of(string content) => new(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(content) });

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Addresses.Add(request.RequestUri!.AbsoluteUri);
        return Task.FromResult(answer(request.RequestUri));
    }
}
