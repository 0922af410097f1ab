namespace FailScope;

public sealed partial class FallbackChain
{
    /// <summary>The models, and what remains after each loss, as Markdown tables.</summary>
    public string ToMarkdown() => MarkdownDiagram.Draw(this, BlastRadius());

    /// <summary>The models, and what remains after each loss, as a Mermaid flow chart.</summary>
    public string ToMermaid() => MermaidDiagram.Draw(this, BlastRadius());

    /// <summary>
    /// What remains after the loss of each account's credit, each key, each provider, each quota of free requests and each usage limit.
    /// The loss of a single model is not listed: all others remain.
    /// </summary>
    internal IReadOnlyList<(LostResource Loss, IReadOnlyList<Model> Remaining)> BlastRadius()
    {
        ChainFacts facts = Facts(_models);
        return [.. ChainProof.Singles(facts)
            .Where(loss => loss.Kind != LossOf.Model)
            .Select(loss => (NameOf(facts, loss), (IReadOnlyList<Model>)[.. ChainProof.Remaining(facts, loss).Select(position => _models[position])]))];
    }
}
