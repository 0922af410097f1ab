using Microsoft.AspNetCore.Antiforgery;

namespace FailScope.AspNetCore;

/// <summary>What a page needs to know of its request.</summary>
/// <param name="Path">The address of the page, without a slash at its end.</param>
/// <param name="Token">The token for the reset forms; null if the user may not reset.</param>
/// <param name="Notice">The result of the user's last action; null if there was none.</param>
/// <param name="Refresh">How often the page looks for changes.</param>
internal sealed record PageContext(string Path, AntiforgeryTokenSet? Token, string? Notice, TimeSpan Refresh);
