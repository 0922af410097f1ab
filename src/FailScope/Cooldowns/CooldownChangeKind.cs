namespace FailScope;

/// <summary>What happened to a cool-down.</summary>
public enum CooldownChangeKind
{
    /// <summary>A failure was remembered: the cool-down began, or grew.</summary>
    Failed = 0,

    /// <summary>A model of the scope answered: what was remembered before that call began is over.</summary>
    Answered,

    /// <summary>It was reset: what was remembered before is over, for one tenant or for all.</summary>
    Reset,
}
