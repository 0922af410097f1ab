using FailScope.Tool.Output;

namespace FailScope.Tool;

/// <summary>The environment of a command. Tests replace it.</summary>
internal sealed class ToolHost
{
    internal required ToolConsole Console { get; init; }

    /// <summary>The base of relative paths.</summary>
    internal string Directory { get; init; } = Environment.CurrentDirectory;

    /// <summary>The clock for comparing expiry dates.</summary>
    internal TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Creates the connection to the network.</summary>
    internal Func<HttpMessageHandler> Network { get; init; } =
        static () => new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.All, AllowAutoRedirect = false };

    /// <summary>The absolute path of a path on the command line.</summary>
    internal string PathOf(string path) => Path.GetFullPath(path, Directory);
}
