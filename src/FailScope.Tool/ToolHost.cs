using FailScope.Tool.Output;

namespace FailScope.Tool;

/// <summary>The world around a command; tests put another one in its place.</summary>
internal sealed class ToolHost
{
    internal required ToolConsole Console { get; init; }

    /// <summary>The folder that relative paths start from.</summary>
    internal string Directory { get; init; } = Environment.CurrentDirectory;

    /// <summary>The day that expiry dates are compared with.</summary>
    internal TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Makes the connection to the network.</summary>
    internal Func<HttpMessageHandler> Network { get; init; } =
        static () => new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.All, AllowAutoRedirect = false };

    /// <summary>The absolute path of a path on the command line.</summary>
    internal string PathOf(string path) => Path.GetFullPath(path, Directory);
}
