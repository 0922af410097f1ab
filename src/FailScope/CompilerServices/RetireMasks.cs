using System.ComponentModel;

namespace FailScope.CompilerServices;

/// <summary>Reads the masks of a chain of more than 64 models from the read-only data of the assembly that declares it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ReadOnlySpan<ulong> RetireMasks();

/// <summary>Reads the index into those masks.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ReadOnlySpan<ushort> RetireIndex();
