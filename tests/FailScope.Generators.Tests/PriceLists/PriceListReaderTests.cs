using System.Globalization;
using System.Text;
using CsCheck;
using FailScope.Generators.Pricing;
using FailScope.Generators.PriceLists.Reading;
using Can = FailScope.Generators.Shared.ModelCapabilities;

namespace FailScope.Generators.Tests.PriceLists;

public sealed class PriceListReaderTests
{
    private const string OpenRouter = "openrouter";

    [Fact]
    public void OpenRouters_prices_are_strings_per_token()
    {
        PriceList list = Read(Lists.OpenRouter(Lists.Entry(
            "acme/large",
            "\"prompt\": \"0.00000014\", \"completion\": \"2.8e-7\", \"input_cache_read\": \"0.0000000028\", \"web_search\": \"0.005\", \"internal_reasoning\": \"0.000012\", \"request\": \"0.01\"")));

        Assert.Equal(PriceListFormat.OpenRouter, list.Format);
        Assert.Equal(new DateTime(2026, 7, 31), list.Date);
        Assert.Equal("InputUsdPerMillion 0.14, OutputUsdPerMillion 0.28, CacheReadUsdPerMillion 0.0028, ReasoningUsdPerMillion 12, UsdPerRequest 0.01, UsdPerSearch 0.005", Prices(list.Find(OpenRouter, "acme/large")));
    }

    [Fact]
    public void Tiers_and_discounts_do_not_change_the_price_of_a_short_request()
    {
        ListedModel model = Only("\"prompt\": \"0.000002\", \"completion\": \"0.000006\", \"discount\": 0, \"overrides\": [{\"min_prompt_tokens\": 200000, \"prompt\": \"0.000004\", \"completion\": \"0.000012\"}]");

        Assert.Equal("InputUsdPerMillion 2, OutputUsdPerMillion 6", Prices(model));
        Assert.Equal([new(Price.InputUsdPerMillion, 4m), new(Price.OutputUsdPerMillion, 12m)], model.OtherTiers);
        Assert.Null(model.UnnamedPrice);
    }

    [Fact]
    public void A_price_of_minus_one_depends_on_the_request()
    {
        ListedModel model = Only("\"prompt\": \"-1\", \"completion\": \"-1\"");

        Assert.True(model.HasDynamicPrice);
        Assert.False(model.IsFree);
        Assert.Empty(model.Prices);
    }

    [Theory]
    [InlineData("acme/x", "\"prompt\": \"0\", \"completion\": \"0\"", "", true)]
    [InlineData("acme/x:free", "\"prompt\": \"0\", \"completion\": \"0\"", "", true)]
    [InlineData("acme/x", "\"prompt\": \"0\", \"completion\": \"0\", \"request\": \"0.01\"", "", false)]
    [InlineData("acme/x", "\"prompt\": \"0\", \"completion\": \"0\", \"image_token\": \"0.01\"", "", false)]
    [InlineData("acme/x", "\"prompt\": \"0\", \"completion\": \"0.00025\"", "", false)]
    [InlineData("acme/x", "\"prompt\": \"0\"", "", false)]
    [InlineData("acme/x", "\"prompt\": \"0\", \"completion\": \"0\", \"overrides\": [{\"prompt\": \"0.1\"}]", "", false)]
    [InlineData("acme/song", "\"prompt\": \"0\", \"completion\": \"0\"", ", \"architecture\": {\"output_modalities\": [\"text\", \"audio\"]}", false)]
    [InlineData("acme/song:free", "\"prompt\": \"0\", \"completion\": \"0\"", ", \"architecture\": {\"output_modalities\": [\"text\", \"audio\"]}", true)]
    public void A_listed_model_is_free_only_if_nothing_contradicts_it(string id, string pricing, string rest, bool isFree) =>
        Assert.Equal(isFree, Only(pricing, rest, id).IsFree);

    [Theory]
    [InlineData("\"2026-08-10\"", "2026-08-10")]
    [InlineData("\"2026-08-10T12:00:00Z\"", "2026-08-10")]
    [InlineData("\"2098-12-31\"", null)]
    [InlineData("\"9999-12-31\"", null)]
    [InlineData("\"soon\"", null)]
    [InlineData("null", null)]
    public void A_date_in_the_far_future_means_no_expiry(string date, string? expected) =>
        Assert.Equal(expected, Only(rest: $", \"expiration_date\": {date}").Expires?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Fact]
    public void Capabilities_are_stated_denied_or_neither()
    {
        ListedModel model = Only(rest: ", \"architecture\": {\"input_modalities\": [\"text\", \"image\"], \"output_modalities\": [\"text\"]}, \"supported_parameters\": [\"tools\", \"response_format\"]");

        Assert.Equal(Can.Tools | Can.Vision, model.Capabilities);

        // Not structured output, because "response_format" alone does not deny it, and not documents, because OpenRouter converts them itself.
        Assert.Equal(Can.Reasoning | Can.AudioInput | Can.AudioOutput | Can.ImageOutput, model.Denied);
    }

