using FailScope.Samples.Api;
using FailScope.Samples.Catalog;
using Microsoft.Extensions.DependencyInjection;

// Keys come from user secrets or the environment (OPENROUTER_API_KEY, GROQ_API_KEY), limits from appsettings.json.
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddFallbackChatClient(Models.Chat);
builder.Services.AddHealthChecks().AddFailScope();

WebApplication app = builder.Build();
app.MapPost("/chat", ChatEndpoint.AskAsync);
app.MapHealthChecks("/health");
if (app.Environment.IsDevelopment())
{
    // The page shows the names of accounts and keys. In production, add .RequireAuthorization(), or .RequireHost("*:9090") for a separate port.
    app.MapFailScope("/failscope");
}

app.Run();
