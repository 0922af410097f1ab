using FailScope.Samples.Catalog;
using FailScope.Samples.Fleet;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// Keys come from the environment (OPENROUTER_API_KEY, GROQ_API_KEY), the server's address from Fleet__Server, by default localhost:6379.
HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
builder.Logging.ClearProviders().AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
builder.Services.AddFallbackChatClient(Models.Chat);

// Hosted services start in this order: the memory must be shared before the first question is sent.
builder.Services.AddHostedService<SharedMemory>();
builder.Services.AddHostedService<QuestionWorker>();

await builder.Build().RunAsync();
