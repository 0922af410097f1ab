namespace FailScope;

/// <summary>The time limits of an attempt.</summary>
internal enum AttemptLimit
{
    /// <summary><see cref="FallbackOptions.AttemptTimeout"/>.</summary>
    Attempt = 0,

    /// <summary><see cref="FallbackOptions.Timeout"/>.</summary>
    Turn,

    /// <summary>The time to the first content of a stream.</summary>
    FirstContent,

    /// <summary>The time between two updates of a stream.</summary>
    Idle,
}
