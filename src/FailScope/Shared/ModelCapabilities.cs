#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;

[System.Flags]
internal
#else
namespace FailScope;

/// <summary>What a model can do beyond text in, text out. Models declare it, chains and turns may require it.</summary>
/// <remarks>
/// A bit without a name counts as a capability like any other, so that code which knows more of them means the same
/// everywhere: a model that declares capabilities, and not this one, lacks it.
/// </remarks>
[Flags]
public
#endif
enum ModelCapabilities
{
    /// <summary>Text in, text out.</summary>
    None = 0,

    /// <summary>Calls tools (functions).</summary>
    Tools = 1,

    /// <summary>Reads images.</summary>
    Vision = 2,

    /// <summary>Answers in a given JSON schema.</summary>
    StructuredOutput = 4,

    /// <summary>Reasons before it answers, on request.</summary>
    Reasoning = 8,

    /// <summary>Reads audio.</summary>
    AudioInput = 16,

    /// <summary>Answers in audio.</summary>
    AudioOutput = 32,

    /// <summary>Answers in images.</summary>
    ImageOutput = 64,

    /// <summary>Reads documents (PDF and the like).</summary>
    FileInput = 128,
}
