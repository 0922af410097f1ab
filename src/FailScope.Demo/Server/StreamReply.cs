using System.Text;
using Microsoft.AspNetCore.Http;

namespace FailScope.Demo.Server;

/// <summary>A stream of server-sent events under status 200: after the opening event, whatever the parts say.</summary>
internal sealed class StreamReply(params StreamPart[] parts) : Reply
{
    // A stream that is cut promises more bytes than it sends, so that the client gets all that was sent and then notices.
    private const int MissingBytes = 1_000;

    internal override async Task SendAsync(HttpContext context, ProviderCall call)
    {
        StreamPart[] all = [StreamPart.Role, .. parts];
        byte[][] events = [.. all.OfType<StreamPart.Event>().Select(part => Encode(part.DataFor(call.ModelId)))];
        byte[] end = Encode("[DONE]");
        StreamPart last = all[^1];

        context.Response.ContentType = "text/event-stream";
        context.Response.ContentLength = last is StreamPart.Cut ? events.Sum(data => data.Length) + MissingBytes : null;
        foreach (byte[] data in events)
        {
            await context.Response.Body.WriteAsync(data, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }

        if (last is StreamPart.Stall)
        {
            await StallReply.Instance.SendAsync(context, call);
        }
        else if (last is not StreamPart.Cut)
        {
            await context.Response.Body.WriteAsync(end, context.RequestAborted);
        }
    }

    private static byte[] Encode(string data) => Encoding.UTF8.GetBytes($"data: {data}\n\n");
}
