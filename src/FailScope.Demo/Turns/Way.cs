namespace FailScope.Demo.Turns;

/// <summary>The ways in which an app can walk down a chain.</summary>
internal enum Way
{
    /// <summary>The chat client, which does it all.</summary>
    ChatClient = 0,

    /// <summary>One line around a call of the app's own.</summary>
    RunAsync,

    /// <summary>A loop of the app's own over the state of the turn.</summary>
    OwnLoop,
}
