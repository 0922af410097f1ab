using FailScope.Generators.Parsing;
using FailScope.Generators.Shared;
using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Analyzers.Chains;

/// <summary>
/// The input of the proofs for one chain, with the names of the accounts, credentials, providers and models that the proofs
/// number.
/// </summary>
internal sealed class ChainView
{
    private readonly List<MemberDeclaration> _things = [];
    private readonly Dictionary<MemberDeclaration, int> _numbers = [];

    internal ChainView(ChainDeclaration chain)
    {
        Chain = chain;
        IsComplete = chain.BrokenBecause is null && chain.References.TrueForAll(reference => reference.Target is { BrokenBecause: null });
        Facts = new ChainFacts(chain.Models.Count);
        for (int i = 0; i < chain.Models.Count; i++)
        {
            // A model is sound only if its credential is, and so on.
            ModelDeclaration model = chain.Models[i];
            CredentialDeclaration credential = model.Credential.Target!;
            Facts.Credential[i] = NumberOf(credential);
            Facts.Provider[i] = NumberOf(credential.Provider.Target!);
            Facts.Account[i] = NumberOf((MemberDeclaration?)credential.Account.Target ?? credential);
            Facts.IsFree[i] = model.IsFree;
            Facts.ContextWindow[i] = model.ContextWindow.Content ?? 0;
            Facts.Capabilities[i] = model.Capabilities.Content;
        }
    }

    internal ChainDeclaration Chain { get; }

    /// <summary>Whether every entry is valid. If not, rules about the whole chain report nothing yet.</summary>
    internal bool IsComplete { get; }

    internal ChainFacts Facts { get; }

    internal IReadOnlyList<ModelDeclaration> Models => Chain.Models;

    /// <summary>
    /// The name of the lost account, credential, provider or model. An implied account has the name of its credential.
    /// </summary>
    internal string NameOf(LossFact loss) => loss.Kind == LossOf.Model ? Models[loss.Thing].Name : _things[loss.Thing].Name;

    /// <summary>The first entry for the model at a position.</summary>
    internal SyntaxNodeOrToken EntryOf(int position) => Chain.References.Find(reference => reference.Target == Models[position]).Expression;

    private int NumberOf(MemberDeclaration thing)
    {
        if (!_numbers.TryGetValue(thing, out int number))
        {
            number = _things.Count;
            _numbers.Add(thing, number);
            _things.Add(thing);
        }

        return number;
    }
}
