using FailScope.Samples.Catalog;
using FailScope.Testing;

// Plays the providers of the samples' catalog on this machine, for a try without keys. The account of the first key is empty: its paid model
// fails with the words of OpenRouter, and its free model answers.
using var upstream = new FakeUpstream(Models.Catalog);
upstream.When(Models.Main).Reply(FakeProvider.OpenRouter.CreditExhausted());
upstream.When(Models.GptOssFree).Reply(FakeReply.Answer("Hello ", "from the free model."));

// The environment in which an app finds them instead of the real ones.
foreach ((string name, string? value) in upstream.ToConfiguration())
{
    Console.WriteLine($"export {name.Replace(":", "__", StringComparison.Ordinal)}={value}");
}

Console.Error.WriteLine("Ready. Ctrl+C ends it.");
await Task.Delay(Timeout.Infinite);
