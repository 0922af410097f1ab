using System.Runtime.CompilerServices;
using FailScope.CompilerServices;

namespace FailScope;

/// <summary>Models in the order in which they are tried, with a table of what each failure retires.</summary>
public sealed partial class FallbackChain
{
    // The number of bits of the enum.
    private const int MostCapabilities = 32;

    private readonly Model[] _models;

    // The table of a short chain, and one bit for each of its models. Not set for a long chain.
    private readonly ulong[] _shortMasks;
    private readonly ulong _everyModel;

    // The table of a long chain, read from the data of its assembly, and the positions of its models. Not set for a short chain.
    private readonly RetireMasks? _longMasks;
    private readonly RetireIndex? _longIndex;
    private readonly Dictionary<Model, int>? _positions;

    private IReadOnlyList<Model>? _readOnlyModels;

    /// <summary>Creates a chain of up to 64 models.</summary>
    /// <remarks>
    /// The first use of a chain compiles and runs this constructor. So it has no loop, which is slow to compile, makes few calls, and
    /// does not create what is needed only later.
    /// </remarks>
    internal FallbackChain(string name, Model[] models, LossOf survivalContract, ModelCapabilities required, int kinds, ReadOnlySpan<ulong> table)
    {
        Name = name;
        _models = models;
        SurvivalContract = survivalContract;
        Required = required;
        _everyModel = models.Length == RetireTableLayout.ShortChain ? ulong.MaxValue : (1UL << models.Length) - 1;
        _shortMasks = kinds == FailureTable.Kinds && table.Length == (models.Length * FailureTable.Kinds) + RetireTableLayout.Capabilities
            ? table.ToArray()
            : OfAnotherVersion(name, models, kinds, table);
    }

    /// <summary>Creates a chain of more than 64 models.</summary>
    internal FallbackChain(string name, Model[] models, LossOf survivalContract, ModelCapabilities required, int effects, RetireMasks masks, RetireIndex index)
    {
        Name = name;
        _models = models;
        SurvivalContract = survivalContract;
        Required = required;
        _shortMasks = [];
        (_longMasks, _longIndex) = IsLongTable(models.Length, effects, masks(), index()) ? (masks, index) : OfAnotherVersion(name, models, effects, masks(), index());
        _positions = new Dictionary<Model, int>(models.Length);
        for (int i = 0; i < models.Length; i++)
        {
            _positions.Add(models[i], i);
        }
    }

    /// <summary>The name of the catalog's property; for a chain created at run time, the names of its models.</summary>
    public string Name { get; }

    /// <summary>The models, in the order in which they are tried.</summary>
    public IReadOnlyList<Model> Models => _readOnlyModels ??= Array.AsReadOnly(_models);

    /// <summary>The losses that the chain must survive, each one alone: <see cref="FallbackChainAttribute.Survives"/>. The build has proved it.</summary>
    public LossOf SurvivalContract { get; }

    /// <summary>The capabilities that the chain's declaration requires of every model.</summary>
    public ModelCapabilities Required { get; }

    /// <summary>Starts a turn with every model.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FallbackState Start() => new(this, _everyModel, _everyModel != 0 ? null : EveryModelOfLong());

