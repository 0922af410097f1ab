using Microsoft.Extensions.AI;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FailScope.Samples.Fleet;

/// <summary>Answers questions, one per input line, in place of a worker that takes jobs from a queue. Ends when its input ends.</summary>
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
                // The attempts belong in the operator's log. The worker continues with the next question.
                logger.LogError("{Story}", exception.Message);
                Console.WriteLine("No model can answer at the moment.");
            }
        }

        application.StopApplication();
    }
}
