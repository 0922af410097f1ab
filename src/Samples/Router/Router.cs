using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FailScope.Samples.Router;

/// <summary>A hand-written router: HttpClient, JSON and a loop over the state of a turn, without Microsoft.Extensions.AI.</summary>
/// <param name="http">Sends the calls.</param>
/// <param name="keyOf">The key of a credential; null if none is configured.</param>
/// <param name="cooldowns">The memory between requests, so that later requests do not repeat failed calls.</param>
public sealed class Router(HttpClient http, Func<Credential, string?> keyOf, ICooldowns cooldowns)
{
    /// <summary>Calls the models of a chain in order, as long as the failures leave any.</summary>
    /// <exception cref="NoModelLeftException">No model answered.</exception>
    public async Task<RoutedAnswer> AskAsync(FallbackChain chain, string question, CancellationToken cancellationToken = default)
    {
        var failures = new List<(Model Model, Failure Failure)>();
        FallbackState state = chain.Start(cooldowns);
        while (cooldowns.TryBegin(ref state, out CooldownAttempt attempt))
        {
            try
            {
                string text = await CallAsync(attempt.Model, question, cancellationToken);
                cooldowns.Answered(attempt);
                return new RoutedAnswer(attempt.Model, text);
            }
            catch (Exception exception)
            {
                Failure failure = FailureClassifier.Classify(exception, cancellationToken);
                cooldowns.Failed(attempt, failure);
                if (failure.IsTerminal)
                {
                    throw;
                }

                // One AND-NOT with a constant mask removes all models that the failure affects from the rest of the turn.
                failures.Add((attempt.Model, failure));
                state = state.After(failure.Kind);
            }
        }

        throw new NoModelLeftException(failures);
    }

    private async Task<string> CallAsync(Model model, string question, CancellationToken cancellationToken)
    {
        string key = keyOf(model.Credential) ?? throw new ModelNotConfiguredException(model, $"{model.Credential.EnvironmentVariable} is not set.");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{model.Provider.Endpoint}/chat/completions");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Content = JsonContent.Create(new { model = model.Id, messages = new[] { new { role = "user", content = question } } });
        using HttpResponseMessage response = await http.SendAsync(request, cancellationToken);
        string body = await response.Content.ReadAsStringAsync(cancellationToken);

        // A response with status 200 may contain an error, or a login page of some network. A response without text is a failure.
        return response.IsSuccessStatusCode && FindText(body) is { } text
            ? text
            : throw new FailedCallException(FailureClassifier.Classify(ProviderError.From(response, body)));
    }

    private static string? FindText(string body)
    {
        try
        {
            return JsonNode.Parse(body)?["choices"]?[0]?["message"]?["content"]?.GetValue<string>();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}

/// <summary>A response, and the model that it comes from.</summary>
public sealed record RoutedAnswer(Model Model, string Text);

/// <summary>No model of a chain answered.</summary>
public sealed class NoModelLeftException(IReadOnlyList<(Model Model, Failure Failure)> failures)
    : Exception(failures.Count == 0
        ? "No model is left: all of them failed in earlier requests and are not yet tried again."
        : "No model is left:" + string.Concat(failures.Select(entry => $"\n  {entry.Model}: {entry.Failure}")))
{
    /// <summary>The attempts and how they failed, in order.</summary>
    public IReadOnlyList<(Model Model, Failure Failure)> Failures => failures;
}
