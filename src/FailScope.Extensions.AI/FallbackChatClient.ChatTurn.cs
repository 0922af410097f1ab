using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.AI;

namespace FailScope;

public sealed partial class FallbackChatClient
{
    /// <summary>
    /// One request on its way down the chain: how it begins, goes on and ends, the same for whole answers and for streams. A
    /// struct within the request's own object, so that a first choice that answers costs no other.
    /// </summary>
    private struct ChatTurn
    {
        private readonly FallbackChatClient _client;
        private readonly ChatOptions? _request;
        private readonly CancellationToken _caller;
        private readonly bool _isStreaming;
        private long _started;
        private FallbackTrail? _trail;
        private Activity? _turnActivity;
        private Activity? _activity;
        private AttemptDeadline? _deadline;
        private Model _model;

        internal ChatTurn(FallbackChatClient client, IEnumerable<ChatMessage> messages, ChatOptions? request, bool isStreaming, CancellationToken caller)
        {
            _client = client;
            _request = request;
            _isStreaming = isStreaming;
            _caller = caller;
            _model = null!;
            Messages = messages;
        }

        internal IEnumerable<ChatMessage> Messages { get; private set; }

        /// <summary>The caller's own token.</summary>
        internal readonly CancellationToken Caller => _caller;

        /// <summary>The token of the attempt.</summary>
        internal readonly CancellationToken Token => _deadline?.Token ?? _caller;

        internal readonly FallbackChatOptions Options => _client._options;

        private readonly TimeProvider Clock => _client._options.TimeProvider;

        // Until something failed, the turn is its first attempt.
        private readonly long TurnStarted => _trail?.Started ?? _started;

        /// <summary>The same request again, under another token.</summary>
        internal readonly ChatTurn Anew(CancellationToken caller) => new(_client, Messages, _request, _isStreaming, caller);

        /// <summary>Begins the turn, and the attempt at its first model; false where the chain has none for the request.</summary>
        internal bool Begin()
        {
            _client._clients.ThrowIfDisposed();
            _caller.ThrowIfCancellationRequested();
            if (Messages is not (IReadOnlyCollection<ChatMessage> or ICollection<ChatMessage>))
            {
                // A sequence that can be read once would be empty for the second model.
                Messages = [.. Messages];
            }

            _turnActivity = _client._telemetry.StartTurn(_isStreaming);
            _started = Clock.GetTimestamp();
            if (!Start(out _).TryGetNext(out Model? model))
            {
                return false;
            }

            BeginAttempt(model);
            return true;
        }

        /// <summary>The client of the attempt's model.</summary>
        /// <exception cref="ModelNotConfiguredException">It cannot be made.</exception>
        internal readonly ModelClient GetClient() => _client._clients.Get(_model);

        internal readonly ChatOptions? Adapt(ModelClient client) => client.Adapt(_request, Options.ConfigureOptions);

        /// <summary>The attempt gave a whole answer.</summary>
        internal void Answered(ChatResponse response)
        {
            _deadline?.Dispose();
            if (response.ConversationId is { } conversationId)
            {
                response.ConversationId = ConversationIds.Mark(_model, conversationId);
            }

            if (WriteAnswer() is { } trail)
            {
                (response.AdditionalProperties ??= [])[FallbackProperties.Trail] = trail;
            }

            response.ModelId ??= _model.Id;
            FallbackTelemetry.Observe(_activity, response);
            End(null, null);
        }

        /// <summary>
        /// The attempt failed. Throws where that ends the turn; otherwise begins the next attempt, if there is a model for it.
        /// </summary>
        internal bool TryNextAfter(Exception exception)
        {
            FailureKind kind = AttemptFailure.Understand(exception, Options, _deadline, _caller, out Failure? failure);
            _deadline?.Dispose();
            TimeSpan duration = Clock.GetElapsedTime(_started);
            FallbackTrail trail = _trail ??= StartTrail();
            FallbackAttempt attempt = trail.Failed(_model, duration, kind, failure, exception);
            if (_deadline is { HasPassed: true, Limit: AttemptLimit.Turn })
            {
                trail.RunOutOfTime();
            }

            _client._telemetry.EndAttempt(_activity, attempt);
            Show(attempt);
            if (Options.EndsTurn(kind))
            {
                _client._telemetry.EndTurn(_turnActivity, Clock.GetElapsedTime(TurnStarted), null, trail, attempt.Failure);
                ThrowTerminal(exception, kind);
            }

            if (!trail.TryGetNext(out Model? model))
            {
                return false;
            }

            _started = Clock.GetTimestamp();
            BeginAttempt(model);
            return true;
        }

        /// <summary>No model answered.</summary>
        internal readonly FallbackExhaustedException Exhausted()
        {
            FallbackTrail trail = _trail ?? StartTrail();
            _client._telemetry.EndTurn(_turnActivity, Clock.GetElapsedTime(TurnStarted), null, trail, null);
            return new FallbackExhaustedException(trail);
        }

        /// <summary>A stream has come to its first content, or to its end: from here on it is this model's answer.</summary>
        /// <param name="first">The update that the consumer gets first; null for a stream without any.</param>
        internal void Commit(ChatResponseUpdate? first)
        {
            FallbackTrail? trail = WriteAnswer();
            if (first is not null)
            {
                // What the provider says of its model in later updates stands above this.
                first.ModelId ??= _model.Id;
                if (trail is not null)
                {
                    (first.AdditionalProperties ??= [])[FallbackProperties.Trail] = trail;
                }
            }
        }

