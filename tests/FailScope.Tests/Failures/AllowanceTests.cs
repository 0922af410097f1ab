using System.Text.Json;

namespace FailScope.Tests.Failures;

/// <summary>A sentence that says whose allowance is used up retires the models of that owner, whatever the status and the envelope say.</summary>
public sealed class AllowanceTests
{
    private static readonly string[] UsedUp = ["is used up", "is exhausted", "has been reached", "was exceeded", "has been consumed", "is depleted"];

    private static readonly string[] OfKey =
    [
        "The budget of this API key {0}.", "The spend cap set for key 'ci' {0}.", "This key's limit of $5 {0}.", "The amount granted to this key {0}.",
        "The ceiling of 3 EUR on the key {0}.", "The cost budget of your api key {0} for this month.",
    ];

    private static readonly string[] OfFree =
    [
        "The allowance of free requests {0}.", "Your free calls for today: the limit {0}.", "The quota of the free tier {0}.", "The number of complimentary messages {0}.",
        "The limit of your trial {0}.", "The no-cost usage of this account {0}.",
    ];

    private static readonly string[] OfPlan =
    [
        "The weekly allowance of your plan {0}.", "What your subscription includes per month {0}.", "The request package of this week {0}.", "The 5-hour window of the Builder plan {0}.",
        "What your membership covers until Monday {0}.", "The usage of your seat for the day {0}.",
    ];

    public static TheoryData<FailureKind> Kinds => [FailureKind.KeyBudgetExhausted, FailureKind.FreeQuotaExhausted, FailureKind.UsageLimitReached];

    private static bool StatesAStatus(Envelope envelope) => EvidenceReader.Read(new ProviderError { Body = envelope.Template }).StatedStatus is not null;

    private static FailureKind Classify(int status, string sentence) => ClassifyBody(status, $$$"""{"error":{"message":{{{JsonSerializer.Serialize(sentence)}}}}}""");

    private static FailureKind ClassifyBody(int status, string body) => FailureClassifier.Classify(new ProviderError { StatusCode = status, Body = body }).Kind;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_owner_of_a_used_up_allowance_is_found_in_every_wording_and_envelope(FailureKind kind)
    {
        (string[] sentences, int[] statuses) = kind switch
        {
            FailureKind.KeyBudgetExhausted => (OfKey, (int[])[402, 403, 429]),
            FailureKind.FreeQuotaExhausted => (OfFree, [402, 403, 429]),
            _ => (OfPlan, [403, 429]),
        };
        Envelope[] envelopes = [.. Envelope.OfCorpus(exceptOf: Enum.GetValues<FailureKind>()).Where(envelope => !StatesAStatus(envelope))];
        Assert.True(envelopes.Length > 100, $"The corpus has only {envelopes.Length} envelopes without a code.");
        foreach (string sentence in sentences)
        {
            foreach (string usedUp in UsedUp)
            {
                string text = sentence.Replace("{0}", usedUp, StringComparison.Ordinal);
                foreach (int status in statuses)
                {
                    Assert.All(envelopes, envelope => Assert.Equal((text, status, kind), (text, status, ClassifyBody(status, envelope.With(text)))));
                }
            }
        }
    }

