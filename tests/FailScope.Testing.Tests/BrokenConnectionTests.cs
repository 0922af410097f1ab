using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace FailScope.Testing.Tests;

/// <summary>Broken connections and responses: the same inside the process as over a socket.</summary>
public sealed class BrokenConnectionTests : IDisposable
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    private static readonly Dictionary<string, FakeReply> Replies = new()
    {
        ["closed"] = FakeReply.ConnectionClosed,
        ["reset"] = FakeReply.ConnectionReset,
        ["closed within"] = FakeReply.Answer("Half of").ThenCloses(),
        ["reset within"] = FakeReply.Answer("Half of").ThenResets(),
    };

    private readonly FakeUpstream _upstream = new(Models.Catalog);

    public static TheoryData<string, bool> Breaks => new(Replies.Keys.SelectMany(name => new[] { (name, false), (name, true) }));

    public static TheoryData<bool> Ways => [false, true];

    public void Dispose() => _upstream.Dispose();

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_broken_connection_throws_the_same_in_process_as_over_a_socket(string name, bool streamed)
    {
        _upstream.When(Models.Sonnet).Reply(Replies[name]);
        Exception inProcess = await Assert.ThrowsAnyAsync<Exception>(() => PostAsync(overLoopback: false, streamed));
        Exception overSocket = await Assert.ThrowsAnyAsync<Exception>(() => PostAsync(overLoopback: true, streamed));
        Assert.Equal(Outline(overSocket), Outline(inProcess));
        Assert.Equal(FailureClassifier.Classify(overSocket, Test).Kind, FailureClassifier.Classify(inProcess, Test).Kind);
        Assert.Equal(2, _upstream.Calls.Count);
    }

    [Fact]
    public async Task A_provider_that_is_down_refuses_connections_and_accepts_them_again_later()
    {
        await PostAsync(overLoopback: false);
        await PostAsync(overLoopback: true);
        _upstream.TakeDown(Models.OpenRouter);
        Exception inProcess = await Assert.ThrowsAnyAsync<Exception>(() => PostAsync(overLoopback: false));
        Exception overSocket = await Assert.ThrowsAnyAsync<Exception>(() => PostAsync(overLoopback: true));
        Assert.Equal(Outline(overSocket), Outline(inProcess));
        Assert.Equal(FailureKind.ProviderUnreachable, FailureClassifier.Classify(inProcess, Test).Kind);
        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(overSocket.InnerException).SocketErrorCode);

        _upstream.BringUp(Models.OpenRouter);
        await PostAsync(overLoopback: false);
        await PostAsync(overLoopback: true);
        Assert.Equal(4, _upstream.Calls.Count);
    }

    [Fact]
    public async Task A_provider_can_be_down_before_its_port_is_opened()
    {
        _upstream.TakeDown(Models.OpenRouter);
        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() => PostAsync(overLoopback: true));
        Assert.Equal(FailureKind.ProviderUnreachable, FailureClassifier.Classify(exception, Test).Kind);
        _upstream.Reset();
        Assert.NotEmpty(await PostAsync(overLoopback: true));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_stalled_stream_has_sent_its_beginning_and_ends_when_the_caller_leaves(bool overLoopback)
    {
        _upstream.When(Models.Sonnet).Reply(FakeReply.Answer("Half of").ThenStalls());
        using HttpClient http = Http(overLoopback);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Test);
        using HttpResponseMessage response = await http.SendAsync(Request(overLoopback, streamed: true), HttpCompletionOption.ResponseHeadersRead, caller.Token);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(caller.Token));
        var read = new StringBuilder();
        while (!read.ToString().Contains("Half of", StringComparison.Ordinal))
        {
            read.AppendLine(await reader.ReadLineAsync(caller.Token));
        }

        Task<string> rest = reader.ReadToEndAsync(caller.Token);
        Assert.False(rest.IsCompleted);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rest);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_truncated_answer_ends_cleanly_and_is_not_valid_JSON(bool streamed)
    {
        _upstream.When(Models.Sonnet).Reply(FakeReply.Answer("Half of").ThenTruncates());
        string body = await PostAsync(overLoopback: false, streamed);
        string last = streamed ? body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)[^1]["data: ".Length..] : body;
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(last));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_unfinished_answer_ends_cleanly_without_a_finish_reason(bool streamed)
    {
        _upstream.When(Models.Sonnet).Reply(FakeReply.Answer("Half of").ThenEndsUnfinished());
        string body = await PostAsync(overLoopback: false, streamed);
        Assert.Contains("Half of", body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"stop\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("[DONE]", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_error_inside_an_answer_has_status_200(bool streamed)
    {
        _upstream.When(Models.Sonnet).Reply(FakeReply.Answer("Half of").ThenFails(FakeProvider.OpenRouter.Overloaded()));
        string body = await PostAsync(overLoopback: false, streamed);
        Assert.Equal(FailureKind.Overloaded, FailureClassifier.Classify(new ProviderError { StatusCode = 200, Body = body }).Kind);
        Assert.Equal(streamed, body.Contains("Half of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_that_arrives_in_pieces_is_read_as_one()
    {
        string body = $$"""{"model":"{{Models.Sonnet.Id}}","text":"ä€𝄞"}""";
        byte[] request = Encoding.UTF8.GetBytes(
            $"POST /api/v1/chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {_upstream.KeyOf(Models.Main)}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
        using var client = new TcpClient();
        Uri endpoint = _upstream.EndpointOf(Models.OpenRouter);
        await client.ConnectAsync(endpoint.Host, endpoint.Port, Test);
        client.NoDelay = true;
        foreach (byte[] piece in request.Chunk(7))
        {
            await client.GetStream().WriteAsync(piece, Test);
        }

        await _upstream.WaitForCallsAsync(1, Test);
        Assert.Equal((Models.Sonnet, body), (_upstream.Calls[0].Model, _upstream.Calls[0].Body));
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n")]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")]
    public async Task An_invalid_request_closes_the_connection_and_the_next_one_is_served(string bytes)
    {
        using var client = new TcpClient();
        Uri endpoint = _upstream.EndpointOf(Models.OpenRouter);
        await client.ConnectAsync(endpoint.Host, endpoint.Port, Test);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(bytes), Test);
        Assert.Equal(0, await client.GetStream().ReadAsync(new byte[1], Test));
        Assert.NotEmpty(await PostAsync(overLoopback: true));
    }

    private static string Outline(Exception? exception) => exception is null ? "" : exception switch
    {
        HttpRequestException request => $"{request.GetType().Name} {request.HttpRequestError}",
        HttpIOException io => $"{io.GetType().Name} {io.HttpRequestError}",
        SocketException socket => $"{socket.GetType().Name} {socket.SocketErrorCode}",
        _ => exception.GetType().Name,
    } + " > " + Outline(exception.InnerException);

    private async Task<string> PostAsync(bool overLoopback, bool streamed = false)
    {
        using HttpClient http = Http(overLoopback);
        using HttpResponseMessage response = await http.SendAsync(Request(overLoopback, streamed), Test);
        return await response.Content.ReadAsStringAsync(Test);
    }

    private HttpClient Http(bool overLoopback) => overLoopback ? new HttpClient() : new HttpClient(_upstream.CreateHandler());

    private HttpRequestMessage Request(bool overLoopback, bool streamed)
    {
        Uri endpoint = overLoopback ? _upstream.EndpointOf(Models.OpenRouter) : Models.OpenRouter.Endpoint;
        var request = new HttpRequestMessage(HttpMethod.Post, $"{endpoint}/chat/completions")
        {
            Content = new StringContent($$"""{"model":"{{Models.Sonnet.Id}}","stream":{{(streamed ? "true" : "false")}}}"""),
        };
        request.Headers.Authorization = new("Bearer", _upstream.KeyOf(Models.Main));
        return request;
    }
}
