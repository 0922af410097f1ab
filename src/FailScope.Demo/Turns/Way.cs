namespace FailScope.Demo.Turns;

/// <summary>The ways in which an app can use a chain.</summary>
internal enum Way
{
    /// <summary>The chat client.</summary>
    ChatClient = 0,

    /// <summary><c>RunAsync</c> around the app's own call.</summary>
    RunAsync,

    /// <summary>The app's own loop over the state of the turn.</summary>
    OwnLoop,
}
