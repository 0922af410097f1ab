using Microsoft.Extensions.AI;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FailScope.Samples.Fleet;

/// <summary>Answers questions, one a line of the input, as other workers take jobs from a queue. Ends with its input.</summary>
internal sealed class QuestionWorker(IChatClient chat, IHostApplicationLifetime application, ILogger<QuestionWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await Task.Run(Console.In.ReadLine, stoppingToken) is { } question)
        {
            try
            {
                ChatResponse response = await chat.GetResponseAsync(question, cancellationToken: stoppingToken);
                Console.WriteLine($"{response.ModelId}: {response.Text}");
            }
            catch (FallbackExhaustedException exception)
            {
                // What was tried is for the operator's log. The next question may fare better.
                logger.LogError("{Story}", exception.Message);
                Console.WriteLine("No model can answer at the moment.");
            }
        }

        application.StopApplication();
    }
}
