using System.Globalization;
using FailScope.Tool.Drafts;

namespace FailScope.Tool.Lists;

/// <summary>Copies the facts about a model from price lists to its draft. The first list that contains the model is used.</summary>
internal sealed class ListedFacts(IReadOnlyList<PriceList> lists)
{
    /// <summary>Completes a draft whose provider is known by name and address. Leaves it unchanged if no list contains the model.</summary>
    internal void Describe(ModelDraft model, string provider, string endpoint)
    {
        foreach (PriceList list in lists)
        {
            string key = list.ProviderAt(endpoint) ?? provider;
            if (list.Find(key, model.Id) is { } listed)
            {
                Describe(model, listed);
                return;
            }
        }
    }

    /// <summary>Completes a draft from its entry in a list.</summary>
    internal static void Describe(ModelDraft model, ListedModel listed)
    {
        foreach ((Price price, decimal usd) in listed.Prices)
        {
            model.Prices[(int)price] = usd;
        }

        model.ContextWindow = listed.ContextWindow ?? model.ContextWindow;
        model.MaxOutputTokens = listed.MaxOutputTokens ?? model.MaxOutputTokens;
        if ((listed.Capabilities | listed.Denied) != 0)
        {
            model.Capabilities = listed.Capabilities;
        }

        // The list may contain a price that the attribute has no property for.
        if (model.IsFree && !listed.IsFree)
        {
            model.StatedFree = false;
        }

        AddRemarks(model, listed);
    }

    private static void AddRemarks(ModelDraft model, ListedModel listed)
    {
        if (listed.HasDynamicPrice)
        {
            model.Comments.Add("Its price depends on the request.");
        }

        if (model.StatedFree == false && listed.UnnamedPrice is { } price)
        {
            model.Comments.Add($"Tokens cost nothing, but it is also billed by '{price}'.");
        }
        else if (model.StatedFree == false && !listed.HasDynamicPrice)
        {
            model.Comments.Add("The list has 0 for tokens, but other things may be billed: such models are often billed per item, or above a limit.");
        }

        if (listed.Expires is { } day)
        {
            model.Comments.Add(string.Create(CultureInfo.InvariantCulture, $"Expires on {day:yyyy-MM-dd}."));
        }

        if (listed.IsAlias)
        {
            model.Comments.Add("An alias for the newest model of a family: the model and its price will change.");
        }
    }
}
