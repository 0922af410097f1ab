using System.ComponentModel;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace FailScope.Samples.AgentFramework;

/// <summary>An agent of Microsoft Agent Framework that looks up the weather.</summary>
public static class WeatherAgent
{
    /// <summary>Makes the agent over a chat client.</summary>
    /// <remarks>
    /// The agent calls tools around the client that it is given, so each call of a model is a turn of its own: where a model fails
    /// after a tool was called, the next one gets the tool's result and goes on, and the tool is not called again.
    /// </remarks>
    public static AIAgent Create(IChatClient chat, Func<string, string> lookUp) => chat.AsAIAgent(
        instructions: "You answer questions about the weather. Look it up before you answer.",
        name: "Weather",
        tools: [AIFunctionFactory.Create(([Description("The name of the city.")] string city) => lookUp(city), "get_weather", "Gets the weather in a city.")]);
}
