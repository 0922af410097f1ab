using FailScope.Redis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace FailScope.Samples.Fleet;

/// <summary>
/// Shares the memory of this process with the rest of the fleet while the application runs. If the server is down, the application still
/// starts and runs, and remembers on its own until the server is back.
/// </summary>
/// <param name="cooldowns">The memory that <c>AddFallbackChatClient</c> registers: a <see cref="Cooldowns"/>.</param>
/// <param name="configuration">Contains the server's address.</param>
/// <param name="logger">Logs when sharing stops and resumes.</param>
internal sealed class SharedMemory(ICooldowns cooldowns, IConfiguration configuration, ILogger<SharedMemory> logger) : IHostedService
{
    private ConnectionMultiplexer? _server;
    private RedisCooldowns? _fleet;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        ConfigurationOptions options = ConfigurationOptions.Parse(configuration["Fleet:Server"] ?? "localhost:6379");
        options.AbortOnConnectFail = false;
        _server = await ConnectionMultiplexer.ConnectAsync(options);
        _fleet = await RedisCooldowns.ConnectAsync((Cooldowns)cooldowns, _server, new RedisCooldownOptions { SharingChanged = Log }, cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_fleet is not null)
        {
            await _fleet.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private void Log(bool isSharing)
    {
        if (isSharing)
        {
            logger.LogInformation("What fails is shared with the fleet.");
        }
        else
        {
            logger.LogWarning("The server cannot be reached: this process remembers for itself.");
        }
    }
}
