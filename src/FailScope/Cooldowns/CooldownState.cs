namespace FailScope;

/// <summary>The state of a cool-down.</summary>
public enum CooldownState
{
    /// <summary>It has not expired: its models are excluded from new turns.</summary>
    Cooling = 0,

    /// <summary>It has expired: the next request that tries one of its models is the probe.</summary>
    Due,

    /// <summary>A request is probing. Other requests skip the models until it reports its result or its lease expires.</summary>
    Probing,
}
