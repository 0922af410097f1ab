namespace FailScope.AspNetCore;

/// <summary>A chain as a row of cards in the order in which its models are tried.</summary>
internal static class ChainPicture
{
    internal static void Draw(Html html, ChainReport chain, DateTimeOffset now)
    {
        html.Add($"""
            <section class="chain" aria-label="Chain {chain.Name}">
            <div class="title"><h2><bdi>{chain.Name}</bdi></h2><span class="state {StatusPage.Class(chain.Status)}">
            """);
        StatusPage.Icon(html, StatusPage.Class(chain.Status));
        html.Add($"""{chain.Status.ToString()}</span><span class="count">{Words.Alive(chain.Alive, chain.Models.Count)}</span></div>""");
        if (chain.RecoversAt is { } recovers && recovers > now)
        {
            html.Add($"""
                <p class="recovers">The first model recovers <time datetime="{PageTime.Iso(recovers)}">{PageTime.Distance(recovers, now)}</time>, at {PageTime.Clock(recovers, now)}.</p>

                """);
        }

        html.Add($"<ol>\n");
        ModelReport? next = chain.Models.FirstOrDefault(model => model.IsAlive);
        foreach (ModelReport model in chain.Models)
        {
            DrawModel(html, model, model == next, now);
        }

        html.Add($"</ol>\n</section>\n");
    }

    private static void DrawModel(Html html, ModelReport model, bool isNext, DateTimeOffset now)
    {
        (string style, string icon, string state) = Look(model.State);
        html.Add($"""
            <li class="model {style}{(isNext ? " next" : "")}">
            <div class="top"><h3><bdi>{model.Name}</bdi></h3><span class="state {style}">
            """);
        StatusPage.Icon(html, icon);
        html.Add($"""
            {state}</span></div>
            <p class="id"><bdi>{model.Id}</bdi></p>
            <p class="place">{model.Provider} · key {model.Credential}{(model.Account == model.Credential ? "" : $" · account {model.Account}")}{(model.IsFree ? " · free" : "")}</p>

            """);
        if (model.DecidedBy is { } cooldown)
        {
            DrawReason(html, model, cooldown, now);
        }

        if (isNext)
        {
            html.Add($"""
                <p class="goes">Requests go here</p>

                """);
        }

        html.Add($"</li>\n");
    }

    private static void DrawReason(Html html, ModelReport model, CooldownReport cooldown, DateTimeOffset now)
    {
        // On its own card, a model needs no name.
        string what = cooldown.ScopeKind == ScopeKind.Model ? "" : $", {Words.Of(cooldown.ScopeKind, cooldown.Scope)}";
        html.Add($"""<p class="reason"><b>{Words.Of(cooldown.Cause)}</b>{what}""");
        if (model.State == ModelState.Probing)
        {
            html.Add($": a request is trying it now</p>\n");
        }
        else if (cooldown.Until is { } until)
        {
            string distance = model.State == ModelState.Due ? ": the next request tries it" : $" ({PageTime.Distance(until, now)})";
            html.Add($"""
                , until <time datetime="{PageTime.Iso(until)}">{PageTime.Clock(until, now)}</time>{distance}</p>

                """);
        }
        else
        {
            html.Add($", until it is reset</p>\n");
        }
    }

    // CS8524 concerns undefined values.
#pragma warning disable CS8524
    private static (string Style, string Icon, string Text) Look(ModelState state) => state switch
    {
        ModelState.Alive => ("alive", "healthy", "alive"),
        ModelState.Due => ("due", "waiting", "to be tried"),
        ModelState.Probing => ("probing", "waiting", "being tried"),
        ModelState.Cooling => ("cooling", "unhealthy", "retired"),
    };
#pragma warning restore CS8524
}