    [Fact]
    public void Aliases_and_permanent_ids_are_known()
    {
        PriceList list = Read(Lists.OpenRouter(
            Lists.Entry("~acme/large-latest"),
            Lists.Entry("acme/large", rest: ", \"canonical_slug\": \"acme/large-20260731\""),
            Lists.Entry("acme/large:free", rest: ", \"canonical_slug\": \"acme/large-20260731\"")));

        Assert.True(list.Find(OpenRouter, "~acme/large-latest")!.IsAlias);
        Assert.Equal("acme/large", list.Find(OpenRouter, "acme/large-20260731")!.Id);
        Assert.Null(list.Find(OpenRouter, "ACME/large"));
    }

    [Fact]
    public void The_last_of_several_entries_or_members_with_one_name_is_used()
    {
        PriceList list = Read("{\"data\": [" + Lists.Entry("gone") + "], \"data\": [" + Lists.Entry("a") + ", " + Lists.Entry("a", "\"prompt\": \"1\", \"prompt\": \"0.000004\", \"completion\": \"0.000005\"", ", \"pricing\": {\"prompt\": \"0.000001\", \"completion\": \"0.000002\"}") + "]}");

        Assert.Equal("InputUsdPerMillion 1, OutputUsdPerMillion 2", Prices(Assert.Single(list.Models)));
    }

    [Fact]
    public void LiteLLMs_prices_are_numbers_per_token()
    {
        PriceList list = Read(Lists.LiteLLM);
        ListedModel model = list.Find("openai", "acme-large")!;

        Assert.Equal(PriceListFormat.LiteLLM, list.Format);
        Assert.Equal(new DateTime(2026, 7, 24), list.Date);
        Assert.Equal("InputUsdPerMillion 2.5, OutputUsdPerMillion 10, UsdPerSearch 0.035", Prices(model));
        Assert.Equal([new(Price.InputUsdPerMillion, 5m), new(Price.OutputUsdPerMillion, 5m), new(Price.UsdPerSearch, 0.03m), new(Price.UsdPerSearch, 0.05m)], model.OtherTiers);
        Assert.Equal((272_000, 400_000, 128_000), (model.ContextWindow, model.OtherContextWindow, model.MaxOutputTokens));
        Assert.Equal((Can.Tools, Can.Vision), (model.Capabilities, model.Denied));
        Assert.Equal(new DateTime(2026, 10, 15), model.Expires);
    }

    [Fact]
    public void One_id_has_a_price_at_each_of_LiteLLMs_providers()
    {
        PriceList list = Read(Lists.LiteLLM);

        Assert.Equal(7, list.Count);
        Assert.Equal("InputUsdPerMillion 2.75, OutputUsdPerMillion 11", Prices(list.Find("azure", "acme-large")));
        Assert.Equal("InputUsdPerMillion 0.59, OutputUsdPerMillion 0.79", Prices(list.Find("groq", "acme/large")));
        Assert.Equal("InputUsdPerMillion 1", Prices(list.Find("cohere", "acme-command")));
        Assert.False(list.Find("cohere", "acme-rerank")!.IsFree);
        Assert.Equal("InputUsdPerMillion 0.05, OutputUsdPerMillion 0.4", Prices(list.Find("dashscope", "acme-flash")));
        Assert.Equal("ocr_cost_per_page", list.Find("ocr", "acme-pages")!.UnnamedPrice);
    }

    [Fact]
    public void The_prices_of_models_dev_are_numbers_per_million_tokens()
    {
        PriceList list = Read(Lists.ModelsDev);
        ListedModel model = list.Find("acme", "acme-large")!;

        Assert.Equal(PriceListFormat.ModelsDev, list.Format);
        Assert.Equal(new DateTime(2026, 6, 1), list.Date);
        Assert.Equal("InputUsdPerMillion 3, OutputUsdPerMillion 15.5, CacheReadUsdPerMillion 0.3, ReasoningUsdPerMillion 20, AudioInputUsdPerMillion 4", Prices(model));
        Assert.Equal([new(Price.InputUsdPerMillion, 6m), new(Price.OutputUsdPerMillion, 22.5m), new(Price.InputUsdPerMillion, 6m), new(Price.OutputUsdPerMillion, 22.5m)], model.OtherTiers);
        Assert.Equal(Can.Tools | Can.Reasoning | Can.Vision | Can.FileInput, model.Capabilities);
        Assert.Equal(Can.StructuredOutput | Can.AudioInput | Can.AudioOutput | Can.ImageOutput, model.Denied);
        Assert.Empty(list.Find("acme", "acme-unpriced")!.Prices);
    }

