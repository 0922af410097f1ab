using FailScope;
using FailScope.Samples.AgentFramework;
using FailScope.Samples.Catalog;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

// Keys come from the environment: OPENROUTER_API_KEY, GROQ_API_KEY. If a key is missing, only its own models are skipped.
using IChatClient chat = new FallbackChatClient(Models.Chat, OpenAIModelClients.From());
AIAgent agent = WeatherAgent.Create(chat, city => $"It is 21 degrees and sunny in {city}.");

AgentResponse answer = await agent.RunAsync(args.Length > 0 ? string.Join(' ', args) : "What is the weather in Paris?");
Console.WriteLine(answer.Text);
