using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>
/// Knows what the answers of an SDK hide: failures that the SDK hands out as ordinary objects. A <see cref="FallbackChatClient"/>
/// asks each model's client for it, with <see cref="IChatClient.GetService"/>.
/// </summary>
/// <remarks>
/// Called from any thread, for each answer and each update without content: it should be quick. An answer at which it throws
/// counts as one without a failure.
/// </remarks>
public interface IAnswerReader
{
    /// <summary>
    /// Whether a stream of the client that is complete always has a <see cref="ChatResponseUpdate.FinishReason"/>, so that one
    /// without it broke off; see <see cref="FallbackChatOptions.RequireFinishReason"/>.
    /// </summary>
    bool AlwaysFinishes { get; }

    /// <summary>Finds the failure in an object of the SDK.</summary>
    /// <param name="rawRepresentation">The <c>RawRepresentation</c> of an answer or an update.</param>
    /// <param name="timeProvider">The clock by which a date in the answer becomes a time to wait.</param>
    /// <returns>The failure; null where there is none, and for objects of others.</returns>
    Failure? FindFailure(object rawRepresentation, TimeProvider timeProvider);
}
