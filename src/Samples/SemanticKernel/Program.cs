using FailScope;
using FailScope.Samples.Catalog;
using FailScope.Samples.SemanticKernel;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

// Keys come from the environment: OPENROUTER_API_KEY, GROQ_API_KEY. If a key is missing, only its own models are skipped.
using IChatClient chat = new FallbackChatClient(Models.Chat, OpenAIModelClients.From());
Kernel kernel = WeatherKernel.Create(chat, city => $"It is 21 degrees and sunny in {city}.");

Console.WriteLine(await WeatherKernel.AskAsync(kernel, args.Length > 0 ? string.Join(' ', args) : "What is the weather in Paris?"));