    [Theory]
    [InlineData("https://api.acme.example/v1", "acme")]
    [InlineData("https://API.acme.example/plan/v1/", "acme-plan")]
    [InlineData("https://api.acme.example/other", null)]
    [InlineData("https://api.openai.com/v1", "openai")]
    [InlineData("https://api.groq.com/openai/v1", null)]
    [InlineData("nonsense", null)]
    public void A_provider_is_recognized_by_its_address(string endpoint, string? provider) => Assert.Equal(provider, Read(Lists.ModelsDev).ProviderAt(endpoint));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("""{"data": []}""")]
    [InlineData("""{"object": "list", "data": [{"id": "a", "object": "model", "owned_by": "acme"}]}""")]
    [InlineData("""{"a": {"input_cost_per_token": 1}}""")]
    [InlineData("""{"a": {"models": ["b"]}}""")]
    public void Valid_JSON_that_is_not_a_price_list_is_a_format_problem(string text) => Assert.True(PriceListReader.Read(new StringReader(text), "list.json").Problem!.IsFormat);

    [Fact]
    public void A_truncated_list_is_a_problem_at_its_end()
    {
        PriceListReading reading = PriceListReader.Read(new StringReader(Lists.LiteLLM[..^20]), "list.json");

        Assert.Null(reading.List);
        Assert.Equal((18, "ends inside a string"), (reading.Problem!.Line, reading.Problem.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\\nb")]
    [InlineData("a\\u0000")]
    [InlineData("\\ud800")]
    public void An_impossible_id_is_skipped(string id) =>
        Assert.Equal("a", Assert.Single(Read(Lists.OpenRouter(Lists.Entry("a"), Lists.Entry(id))).Models).Id);

    [Fact]
    public void A_list_with_too_many_models_is_one_problem()
    {
        var text = new StringBuilder("{");
        for (int i = 0; i < PriceList.MostModels + 5_000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\"{i}\":{{\"litellm_provider\":\"a\"}},");
        }

        PriceListReading reading = PriceListReader.Read(new StringReader(text.Append("\"last_updated\":\"\"}").ToString()), "list.json");

        Assert.Contains("more than 100000 models", reading.Problem!.Message, StringComparison.Ordinal);
    }

    /// <summary>A fuzz test: any characters, and lists with pieces removed, repeated or moved, give a list or one problem.</summary>
    [Fact]
    public void Any_content_gives_a_list_or_one_problem() =>
        Gen.Select(Gen.Int[0, 3], Gen.Select(Gen.Int[0, 5_000], Gen.Int[0, 400], Gen.Int[0, 5_000]).Array[0, 4], Gen.String[0, 20]).Sample(
            (kind, moves, noise) =>
            {
                var text = new StringBuilder(kind switch { 0 => Lists.OpenRouter(Lists.Entry("a"), Lists.Entry("b:free", "\"prompt\": \"0\", \"completion\": \"0\"")), 1 => Lists.LiteLLM, 2 => Lists.ModelsDev, _ => noise });
                foreach ((int from, int length, int to) in moves)
                {
                    if (text.Length == 0)
                    {
                        break;
                    }

                    int start = from % text.Length;
                    string piece = text.ToString(start, Math.Min(length, text.Length - start));
                    if (length % 3 == 0)
                    {
                        text.Remove(start, piece.Length);
                    }

                    text.Insert(to % (text.Length + 1), length % 5 == 0 ? noise : piece);
                }

                PriceListReading reading = PriceListReader.Read(new StringReader(text.ToString()), "list.json");

                Assert.True(reading.List is null != reading.Problem is null);
                Assert.True(reading.Problem is null or { Line: > 0, Column: > 0 });
                foreach (ListedModel model in reading.List?.Models ?? [])
                {
                    Assert.Same(model, reading.List!.Find(model.Provider, model.Id));
                    Assert.True(!model.IsFree || model.PriceAboveZero is null);
                    Assert.Equal(Can.None, model.Capabilities & model.Denied);
                }
            },
            iter: Iterations.Or(2_000));

    private static PriceList Read(string text)
    {
        PriceListReading reading = PriceListReader.Read(new StringReader(text), "list.json");
        Assert.Null(reading.Problem);
        return reading.List!;
    }

    private static ListedModel Only(string pricing = "\"prompt\": \"0.000003\", \"completion\": \"0.000015\"", string rest = "", string id = "acme/x") =>
        Assert.Single(Read(Lists.OpenRouter(Lists.Entry(id, pricing, rest))).Models);

    private static string Prices(ListedModel? model) => string.Join(", ", model!.Prices.Select(price => FormattableString.Invariant($"{price.Key} {price.Value}")));
}
