namespace FailScope;

/// <summary>How far a cool-down is.</summary>
public enum CooldownState
{
    /// <summary>It has not run out: its models are left out of new turns.</summary>
    Cooling = 0,

    /// <summary>It has run out: the next request that comes to one of its models is the probe.</summary>
    Due,

    /// <summary>A request is probing; others pass its models over until that one reports back or loses its lease.</summary>
    Probing,
}
