using Microsoft.AspNetCore.Antiforgery;

namespace FailScope.AspNetCore;

/// <summary>The data of a request that the page needs.</summary>
/// <param name="Path">The address of the page, without a slash at its end.</param>
/// <param name="Token">The token for the reset forms; null if the user may not reset.</param>
/// <param name="Notice">The result of the user's last action; null if there was none.</param>
/// <param name="Refresh">How often the page is updated.</param>
internal sealed record PageContext(string Path, AntiforgeryTokenSet? Token, string? Notice, TimeSpan Refresh);
