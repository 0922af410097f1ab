using System.ComponentModel;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace FailScope.Samples.SemanticKernel;

/// <summary>A Semantic Kernel that looks up the weather.</summary>
public static class WeatherKernel
{
    /// <summary>Creates the kernel for a chat client.</summary>
    /// <remarks>Functions are called outside the client, so each call to a model is a separate turn.</remarks>
    public static Kernel Create(IChatClient chat, Func<string, string> lookUp)
    {
        IKernelBuilder builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton(services => chat.AsBuilder().UseKernelFunctionInvocation().Build(services).AsChatCompletionService(services));
        builder.Plugins.AddFromFunctions("weather",
        [
            KernelFunctionFactory.CreateFromMethod(([Description("The name of the city.")] string city) => lookUp(city), "get_weather", "Gets the weather in a city."),
        ]);
        return builder.Build();
    }

    /// <summary>Asks a question that the model may answer with the kernel's functions.</summary>
    public static async Task<string> AskAsync(Kernel kernel, string question, CancellationToken cancellationToken = default)
    {
        var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };
        ChatMessageContent answer = await kernel.GetRequiredService<IChatCompletionService>().GetChatMessageContentAsync(question, settings, kernel, cancellationToken);
        return answer.Content ?? "";
    }
}
