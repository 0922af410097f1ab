using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace FailScope.Samples.Api;

/// <summary>The user's question.</summary>
/// <param name="Text">The question.</param>
public sealed record Question(string Text);

/// <summary>
/// Streams a response as server-sent events: <c>text</c> for each piece, <c>done</c> with the id of the model at the end, <c>error</c> if
/// the stream fails after its first piece.
/// </summary>
public static class ChatEndpoint
{
    public static async Task<IResult> AskAsync(Question question, IChatClient chat, ILogger<Question> logger, CancellationToken cancellationToken)
    {
        IAsyncEnumerator<ChatResponseUpdate> updates = chat.GetStreamingResponseAsync(question.Text, cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            // The fallback client returns nothing before the first content, so until here the response can still have any status.
            bool hasContent = await updates.MoveNextAsync();
            return TypedResults.ServerSentEvents(SendAsync(updates, hasContent, logger, cancellationToken));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            await updates.DisposeAsync();
            return Refuse(exception, logger, cancellationToken);
        }
    }

    // Which models were tried and which account is empty belongs in the operator's log, not in the response to the user.
    private static IResult Refuse(Exception exception, ILogger logger, CancellationToken cancellationToken)
    {
        if (exception is FallbackExhaustedException exhausted)
        {
            logger.LogError("{Story}", exhausted.Message);
            return TypedResults.Problem("No model can answer at the moment.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        Failure failure = FailureClassifier.Classify(exception, cancellationToken);
        logger.LogWarning("{Failure}", failure);
        return failure.Kind == FailureKind.ContentFiltered
            ? TypedResults.Problem("The question was refused.", statusCode: StatusCodes.Status422UnprocessableEntity)
            : TypedResults.Problem("The question could not be answered.", statusCode: StatusCodes.Status502BadGateway);
    }

    private static async IAsyncEnumerable<SseItem<string>> SendAsync(
        IAsyncEnumerator<ChatResponseUpdate> updates, bool hasContent, ILogger logger, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using (updates)
        {
            string model = "";
            string? error = null;
            while (hasContent)
            {
                model = updates.Current.ModelId ?? model;
                if (updates.Current.Text.Length > 0)
                {
                    yield return new SseItem<string>(updates.Current.Text, "text");
                }

                try
                {
                    hasContent = await updates.MoveNextAsync();
                }
                catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
                {
                    Failure failure = FailureClassifier.Classify(exception, cancellationToken);
                    logger.LogWarning("The answer of {Model} broke off: {Failure}", model, failure);
                    error = "The answer broke off.";
                    hasContent = false;
                }
            }

            yield return error is null ? new SseItem<string>(model, "done") : new SseItem<string>(error, "error");
        }
    }
}
