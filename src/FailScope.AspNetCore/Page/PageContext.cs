using Microsoft.AspNetCore.Antiforgery;

namespace FailScope.AspNetCore;

/// <summary>What a page needs to know of its request.</summary>
/// <param name="Path">The address of the page, without a slash at its end.</param>
/// <param name="Token">The token of the forms that reset; null where this reader may not.</param>
/// <param name="Notice">What the reader's last action did; null where there was none.</param>
/// <param name="Refresh">How often the page looks for changes.</param>
internal sealed record PageContext(string Path, AntiforgeryTokenSet? Token, string? Notice, TimeSpan Refresh);
