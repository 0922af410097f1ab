using System;
using System.Collections.Generic;

#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>
/// The layout of a retire table. Bit <c>i</c> of a mask stands for the model at position <c>i</c> of the chain.
/// </summary>
/// <remarks>
/// <para>For up to 64 models, a mask is one word, and the table is <c>[position × failure kind]</c>, followed by one mask for each
/// capability, with the models that lack it. Each kind has its own column, although several kinds share an effect, because looking up
/// the effect at each failure would cost as much as reading the mask.</para>
/// <para>In longer chains, a mask has several words, and most masks are equal. Each distinct mask is stored once, and an
/// index <c>[position × effect]</c>, followed by the capabilities, contains their numbers. These masks need not contain the
/// failed model itself; the reader must retire it.</para>
/// </remarks>
internal static class RetireTableLayout
{
    /// <summary>The number of columns: the values of <see cref="RetireEffect"/>.</summary>
    internal const int Effects = RetireRules.Count;

    /// <summary>The number of flags of <see cref="ModelCapabilities"/>.</summary>
    internal const int Capabilities = 8;

    /// <summary>The longest chain whose mask is one word.</summary>
    internal const int ShortChain = 64;

    internal static int WordsPerMask(int models) => (models + 63) / 64;

    /// <summary>The index of the mask for the capability with this bit number: the models that lack it.</summary>
    internal static int CapabilityRow(int models, int bit) => (models * Effects) + bit;

    /// <summary>Builds the table of a chain of up to 64 models, for the given number of failure kinds.</summary>
    internal static ulong[] BuildShort(ChainFacts facts, int kinds)
    {
        var table = new ulong[(facts.Count * kinds) + Capabilities];
        for (int kind = 0; kind < kinds; kind++)
        {
            RetireEffect effect = FailureRules.For((FailureKind)kind).Effect;
            for (int failing = 0; failing < facts.Count; failing++)
            {
                table[(failing * kinds) + kind] = MaskOf(facts, (failing * Effects) + (int)effect);
            }
        }

        for (int bit = 0; bit < Capabilities; bit++)
        {
            table[(facts.Count * kinds) + bit] = MaskOf(facts, CapabilityRow(facts.Count, bit));
        }

        return table;
    }

    /// <summary>Builds the distinct masks of a chain of any length, and the index into them.</summary>
    internal static (ulong[] Masks, ushort[] Index) BuildLong(ChainFacts facts)
    {
        int words = WordsPerMask(facts.Count);
        var masks = new List<ulong>();
        var index = new ushort[(facts.Count * Effects) + Capabilities];
        var known = new Dictionary<(RetireEffect, long, bool), ushort>();
        for (int row = 0; row < index.Length; row++)
        {
            (RetireEffect, long, bool) key = KeyOf(facts, row);
            if (!known.TryGetValue(key, out ushort number))
            {
                if (known.Count > ushort.MaxValue)
                {
                    throw new NotSupportedException("A fallback chain has at most 65,536 distinct retire masks.");
                }

                number = (ushort)known.Count;
                known.Add(key, number);
                int start = masks.Count;
                for (int word = 0; word < words; word++)
                {
                    masks.Add(0);
                }

                for (int model = 0; model < facts.Count; model++)
                {
                    if (IsInSharedMask(facts, row, model))
                    {
                        masks[start + (model / 64)] |= 1UL << (model % 64);
                    }
                }
            }

            index[row] = number;
        }

        return (masks.ToArray(), index);
    }

    private static ulong MaskOf(ChainFacts facts, int row)
    {
        ulong mask = 0;
        for (int model = 0; model < facts.Count; model++)
        {
            if (IsInRow(facts, row, model))
            {
                mask |= 1UL << model;
            }
        }

        return mask;
    }

    private static bool IsInRow(ChainFacts facts, int row, int model)
    {
        int capability = row - (facts.Count * Effects);
        return capability >= 0
            ? facts.Lacks(model, (ModelCapabilities)(1 << capability))
            : facts.Retires(row / Effects, (RetireEffect)(row % Effects), model);
    }

    // A mask is shared by all models with the same key. So the failed model is included only if its own facts include it, not because it
    // failed.
    private static bool IsInSharedMask(ChainFacts facts, int row, int model)
    {
        if (row / Effects >= facts.Count)
        {
            return IsInRow(facts, row, model);
        }

        var effect = (RetireEffect)(row % Effects);
        return RetireRules.For(effect).Group != RetireGroup.Model && facts.Covers(row / Effects, effect, model);
    }

    // Rows with the same key have the same mask, apart from the failed model.
    private static (RetireEffect, long, bool) KeyOf(ChainFacts facts, int row)
    {
        int model = row / Effects;
        if (model >= facts.Count)
        {
            return ((RetireEffect)Effects, row, false);
        }

        var effect = (RetireEffect)(row % Effects);
        RetireRule rule = RetireRules.For(effect);
        return rule.Group switch
        {
            RetireGroup.Model => (effect, 0, false),
            RetireGroup.ContextWindow => (effect, facts.ContextWindow[model], false),
            _ => (effect, facts.NumberIn(rule.Group, model), rule.Spares == SparedModels.Free && facts.IsFree[model]),
        };
    }
}
