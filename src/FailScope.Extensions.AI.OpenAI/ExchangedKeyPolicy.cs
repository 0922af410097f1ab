using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.Configuration;

namespace FailScope;

/// <summary>Before each call, updates a client whose API key has been replaced in the configuration.</summary>
internal sealed class ExchangedKeyPolicy(Credential credential, IConfiguration configuration, ApiKeyCredential held, string key) : PipelinePolicy
{
    private string _key = key;

    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Update();
        ProcessNext(message, pipeline, currentIndex);
    }

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Update();
        return ProcessNextAsync(message, pipeline, currentIndex);
    }

    private void Update()
    {
        if (credential.TryFindKey(configuration, out string? configured) && configured != _key)
        {
            held.Update(configured);
            _key = configured;
        }
    }
}
