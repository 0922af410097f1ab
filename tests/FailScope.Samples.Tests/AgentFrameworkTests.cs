using FailScope.Samples.AgentFramework;
using FailScope.Samples.Catalog;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace FailScope.Samples.Tests;

public sealed class AgentFrameworkTests : IDisposable
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    private readonly FakeUpstream _upstream = new(Models.Catalog);
    private readonly List<string> _cities = [];

    public void Dispose() => _upstream.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tool_is_called_and_the_agent_answers_with_its_result(bool streamed)
    {
        _upstream.When(Models.Sonnet).Reply(FakeReply.ToolCall("get_weather", """{"city":"Paris"}"""), FakeReply.Answer("Sunny in Paris."));
        Assert.Equal("Sunny in Paris.", await AskAsync(streamed));
        Assert.Equal(["Paris"], _cities);
        Assert.Contains("It is sunny.", _upstream.Calls[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task If_a_model_fails_after_the_tool_call_the_next_one_continues_and_the_tool_is_called_once(bool streamed)
    {
        _upstream.When(Models.Sonnet).Reply(FakeReply.ToolCall("get_weather", """{"city":"Paris"}"""), FakeProvider.OpenRouter.CreditExhausted());
        _upstream.When(Models.GptOssFree).Reply(FakeReply.Answer("Sunny, says the free model."));
        Assert.Equal("Sunny, says the free model.", await AskAsync(streamed));
        Assert.Equal(["Paris"], _cities);
        _upstream.ShouldHaveBeenCalledFor(Models.Sonnet, Models.Sonnet, Models.GptOssFree);
        Assert.Contains("It is sunny.", _upstream.Calls[2].Body, StringComparison.Ordinal);
    }

    private async Task<string> AskAsync(bool streamed)
    {
        using IChatClient chat = Fallback.Over(_upstream, Models.Chat);
        AIAgent agent = WeatherAgent.Create(chat, city =>
        {
            _cities.Add(city);
            return "It is sunny.";
        });
        return streamed
            ? string.Concat(await agent.RunStreamingAsync("What is the weather in Paris?", cancellationToken: Test).Select(update => update.Text).ToListAsync(Test))
            : (await agent.RunAsync("What is the weather in Paris?", cancellationToken: Test)).Text;
    }
}
