using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using FailScope.Samples.Catalog;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;

namespace FailScope.Samples.Api.Tests;

/// <summary>The app in ASP.NET Core's test server. The configuration connects it to fake providers on this machine, so it needs no API key.</summary>
public sealed class ChatApp : WebApplicationFactory<Program>
{
    /// <summary>What the providers answer, and which calls they got.</summary>
    public FakeUpstream Upstream { get; } = new(Models.Catalog);

    /// <summary>Asks a question and reads the events of the answer.</summary>
    public async Task<List<(string Type, string Data)>> AskAsync(CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await PostAsync(cancellationToken);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        await using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await SseParser.Create(stream).EnumerateAsync(cancellationToken).Select(item => (item.EventType, item.Data)).ToListAsync(cancellationToken);
    }

    /// <summary>Asks a question and returns the response, whatever its status.</summary>
    public async Task<HttpResponseMessage> PostAsync(CancellationToken cancellationToken)
    {
        using HttpClient client = CreateClient();
        return await client.PostAsJsonAsync("/chat", new Question("Hello?"), cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Upstream.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(Upstream.ToConfiguration()));
}