        /// <summary>An update goes out to the consumer.</summary>
        internal readonly ChatResponseUpdate Pass(ChatResponseUpdate update)
        {
            if (update.ConversationId is { } conversationId)
            {
                update.ConversationId = ConversationIds.Mark(_model, conversationId);
            }

            FallbackTelemetry.Observe(_activity, update);
            return update;
        }

        /// <summary>Before the next update of a stream is asked for: limits begin to count.</summary>
        internal readonly void Wait(bool hasContent)
        {
            if (_activity is not null)
            {
                // What the consumer made current must not become the parent of the SDK's own spans.
                Activity.Current = _activity;
            }

            if (_deadline is not null)
            {
                ArmNextUpdate(hasContent);
            }
        }

        /// <summary>The next update has come.</summary>
        internal readonly void Waited() => _deadline?.Disarm();

        /// <summary>A stream that was committed has ended: by itself, because its consumer stopped, or in an exception.</summary>
        /// <returns>What the consumer gets to see.</returns>
        internal Exception? EndStream(Exception? exception)
        {
            if (exception is null)
            {
                _deadline?.Dispose();
                End(null, null);
                return null;
            }

            FailureKind kind = AttemptFailure.Understand(exception, Options, _deadline, _caller, out Failure? failure);
            _deadline?.Dispose();
            End(failure, exception);
            return kind switch
            {
                FailureKind.Cancelled => FallbackChain.AsCallers(exception, _caller),
                FailureKind.Timeout when _deadline is { HasPassed: true } => new TimeoutException($"The answer of {_model} broke off: {_deadline.Describe()}.", exception),
                _ => exception,
            };
        }

        [DoesNotReturn]
        private readonly void ThrowTerminal(Exception exception, FailureKind kind)
        {
            ExceptionDispatchInfo.Throw(kind == FailureKind.Cancelled ? FallbackChain.AsCallers(exception, _caller) : exception);
        }

        private void BeginAttempt(Model model)
        {
            _model = model;
            _activity = FallbackTelemetry.StartAttempt(model, _isStreaming);
            _deadline = !Options.HasDeadline ? null
                : _isStreaming ? new AttemptDeadline(Clock, _caller)
                : FallbackChain.StartAttempt(Options, TurnStarted, _caller);
        }

        /// <summary>What the chain has for the request.</summary>
        private readonly FallbackState Start(out ModelCapabilities required)
        {
            required = Options.Required;
            if (_client._matters != ModelCapabilities.None)
            {
                required |= RequestNeeds.Read(_client._matters, Messages, _request);
            }

            FallbackState start = _client._chain.Start(required);
            return _request?.ConversationId is { } conversationId ? ConversationIds.Restrict(start, conversationId) : start;
        }

        /// <summary>A turn gets a trail when there is something to write down.</summary>
        private readonly FallbackTrail StartTrail()
        {
            FallbackState start = Start(out ModelCapabilities required);
            return new FallbackTrail(Options, required, start, TurnStarted);
        }

        private FallbackTrail? WriteAnswer()
        {
            if (_trail is null && !Options.ReportFirstChoice && _model == _client._chain.Models[0])
            {
                return null;
            }

            _trail ??= StartTrail();
            _trail.Answered(_model, Clock.GetElapsedTime(_started));
            return _trail;
        }

        /// <summary>The turn ends with the attempt.</summary>
        private readonly void End(Failure? failure, Exception? exception)
        {
            if (exception is null && _activity is null && _turnActivity is null && _trail is null && Options.OnAttempt is null && !FallbackTelemetry.IsMeasured)
            {
                return;
            }

            // A stream goes on after the trail was written: what becomes of it is told here.
            if (exception is null && _activity is null && Options.OnAttempt is null && !FallbackTelemetry.IsMeasured)
            {
                // Nobody sees the attempt.
                _client._telemetry.EndTurn(_turnActivity, default, _model, _trail, null);
                return;
            }

            TimeSpan duration = Clock.GetElapsedTime(_started);
            FallbackAttempt attempt = exception is null
                ? new FallbackAttempt(_trail?.LastFailure, _model, duration)
                : new FallbackAttempt(_trail?.LastFailure, _model, duration, failure, exception);
            _client._telemetry.EndAttempt(_activity, attempt);
            _client._telemetry.EndTurn(_turnActivity, Clock.GetElapsedTime(TurnStarted), _model, _trail, attempt.Failure);
            Options.OnAttempt?.Invoke(attempt);
        }

        private readonly void Show(FallbackAttempt attempt)
        {
            try
            {
                Options.OnAttempt?.Invoke(attempt);
            }
            catch
            {
                _turnActivity?.Dispose();
                throw;
            }
        }

        private readonly void ArmNextUpdate(bool hasContent)
        {
            AttemptLimit limit = AttemptLimit.Idle;
            TimeSpan? allowed = Options.IdleTimeout;
            TimeSpan? due = allowed;
            Consider(AttemptLimit.FirstContent, hasContent ? null : Options.FirstContentTimeout, Clock.GetElapsedTime(_started));
            Consider(AttemptLimit.Attempt, Options.AttemptTimeout, Clock.GetElapsedTime(_started));
            Consider(AttemptLimit.Turn, Options.Timeout, Clock.GetElapsedTime(TurnStarted));
            if (due is not null)
            {
                _deadline!.Arm(limit, allowed!.Value, due.Value);
            }

            void Consider(AttemptLimit candidate, TimeSpan? time, TimeSpan elapsed)
            {
                if (time - elapsed is { } left && !(left >= due))
                {
                    (limit, allowed, due) = (candidate, time, left);
                }
            }
        }
    }
}