    /// <summary>Starts a turn with the models that are not known to lack a required capability.</summary>
    /// <param name="required">
    /// What the request needs. A model that declares no capabilities is not known to lack any. A model that declares some lacks all
    /// others, including those that have no name in this version.
    /// </param>
    public FallbackState Start(ModelCapabilities required)
    {
        FallbackState state = Start();
        if (required == ModelCapabilities.None)
        {
            return state;
        }

        if ((int)required >> RetireTableLayout.Capabilities != 0)
        {
            return WithoutLacking(state, required);
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
                word |= _shortMasks[(_models.Length * FailureTable.Kinds) + bit];
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

    /// <summary>Throws if there is no model, or a duplicate.</summary>
    internal static void CheckModels(Model[] models)
    {
        if (models.Length == 0)
        {
            throw new ArgumentException("A fallback chain needs at least one model.", nameof(models));
        }

        var seen = new HashSet<Model>();
        foreach (Model model in models)
        {
            if (!seen.Add(model))
            {
                throw new ArgumentException($"The model '{model.Name}' is listed twice. A turn tries each model at most once, so remove one of the two.", nameof(models));
            }
        }
    }

    /// <summary>Creates a chain and computes its table now.</summary>
    internal static FallbackChain Create(string name, Model[] models)
    {
        ChainFacts facts = Facts(models);
        if (models.Length <= RetireTableLayout.ShortChain)
        {
            return new FallbackChain(name, models, LossOf.None, ModelCapabilities.None, FailureTable.Kinds, RetireTableLayout.BuildShort(facts, FailureTable.Kinds));
        }

        (ulong[] masks, ushort[] index) = RetireTableLayout.BuildLong(facts);
        return new FallbackChain(name, models, LossOf.None, ModelCapabilities.None, RetireTableLayout.Effects, () => masks, () => index);
    }

    /// <summary>The name and the names of the models.</summary>
    public override string ToString() => $"{Name}: {string.Join(" → ", _models.Select(model => model.Name))}";

    /// <summary>The model at a position; null if the position is outside the chain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Model? At(int position)
    {
        Model[] models = _models;
        return (uint)position < (uint)models.Length ? models[position] : null;
    }

    /// <summary>The position of a model in the chain, starting from 0; -1 for a model of another chain.</summary>
    /// <param name="model">The model.</param>
    public int PositionOf(Model model)
    {
        if (_positions is not null)
        {
            return _positions.GetValueOrDefault(model, -1);
        }

        // Array.IndexOf would compare through an interface.
        Model[] models = _models;
        for (int position = 0; position < models.Length; position++)
        {
            if (models[position] == model)
            {
                return position;
            }
        }

        return -1;
    }

    /// <summary>What a failure retires in a short chain; empty for a position outside the chain.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a named value.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong ShortMask(int position, FailureKind kind)
    {
        // ThrowIfNotDefined is not called, to compile one method less at the first use.
        if ((uint)kind >= FailureTable.Kinds)
        {
            FailureTable.ThrowNotDefined(kind);
        }

        ulong[] masks = _shortMasks;
        int row = (position * FailureTable.Kinds) + (int)kind;
        return (uint)row < (uint)masks.Length ? masks[row] : 0;
    }

    internal ReadOnlySpan<ulong> LongMask(int row)
    {
        int words = RetireTableLayout.WordsPerMask(_models.Length);
        return _longMasks!().Slice(_longIndex!()[row] * words, words);
    }

    /// <summary>
    /// Computes the table of a short chain whose code was generated by another version of the package, with fewer or more kinds or
    /// capabilities. The result is the table that this version would generate for the same models.
    /// </summary>
    /// <exception cref="InvalidOperationException">The table does not match these models in any version.</exception>
    private static ulong[] OfAnotherVersion(string name, Model[] models, int kinds, ReadOnlySpan<ulong> table)
    {
        if (kinds < 1 || table.Length - (models.Length * kinds) is < 0 or > MostCapabilities)
        {
            throw NoTable(name, $"has {table.Length} words, which does not match {models.Length} models by {kinds} failure kinds", $"{FailureTable.Kinds} kinds");
        }

        return RetireTableLayout.BuildShort(Facts(models), FailureTable.Kinds);
    }

    /// <inheritdoc cref="OfAnotherVersion(string, Model[], int, ReadOnlySpan{ulong})"/>
    private static (RetireMasks Masks, RetireIndex Index) OfAnotherVersion(string name, Model[] models, int effects, ReadOnlySpan<ulong> table, ReadOnlySpan<ushort> rows)
    {
        // A table with this version's size is only passed here if its rows point outside the masks.
        if (effects < 1 || effects == RetireTableLayout.Effects || rows.Length - (models.Length * effects) is < 0 or > MostCapabilities)
        {
            throw NoTable(name, $"has {table.Length} words and {rows.Length} rows, which does not match {models.Length} models by {effects} effects", $"{RetireTableLayout.Effects} effects");
        }

        (ulong[] masks, ushort[] index) = RetireTableLayout.BuildLong(Facts(models));
        return (() => masks, () => index);
    }

    private static bool IsLongTable(int models, int effects, ReadOnlySpan<ulong> masks, ReadOnlySpan<ushort> index)
    {
        if (effects != RetireTableLayout.Effects || index.Length != RetireTableLayout.CapabilityRow(models, RetireTableLayout.Capabilities))
        {
            return false;
        }

        int last = 0;
        foreach (ushort row in index)
        {
            last = Math.Max(last, row);
        }

        return masks.Length == (last + 1) * RetireTableLayout.WordsPerMask(models);
    }

    private static InvalidOperationException NoTable(string name, string what, string ours) => new(
        $"The table of the chain '{name}' {what}. Its code was generated by another version of FailScope than the one that runs ({ours}): " +
        "rebuild it with this version.");

    // The request needs a capability that has no name in this version, so the table has no mask for it.
    private FallbackState WithoutLacking(FallbackState state, ModelCapabilities required)
    {
        var words = new ulong[RetireTableLayout.WordsPerMask(_models.Length)];
        for (int position = 0; position < _models.Length; position++)
        {
            if (_models[position].Lacks(required))
            {
                words[position / 64] |= 1UL << (position % 64);
            }
        }

        return _longIndex is null ? state.Without(words.Length == 0 ? 0 : words[0], null) : state.Without(0, words);
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
