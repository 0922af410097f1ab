using FailScope.Samples.Catalog;
using FailScope.Testing;

// Plays the providers of the samples' catalog on this machine, to try the samples without keys. The account of the first key is empty: its
// priced model fails with OpenRouter's error, and its free model answers.
using var upstream = new FakeUpstream(Models.Catalog);
upstream.When(Models.Main).Reply(FakeProvider.OpenRouter.CreditExhausted());
upstream.When(Models.GptOssFree).Reply(FakeReply.Answer("Hello ", "from the free model."));

// The environment variables with which an app uses these providers instead of the real ones.
foreach ((string name, string? value) in upstream.ToConfiguration())
{
    Console.WriteLine($"export {name.Replace(":", "__", StringComparison.Ordinal)}={value}");
}

Console.Error.WriteLine("Ready. Ctrl+C ends it.");
await Task.Delay(Timeout.Infinite);
