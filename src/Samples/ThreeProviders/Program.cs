using FailScope;
using FailScope.Samples.ThreeProviders;
using Microsoft.Extensions.AI;

// Keys come from the environment: ANTHROPIC_API_KEY, GEMINI_API_KEY, OPENAI_API_KEY. If a key is missing, only its own model is skipped.
using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
var clients = new ModelClients(http, credential => Environment.GetEnvironmentVariable(credential.EnvironmentVariable!));
using IChatClient chat = new FallbackChatClient(Models.Chat, clients.Create, new FallbackChatOptions { AttemptTimeout = TimeSpan.FromSeconds(30) });

Console.WriteLine(await chat.GetResponseAsync(args.Length > 0 ? string.Join(' ', args) : "Which model are you?"));
