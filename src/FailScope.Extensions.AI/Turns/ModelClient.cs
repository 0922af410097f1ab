namespace FailScope;

/// <summary>The client of one model.</summary>
/// <param name="client">The client, of whatever interface; several models may share it.</param>
/// <param name="model">The model.</param>
/// <param name="defaultModelId">The model that the client asks where it is not told one; null where it does not say.</param>
internal abstract class ModelClient(IDisposable client, Model model, string? defaultModelId)
{
    /// <summary>What is closed in the end.</summary>
    internal IDisposable Owned { get; } = client;

    internal Model Model { get; } = model;

    /// <summary>Whether the client asks this model without being told to.</summary>
    internal bool KnowsItsModel { get; } = defaultModelId == model.Id;
}