    [Fact]
    public void Every_word_for_an_allowance_its_owner_and_its_end_counts()
    {
        AssertAll(AllowanceWords.UsedUp, 402, "budget {0} of this key", FailureKind.KeyBudgetExhausted);
        AssertAll(AllowanceWords.Over, 429, "the free requests: {0}", FailureKind.FreeQuotaExhausted);
        AssertAll(AllowanceWords.Key, 402, "allotted to {0} and exhausted", FailureKind.KeyBudgetExhausted);
        AssertAll(AllowanceWords.Cap, 429, "{0} of the key: exhausted", FailureKind.KeyBudgetExhausted);
        AssertAll(AllowanceWords.Limit, 402, "{0} of the key: exhausted", FailureKind.KeyBudgetExhausted);
        AssertAll(AllowanceWords.Free, 429, "{0} calls exhausted", FailureKind.FreeQuotaExhausted);
        AssertAll(AllowanceWords.Units, 429, "gratis {0} exhausted", FailureKind.FreeQuotaExhausted);
        AssertAll(AllowanceWords.Plan, 429, "{0} exhausted until monday", FailureKind.UsageLimitReached);
        AssertAll(AllowanceWords.Window, 429, "package exhausted {0}", FailureKind.UsageLimitReached);
        AssertAll(AllowanceWords.Account, 402, "key cost exhausted, {0}", FailureKind.CreditExhausted);
        AssertAll(AllowanceWords.Money, 402, "gratis variants exhausted, {0}", FailureKind.CreditExhausted);
        AssertAll(AllowanceWords.Bill, 403, "your organization is blocked: {0}", FailureKind.CreditExhausted);
        AssertAll(AllowanceWords.Rate, 429, "gratis variants exhausted {0}", FailureKind.RateLimited);
        AssertAll(AllowanceWords.OfKey.Beginnings, 402, "account: cost exhausted {0}", FailureKind.KeyBudgetExhausted);
        AssertAll(AllowanceWords.NotForFree.Beginnings, 429, "{0} models exhausted", FailureKind.RateLimited);
        AssertAll(AllowanceWords.Returns.Beginnings, 402, "package exhausted. {0}", FailureKind.UsageLimitReached);
        AssertAll(AllowanceWords.Currencies.Select(sign => $"{sign}5"), 429, "{0} of the key: exhausted", FailureKind.KeyBudgetExhausted);
    }

    [Fact]
    public void Every_word_for_an_amount_counts()
    {
        AssertAll(Afford.Needs, 402, "{0} 20; left 5", FailureKind.RequestTooExpensive);
        AssertAll(Afford.Left, 402, "costs 20; {0} 5", FailureKind.RequestTooExpensive);
        AssertAll(Afford.CanOnlyPay, 402, "you {0} 5", FailureKind.RequestTooExpensive);
        AssertAll(Afford.ToAdd, 402, "you need to {0} 20; left 5", FailureKind.CreditExhausted);
        AssertAll(Afford.Money, 429, "{0}: this needs 20; 5 left", FailureKind.RequestTooExpensive);
        AssertAll(Afford.Less.Beginnings, 402, "please {0} the tokens", FailureKind.RequestTooExpensive);
        AssertAll(Afford.Less.Endings, 402, "please reduce the {0}", FailureKind.RequestTooExpensive);
        AssertAll(Afford.LessBefore.Beginnings, 402, "{0} bitte verringern", FailureKind.RequestTooExpensive);
        AssertAll(Afford.LessBefore.Endings, 402, "bitte max_tokens etwas {0}", FailureKind.RequestTooExpensive);
    }

    private static void AssertAll(IEnumerable<string> words, int status, string sentence, FailureKind kind) => Assert.All(words, word =>
    {
        string text = sentence.Replace("{0}", word.TrimEnd('*'), StringComparison.Ordinal);
        Assert.Equal((text, kind), (text, Classify(status, text)));
    });

    [Theory]
    [InlineData(402, "Your credit is used up. Feel free to contact support.", FailureKind.CreditExhausted)]
    [InlineData(402, "The budget of your organization is used up. Create a new key after it is raised.", FailureKind.CreditExhausted)]
    [InlineData(402, "The balance of the account of this key is used up.", FailureKind.CreditExhausted)]
    [InlineData(402, "All free credits are used up.", FailureKind.CreditExhausted)]
    [InlineData(429, "You exceeded 20 requests per minute of the free tier.", FailureKind.RateLimited)]
    [InlineData(429, "Limit reached for model heron-2 on your plan this week.", FailureKind.RateLimited)]
    [InlineData(429, "Too many requests. A paid plan has a higher limit for every hour.", FailureKind.RateLimited)]
    [InlineData(429, "The limit was exceeded. Use your own key for a higher one.", FailureKind.RateLimited)]
    [InlineData(403, "OpenCode's free tier can only be used from within OpenCode.", FailureKind.ModelUnavailable)]
    [InlineData(429, "Token quota of 10,000 per minute: 500 left, 9,000 requested.", FailureKind.RateLimited)]
    [InlineData(401, "This key has expired. Limits and budgets are set on the page of keys.", FailureKind.AuthenticationFailed)]
    [InlineData(400, "Team 'growth' is over its max budget, every key of the team is blocked.", FailureKind.CreditExhausted)]
    public void Words_of_an_owner_do_not_narrow_a_cause_that_is_not_about_it(int status, string sentence, FailureKind kind) =>
        Assert.Equal(kind, Classify(status, sentence));

