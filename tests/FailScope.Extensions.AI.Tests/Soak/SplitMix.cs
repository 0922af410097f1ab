namespace FailScope.Extensions.AI.Tests.Soak;

/// <summary>SplitMix64 by Steele, Lea and Flood: a few random numbers for each of a million seeds, at almost no cost.</summary>
internal struct SplitMix(ulong seed)
{
    private ulong _state = seed;

    internal int Next(int bound)
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)bound);
    }
}
