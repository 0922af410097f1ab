using System.Net;

namespace FailScope.Tool.Updating;

/// <summary>Downloads a list over HTTPS, with a maximum size.</summary>
internal static class ListDownload
{
    private const int MostRedirects = 5;

    /// <summary>The time limit for the whole download.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Downloads the bytes at an address.</summary>
    /// <param name="address">An https address.</param>
    /// <param name="handler">The network.</param>
    /// <param name="largest">The maximum number of bytes after decompression.</param>
    /// <param name="progress">Receives the number of bytes so far, and the total if the server reports it.</param>
    /// <param name="cancellationToken">The caller's own token.</param>
    /// <exception cref="ToolException">The download failed: not https, no response, a status other than 200, or too large.</exception>
    internal static async Task<byte[]> RunAsync(
        Uri address, HttpMessageHandler handler, long largest, Action<long, long?> progress, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using HttpResponseMessage response = await GetAsync(client, address, limit.Token);
            return await ReadAsync(response, address, largest, progress, limit.Token);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw ToolException.Unreadable($"cannot download {Display(address)}: {exception.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ToolException.Unreadable($"cannot download {Display(address)}: no complete response within {Patience.TotalMinutes} minutes.");
        }
    }

    // Redirects are followed manually, so that none of them leaves https.
    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, Uri address, CancellationToken cancellationToken)
    {
        Uri at = address;
        for (int hop = 0; hop <= MostRedirects; hop++)
        {
            if (at.Scheme != Uri.UriSchemeHttps)
            {
                throw ToolException.Unreadable($"{Display(at)} is not an https address. Without TLS, others could change the prices in the list.");
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            request.Headers.UserAgent.ParseAdd("failscope/1.0");
            request.Headers.Accept.ParseAdd("application/json");
            HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode is >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest && response.Headers.Location is { } location)
            {
                response.Dispose();
                at = new Uri(at, location);
                continue;
            }

            if (response.StatusCode == HttpStatusCode.OK)
            {
                return response;
            }

            int status = (int)response.StatusCode;
            response.Dispose();
            throw ToolException.Unreadable($"{Display(at)} answered {status}.");
        }

        throw ToolException.Unreadable($"{Display(address)} redirects more than {MostRedirects} times.");
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, Uri address, long largest, Action<long, long?> progress, CancellationToken cancellationToken)
    {
        long? length = response.Content.Headers.ContentLength;
        using var bytes = new MemoryStream();
        await using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > largest)
            {
                throw ToolException.Unreadable($"{Display(address)} is larger than {largest / (1024 * 1024)} MB, which no price list is.");
            }

            progress(bytes.Length, length);
        }

        return bytes.ToArray();
    }

    /// <summary>The address without its query, which may contain a key.</summary>
    internal static string Display(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
