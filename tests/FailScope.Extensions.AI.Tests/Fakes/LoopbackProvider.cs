using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FailScope.Extensions.AI.Tests;

/// <summary>A provider on the loopback interface. Responds to each request with what the test configured for its model.</summary>
internal sealed class LoopbackProvider : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<string, (int Status, string ContentType, string Body)> _answer;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _serving;

    internal LoopbackProvider(Func<string, (int Status, string ContentType, string Body)> answer)
    {
        _answer = answer;
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Endpoint = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
        }

        _listener.Prefixes.Add(Endpoint.ToString());
        _listener.Start();
        _serving = ServeAsync();
    }

    internal Uri Endpoint { get; }

    /// <summary>The bodies of the requests.</summary>
    internal List<string> Requests { get; } = [];

    /// <summary>The authorization headers of the requests.</summary>
    internal List<string?> Authorizations { get; } = [];

    /// <summary>Server-sent events with these data, followed by the end marker of OpenAI's protocol.</summary>
    internal static (int Status, string ContentType, string Body) Events(params string[] data) =>
        (200, "text/event-stream", string.Concat(data.Select(item => $"data: {item}\n\n")) + "data: [DONE]\n\n");

    internal static (int Status, string ContentType, string Body) Json(int status, string body) => (status, "application/json", body);

    internal static string Chunk(string delta, string finishReason = "null") =>
        $$"""{"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{{delta}},"finish_reason":{{finishReason}}}]}""";

    internal static string Completion(string text) =>
        $$$"""{"id":"c1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"{{{text}}}"},"finish_reason":"stop"}]}""";

    public async ValueTask DisposeAsync()
    {
        _stopped.SetResult();
        await _serving;
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            // If a listener is stopped while it begins to wait, it waits forever. So it is stopped only when this loop has ended.
            Task<HttpListenerContext> next = _listener.GetContextAsync();
            if (await Task.WhenAny(next, _stopped.Task) != next)
            {
                return;
            }

            HttpListenerContext context = await next;
            using var reader = new StreamReader(context.Request.InputStream);
            string request = await reader.ReadToEndAsync();
            Requests.Add(request);
            Authorizations.Add(context.Request.Headers["Authorization"]);
            (int status, string contentType, string body) = _answer(request);
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
            context.Response.Close();
        }
    }
}
