using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FailScope.Generators.PriceLists.Reading;

namespace FailScope.Benchmarks.PriceLists;

/// <summary>Compares the price list reader with System.Text.Json, for a list as long as the longest published ones.</summary>
internal static class PriceListTiming
{
    /// <param name="Reader">Milliseconds to read the list.</param>
    /// <param name="Dom">Milliseconds to parse the same text with System.Text.Json's JsonDocument, without reading prices.</param>
    /// <param name="BytesPerModel">The heap size of the list, in bytes per model.</param>
    internal sealed record Result(double Reader, double Dom, long BytesPerModel);

    internal static Result Measure(int models, int runs)
    {
        string text = Write(models, vendors: 40);
        var reader = new List<double>();
        var dom = new List<double>();
        for (int run = 0; run < runs + 15; run++)
        {
            long started = Stopwatch.GetTimestamp();
            if (PriceListReader.Read(new StringReader(text), "list.json").List?.Count != models)
            {
                throw new InvalidOperationException("The list was not read completely.");
            }

            TimeSpan ours = Stopwatch.GetElapsedTime(started);
            started = Stopwatch.GetTimestamp();
            using (JsonDocument document = JsonDocument.Parse(text))
            {
                GC.KeepAlive(document);
            }

            // The first runs warm up.
            if (run >= 15)
            {
                reader.Add(ours.TotalMilliseconds);
                dom.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        long before = GC.GetTotalMemory(forceFullCollection: true);
        PriceListReading kept = PriceListReader.Read(new StringReader(text), "list.json");
        long held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(kept);
        return new Result(Median(reader), Median(dom), held / models);
    }

    /// <summary>The price of a model, US dollars per million tokens.</summary>
    internal static decimal Input(int model) => 0.01m * (1 + (model % 90));

    /// <inheritdoc cref="Input"/>
    internal static decimal Output(int model) => (0.1m * (1 + (model % 70))) + 0.05m;

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    internal static string Write(int models, int vendors)
    {
        var text = new StringBuilder("{\n");
        for (int i = 0; i < models; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                "vendor{{i % vendors}}/model-{{i}}-instruct": {
                    "input_cost_per_token": {{Input(i)}}e-06, "output_cost_per_token": {{Output(i)}}e-06, "cache_read_input_token_cost": 1e-08,
                    "litellm_provider": "vendor{{i % vendors}}", "max_input_tokens": 131072, "max_output_tokens": 8192, "max_tokens": 8192, "mode": "chat",
                    "source": "https://vendor.example/docs/models/model-{{i}}", "supported_endpoints": ["/v1/chat/completions", "/v1/responses"],
                    "supports_function_calling": true, "supports_response_schema": true, "supports_system_messages": true, "supports_vision": {{(i % 2 == 0 ? "true" : "false")}}
                },

                """);
        }

        return text.Append("\"last_updated\": \"2026-07-24\"\n}\n").ToString();
    }
}
