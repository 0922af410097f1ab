namespace FailScope;

/// <summary>What happened to a cool-down.</summary>
public enum CooldownChangeKind
{
    /// <summary>A failure was remembered: a cool-down began or was extended.</summary>
    Failed = 0,

    /// <summary>A model of the scope answered. Everything that was remembered before that call began is over.</summary>
    Answered,

    /// <summary>The scope was reset, for one tenant or for all. Everything that was remembered before is over.</summary>
    Reset,
}
