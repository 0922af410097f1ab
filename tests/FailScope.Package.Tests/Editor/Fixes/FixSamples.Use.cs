namespace FailScope.Package.Tests.Editor.Fixes;

internal static partial class FixSamples
{
    private static IEnumerable<FixSample> OfUse =>
    [
        InClass(
            "FSC3010",
            "Use ModelId.IsFreeVariant",
            """
            public static bool IsFree(string id) => id.[|Contains(":free")|]; // costs nothing
            """,
            """
            public static bool IsFree(string id) => ModelId.IsFreeVariant(id); // costs nothing
            """,
            imported: "using System.Text;\nusing System.Xml;",
            importedAfter: "using System.Text;\nusing System.Xml;\nusing FailScope;"),
        InClass(
            "FSC3010 comments",
            "Use ModelId.IsFreeVariant",
            """
            public static bool IsFree(string id) =>
                id
                    .ToLowerInvariant() // ids are mixed
                    .[|Contains(":free" /* the mark */)|];
            """,
            """
            public static bool IsFree(string id) =>
                ModelId.IsFreeVariant(id) /* ids are mixed */ /* the mark */;
            """),
        InClass(
            "FSC3011",
            "Use ModelId.IsFreeVariant",
            """
            public static IEnumerable<string> Free(IEnumerable<string> ids) => ids.Where(id => id.[|EndsWith(":free", StringComparison.Ordinal)|]);
            """,
            """
            public static IEnumerable<string> Free(IEnumerable<string> ids) => ids.Where(id => ModelId.IsFreeVariant(id));
            """),
        InClass(
            "FSC3021",
            "Use Model.IsFree",
            """
            public static bool CostsNothing(Model model) => /* the price */ [|model.Pricing.InputUsdPerMillion == 0|];
            """,
            """
            public static bool CostsNothing(Model model) => /* the price */ model.IsFree;
            """),
        InClass(
            "FSC3030",
            "Assign the result",
            """
            public static FallbackState Next(FallbackState state, FailureKind kind)
            {
                // On to the next.
                [|state.After(kind)|]; // who is left?
                return state;
            }
            """,
            """
            public static FallbackState Next(FallbackState state, FailureKind kind)
            {
                // On to the next.
                state = state.After(kind); // who is left?
                return state;
            }
            """),
        InClass(
            "FSC3031",
            "End the turn on cancellation",
            Loop("""
                [|catch (Exception exception)|]
                {
                    Failure failure = FailureClassifier.Classify(exception, cancellationToken);

                    // On to the next.
                    state = state.After(failure.Kind); // who is left?
                }
                """),
            Loop("""
                catch (Exception exception)
                {
                    Failure failure = FailureClassifier.Classify(exception, cancellationToken);
                    if (failure.IsTerminal)
                    {
                        throw;
                    }

                    // On to the next.
                    state = state.After(failure.Kind); // who is left?
                }
                """)),
        InClass(
            "FSC3031 braces",
            "End the turn on cancellation",
            Loop("""
                [|catch (Exception exception)|] {
                  var failure = FailureClassifier.Classify(exception, cancellationToken);
                  state = state.After(failure.Kind);
                }
                """),
            Loop("""
                catch (Exception exception) {
                  var failure = FailureClassifier.Classify(exception, cancellationToken);
                  if (failure.IsTerminal) {
                    throw;
                  }
                  state = state.After(failure.Kind);
                }
                """)),
        InClass(
            "FSC3031 line",
            "End the turn on cancellation",
            Loop("[|catch (Exception exception)|] { var failure = FailureClassifier.Classify(exception, cancellationToken); state = state.After(failure.Kind); }"),
            Loop("catch (Exception exception) { var failure = FailureClassifier.Classify(exception, cancellationToken); if (failure.IsTerminal) { throw; } state = state.After(failure.Kind); }")),
        InClass(
            "FSC3031 filter",
            "End the turn on cancellation",
            Loop("""
                [|catch (Exception)|] // whatever it is
                {
                    state = state.After(FailureKind.Unknown);
                }
                """),
            Loop("""
                catch (Exception) when (!cancellationToken.IsCancellationRequested) // whatever it is
                {
                    state = state.After(FailureKind.Unknown);
                }
                """)),
    ];

    private static string Loop(string handler) => $$"""
        public static async Task<string?> AskAsync(FallbackChain chain, HttpClient client, CancellationToken cancellationToken)
        {
            FallbackState state = chain.Start();
            while (state.TryGetNext(out Model? model))
            {
                try
                {
                    return await client.GetStringAsync(model.Provider.Endpoint, cancellationToken);
                }
        {{Indent(handler, 8)}}
            }

            return null;
        }
        """;
}
