namespace FailScope.AspNetCore;

/// <summary>Whether a request may call a model.</summary>
internal enum ModelState
{
    /// <summary>No cool-down excludes it.</summary>
    Alive = 0,

    /// <summary>Its cool-down has expired: the next request that tries it is the probe. It counts as alive.</summary>
    Due,

    /// <summary>A request is probing it; other requests skip it.</summary>
    Probing,

    /// <summary>A cool-down excludes it.</summary>
    Cooling,
}
