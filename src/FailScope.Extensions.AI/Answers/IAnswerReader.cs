using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>
/// Finds failures that an SDK returns as ordinary objects. A <see cref="FallbackChatClient"/>
/// gets it from each model's client, with <see cref="IChatClient.GetService"/>.
/// </summary>
/// <remarks>
/// May be called from any thread, for each response and each update without content, so it should be fast. If it throws, the response
/// counts as one without a failure.
/// </remarks>
public interface IAnswerReader
{
    /// <summary>
    /// Whether every complete stream of the client has a <see cref="ChatResponseUpdate.FinishReason"/>, so that a stream
    /// without one was interrupted; see <see cref="FallbackChatOptions.RequireFinishReason"/>.
    /// </summary>
    bool AlwaysFinishes { get; }

    /// <summary>Finds the failure in an object of the SDK.</summary>
    /// <param name="rawRepresentation">The <c>RawRepresentation</c> of a response or an update.</param>
    /// <param name="timeProvider">The clock used to convert a date in the response to a waiting time.</param>
    /// <returns>The failure; null if there is none, and for objects of other SDKs.</returns>
    Failure? FindFailure(object rawRepresentation, TimeProvider timeProvider);
}
