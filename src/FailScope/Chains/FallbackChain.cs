using System.Runtime.CompilerServices;
using FailScope.CompilerServices;

namespace FailScope;

/// <summary>Models in the order in which they are tried, with a table that says what each failure retires.</summary>
public sealed partial class FallbackChain
{
    private readonly Model[] _models;

    // What each kind retires in a short chain, what lacks a capability, and a bit for each model; a long one has none of it.
    private readonly ulong[] _shortMasks = [];
    private readonly ulong[] _lacking = [];
    private readonly ulong _everyModel;

    // The table of a long chain, which is read where it lies, and where its models stand; a short one has neither.
    private readonly RetireMasks? _longMasks;
    private readonly RetireIndex? _longIndex;
    private readonly Dictionary<Model, int>? _positions;

    /// <summary>A chain of up to 64 models.</summary>
    internal FallbackChain(string name, Model[] models, LossOf survivalContract, ModelCapabilities required, ReadOnlySpan<ulong> table)
        : this(name, models, survivalContract, required)
    {
        _shortMasks = MasksByKind(models.Length, table);
        _lacking = table.Slice(RetireTableLayout.CapabilityRow(models.Length, 0)).ToArray();
        _everyModel = models.Length == RetireTableLayout.ShortChain ? ulong.MaxValue : (1UL << models.Length) - 1;
    }

    /// <summary>A chain of more than 64 models.</summary>
    internal FallbackChain(string name, Model[] models, LossOf survivalContract, ModelCapabilities required, RetireMasks masks, RetireIndex index)
        : this(name, models, survivalContract, required)
    {
        _longMasks = masks;
        _longIndex = index;
        _positions = new Dictionary<Model, int>(models.Length);
        for (int i = 0; i < models.Length; i++)
        {
            _positions.Add(models[i], i);
        }
    }

    private FallbackChain(string name, Model[] models, LossOf survivalContract, ModelCapabilities required)
    {
        Name = name;
        _models = models;
        Models = Array.AsReadOnly(models);
        SurvivalContract = survivalContract;
        Required = required;
    }

    /// <summary>The name of the catalog's property; for a chain made at run time, the names of its models.</summary>
    public string Name { get; }

    /// <summary>The models, in the order in which they are tried.</summary>
    public IReadOnlyList<Model> Models { get; }

    /// <summary>The losses that the chain states it survives, each one alone: <see cref="FallbackChainAttribute.Survives"/>. The build has proved it.</summary>
    public LossOf SurvivalContract { get; }

    /// <summary>What the chain's declaration requires of every model.</summary>
    public ModelCapabilities Required { get; }

    /// <summary>Starts a turn with every model.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FallbackState Start() => new(this, _everyModel, _everyModel != 0 ? null : EveryModelOfLong());

    /// <summary>Starts a turn with the models that are not known to lack what it needs.</summary>
    /// <param name="required">What the request needs. A model that declares no capabilities is not known to lack any.</param>
    public FallbackState Start(ModelCapabilities required)
    {
        FallbackState state = Start();
        if (required == ModelCapabilities.None)
        {
            return state;
        }

        ulong word = 0;
        ulong[]? words = _longIndex is null ? null : new ulong[RetireTableLayout.WordsPerMask(_models.Length)];
        for (int bit = 0; bit < RetireTableLayout.Capabilities; bit++)
        {
            if (((int)required & (1 << bit)) == 0)
            {
                continue;
            }

            if (words is null)
            {
                word |= _lacking[bit];
                continue;
            }

            ReadOnlySpan<ulong> mask = LongMask(RetireTableLayout.CapabilityRow(_models.Length, bit));
            for (int i = 0; i < words.Length; i++)
            {
                words[i] |= mask[i];
            }
        }

        return state.Without(word, words);
    }

    /// <summary>Makes a chain whose table is computed now.</summary>
    internal static FallbackChain Create(string name, Model[] models)
    {
        ChainFacts facts = Facts(models);
        if (models.Length <= RetireTableLayout.ShortChain)
        {
            return new FallbackChain(name, models, LossOf.None, ModelCapabilities.None, RetireTableLayout.BuildShort(facts));
        }

        (ulong[] masks, ushort[] index) = RetireTableLayout.BuildLong(facts);
        return new FallbackChain(name, models, LossOf.None, ModelCapabilities.None, () => masks, () => index);
    }

    /// <summary>The name and the names of the models.</summary>
    public override string ToString() => $"{Name}: {string.Join(" → ", _models.Select(model => model.Name))}";

    /// <summary>The model at a position; null for one outside of the chain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Model? At(int position)
    {
        Model[] models = _models;
        return (uint)position < (uint)models.Length ? models[position] : null;
    }

    /// <summary>Where a model stands in the chain, from 0; -1 for one of another chain.</summary>
    /// <param name="model">The model.</param>
    public int PositionOf(Model model) =>
        _positions is null ? Array.IndexOf(_models, model) : _positions.GetValueOrDefault(model, -1);

    /// <summary>What a failure retires in a short chain; nothing for a position outside of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong ShortMask(int position, FailureKind kind)
    {
        ulong[] masks = _shortMasks;
        int row = (position * FailureTable.Kinds) + (int)kind;
        return (uint)row < (uint)masks.Length ? masks[row] : 0;
    }

    internal ReadOnlySpan<ulong> LongMask(int row)
    {
        int words = RetireTableLayout.WordsPerMask(_models.Length);
        return _longMasks!().Slice(_longIndex!()[row] * words, words);
    }

    // A mask for each kind, though several kinds have one effect: looking the effect up would cost as much as the mask.
    private static ulong[] MasksByKind(int models, ReadOnlySpan<ulong> table)
    {
        var masks = new ulong[models * FailureTable.Kinds];
        for (int kind = 0; kind < FailureTable.Kinds; kind++)
        {
            int effect = FailureTable.EffectOf((FailureKind)kind);
            for (int position = 0; position < models; position++)
            {
                masks[(position * FailureTable.Kinds) + kind] = table[(position * RetireTableLayout.Effects) + effect];
            }
        }

        return masks;
    }

    private ulong[] EveryModelOfLong()
    {
        int count = _models.Length;
        var words = new ulong[RetireTableLayout.WordsPerMask(count)];
        Array.Fill(words, ulong.MaxValue);
        if (count % 64 != 0)
        {
            words[^1] = (1UL << (count % 64)) - 1;
        }

        return words;
    }

    private static ChainFacts Facts(IReadOnlyList<Model> models)
    {
        var facts = new ChainFacts(models.Count);
        var numbers = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < models.Count; i++)
        {
            Model model = models[i];
            facts.Provider[i] = NumberOf(model.Provider);
            facts.Account[i] = NumberOf(model.Account);
            facts.Credential[i] = NumberOf(model.Credential);
            facts.IsFree[i] = model.IsFree;
            facts.ContextWindow[i] = model.ContextWindow ?? 0;
            facts.Capabilities[i] = model.Capabilities;
        }

        return facts;

        int NumberOf(object thing)
        {
            if (!numbers.TryGetValue(thing, out int number))
            {
                number = numbers.Count;
                numbers.Add(thing, number);
            }

            return number;
        }
    }
}