    [Theory]
    [InlineData(402, "This request needs 240 credits, you have 112.")]
    [InlineData(402, "Required: 0.05 USD. Available: 0.02 USD.")]
    [InlineData(402, "You have 35 credits remaining, while 210 credits are required for this request.")]
    [InlineData(403, "Pre-deduction failed: need 3,200 points, have 1,145 points.")]
    [InlineData(429, "Request cost estimate 12.5 credits exceeds the 8.1 credits available.")]
    [InlineData(402, "The wallet does not cover this. Use fewer output tokens.")]
    [InlineData(402, "Needed: 79228162514264337593543950335. Left: 79228162514264337593543950334.")]
    [InlineData(402, "Not covered by your balance. A request with a lower max_output_tokens would be covered.")]
    public void Money_that_would_pay_for_a_smaller_request_retires_no_account(int status, string sentence) =>
        Assert.Equal(FailureKind.RequestTooExpensive, Classify(status, sentence));

    [Theory]
    [InlineData("This request needs 240 credits, you have 0.")]
    [InlineData("Need $0.009, have $0 in active grants, $0 in balance.")]
    [InlineData("Required: 500 credits. Available: 2 credits.")]
    [InlineData("Your balance is $0.40. A minimum deposit of $5 is required.")]
    [InlineData("You have $2 left; please add at least $5 to go on.")]
    [InlineData("Insufficient balance. This model costs 0.0136 per request, but your available balance is 0.0000.")]
    public void Money_that_would_pay_for_no_request_retires_the_account(string sentence) =>
        Assert.Equal(FailureKind.CreditExhausted, Classify(402, sentence));

    [Theory]
    [InlineData(403, """{"ok":false,"err":{"name":"SubscriptionUnpaid","text":"The last payment for your subscription bounced."}}""", FailureKind.CreditExhausted)]
    [InlineData(403, """{"oops":{"why":"The firewall of your network refused it"}}""", FailureKind.ProviderUnreachable)]
    [InlineData(403, """{"note":"See the documentation","message":"This model is not in your plan"}""", FailureKind.ModelUnavailable)]
    [InlineData(403, """{"trace":"a b c"}""", FailureKind.ModelUnavailable)]
    [InlineData(403, """{"trace":"abc","id":"req 12"}""", FailureKind.AuthenticationFailed)]
    public void A_sentence_in_an_unknown_field_is_evidence_if_there_is_no_other(int status, string body, FailureKind kind) =>
        Assert.Equal(kind, ClassifyBody(status, body));

    [Fact]
    public void A_sentence_in_an_unknown_field_is_not_shown_because_it_may_repeat_the_request()
    {
        Failure failure = FailureClassifier.Classify(new ProviderError { StatusCode = 403, Body = """{"echo":"my private words about the budget"}""" });
        Assert.Null(failure.Message);
        Assert.DoesNotContain("private", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_in_an_unknown_field_is_no_evidence() =>
        Assert.Equal(FailureKind.AuthenticationFailed, ClassifyBody(403, $$"""{"echo":"a budget {{new string('x', 400)}} and more"}"""));

    [Fact]
    public void A_number_for_a_rejected_key_retires_nothing_with_the_status_of_a_rate_limit() =>
        Assert.Equal(FailureKind.RateLimited, ClassifyBody(429, """{"errors":[{"code":10000,"message":"Slow."}]}"""));
}
