using FailScope;
using FailScope.Samples.Catalog;
using FailScope.Samples.Router;

// Keys come from the environment: OPENROUTER_API_KEY, GROQ_API_KEY.
using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
var router = new Router(http, credential => Environment.GetEnvironmentVariable(credential.EnvironmentVariable!), new Cooldowns());

RoutedAnswer answer = await router.AskAsync(Models.Chat, args.Length > 0 ? string.Join(' ', args) : "Which model are you?");
Console.WriteLine($"{answer.Model}: {answer.Text}");
