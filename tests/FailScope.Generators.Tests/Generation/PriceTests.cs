using FailScope.Generators.Pricing;

namespace FailScope.Generators.Tests.Generation;

public class PriceTests
{
    [Fact]
    public void The_price_names_match_in_the_attribute_the_descriptor_and_the_rules()
    {
        string[] rules = Enum.GetNames<Price>();

        Assert.Equal(rules, typeof(ModelPricing).GetProperties().Where(property => property.PropertyType == typeof(decimal?)).Select(property => property.Name));
        Assert.Equal(rules, typeof(ModelAttribute).GetProperties().Where(property => property.PropertyType == typeof(double)).Select(property => property.Name));
    }
}
