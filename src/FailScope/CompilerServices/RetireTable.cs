using System.ComponentModel;

namespace FailScope.CompilerServices;

/// <summary>Reads the masks of a retire table from the read-only data of the assembly that declares the chain.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ReadOnlySpan<ulong> RetireTable();

/// <summary>Reads the index into the masks of a chain of more than 64 models.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ReadOnlySpan<ushort> RetireIndex();
