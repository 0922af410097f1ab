namespace FailScope.AspNetCore;

/// <summary>Whether a request may call a model.</summary>
internal enum ModelState
{
    /// <summary>Nothing keeps it out.</summary>
    Alive = 0,

    /// <summary>Its cool-down has run out: the next request that comes to it is the probe. It counts as alive.</summary>
    Due,

    /// <summary>A request is probing it; others pass it over.</summary>
    Probing,

    /// <summary>A cool-down keeps it out.</summary>
    Cooling,
}
