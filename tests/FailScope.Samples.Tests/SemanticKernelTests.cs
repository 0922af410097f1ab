using FailScope.Samples.Catalog;
using FailScope.Samples.SemanticKernel;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace FailScope.Samples.Tests;

public sealed class SemanticKernelTests : IDisposable
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    private readonly FakeUpstream _upstream = new(Models.Catalog);
    private readonly List<string> _cities = [];

    public void Dispose() => _upstream.Dispose();

    [Fact]
    public async Task A_function_is_called_and_the_kernel_answers_with_its_result()
    {
        _upstream.When(Models.Sonnet).Reply(FakeReply.ToolCall("weather_get_weather", """{"city":"Paris"}"""), FakeReply.Answer("Sunny in Paris."));
        Assert.Equal("Sunny in Paris.", await AskAsync());
        Assert.Equal(["Paris"], _cities);
        Assert.Contains("It is sunny.", _upstream.Calls[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task If_a_model_fails_after_the_function_call_the_next_one_continues_and_the_function_is_called_once()
    {
        _upstream.When(Models.Sonnet).Reply(FakeReply.ToolCall("weather_get_weather", """{"city":"Paris"}"""), FakeProvider.OpenRouter.CreditExhausted());
        _upstream.When(Models.GptOssFree).Reply(FakeReply.Answer("Sunny, says the free model."));
        Assert.Equal("Sunny, says the free model.", await AskAsync());
        Assert.Equal(["Paris"], _cities);
        _upstream.ShouldHaveBeenCalledFor(Models.Sonnet, Models.Sonnet, Models.GptOssFree);
    }

    private async Task<string> AskAsync()
    {
        using IChatClient chat = Fallback.Over(_upstream, Models.Chat);
        Kernel kernel = WeatherKernel.Create(chat, city =>
        {
            _cities.Add(city);
            return "It is sunny.";
        });
        return await WeatherKernel.AskAsync(kernel, "What is the weather in Paris?", Test);
    }
}
