#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;

[System.Flags]
internal
#else
namespace FailScope;

/// <summary>What a model can do in addition to text input and text output. Models declare capabilities; chains and turns may require them.</summary>
/// <remarks>
/// A bit without a name is treated as a capability like any other, so that code from a version with more capabilities means the same
/// here: a model that declares capabilities, but not this one, lacks it.
/// </remarks>
[Flags]
public
#endif
enum ModelCapabilities
{
    /// <summary>Only text input and text output.</summary>
    None = 0,

    /// <summary>Calls tools (functions).</summary>
    Tools = 1,

    /// <summary>Reads images.</summary>
    Vision = 2,

    /// <summary>Responds with JSON that follows a given schema.</summary>
    StructuredOutput = 4,

    /// <summary>Reasons before it responds, on request.</summary>
    Reasoning = 8,

    /// <summary>Reads audio.</summary>
    AudioInput = 16,

    /// <summary>Responds with audio.</summary>
    AudioOutput = 32,

    /// <summary>Responds with images.</summary>
    ImageOutput = 64,

    /// <summary>Reads documents such as PDF files.</summary>
    FileInput = 128,
}
