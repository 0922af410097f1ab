namespace FailScope;

/// <summary>The client of one model.</summary>
/// <param name="client">The client, with any interface. Several models may share it.</param>
/// <param name="model">The model.</param>
/// <param name="defaultModelId">The model id that the client uses by default; null if unknown.</param>
internal abstract class ModelClient(IDisposable client, Model model, string? defaultModelId)
{
    /// <summary>The client to dispose at the end.</summary>
    internal IDisposable Owned { get; } = client;

    internal Model Model { get; } = model;

    /// <summary>Whether the client uses this model by default.</summary>
    internal bool KnowsItsModel { get; } = defaultModelId == model.Id;
}
