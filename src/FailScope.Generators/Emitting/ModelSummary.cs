using System.Globalization;
using System.Text;
using FailScope.Generators.Models;
using FailScope.Generators.Parsing;
using FailScope.Generators.Pricing;

namespace FailScope.Generators.Emitting;

/// <summary>One line about a model: its price and its context window.</summary>
internal static class ModelSummary
{
    internal static string Of(ModelModel model)
    {
        var text = new StringBuilder(model.Id).Append(" on ").Append(model.Credential).Append(": ");
        decimal? input = Find(model, Price.InputUsdPerMillion);
        decimal? output = Find(model, Price.OutputUsdPerMillion);
        text.Append(
            model.IsFree ? "free"
            : input is null && output is null ? "price not declared"
            : $"{Usd(input)} in, {Usd(output)} out per million tokens");
        if (model.ContextWindow > 0)
        {
            text.Append("; context window ").Append(model.ContextWindow.ToString("N0", CultureInfo.InvariantCulture)).Append(" tokens");
        }

        if (model.EmbeddingSpace is { } space)
        {
            text.Append("; embedding space ").Append(space);
        }

        return text.Append('.').ToString();
    }

    private static decimal? Find(ModelModel model, Price price)
    {
        foreach ((int number, decimal usd) in model.Prices)
        {
            if (number == (int)price)
            {
                return usd;
            }
        }

        return null;
    }

    private static string Usd(decimal? price) => price is { } usd ? "$" + usd.ToString(CultureInfo.InvariantCulture) : "undeclared";
}
