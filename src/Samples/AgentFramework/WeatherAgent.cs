using System.ComponentModel;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace FailScope.Samples.AgentFramework;

/// <summary>An agent, built with Microsoft Agent Framework, that looks up the weather.</summary>
public static class WeatherAgent
{
    /// <summary>Creates the agent for a chat client.</summary>
    /// <remarks>
    /// The agent calls tools outside the client, so each call to a model is a separate turn. If a model fails
    /// after a tool was called, the next model gets the tool's result and continues; the tool is not called again.
    /// </remarks>
    public static AIAgent Create(IChatClient chat, Func<string, string> lookUp) => chat.AsAIAgent(
        instructions: "You answer questions about the weather. Look it up before you answer.",
        name: "Weather",
        tools: [AIFunctionFactory.Create(([Description("The name of the city.")] string city) => lookUp(city), "get_weather", "Gets the weather in a city.")]);
}
