namespace FailScope.Tests.Chains;

public class PictureTests
{
    [Fact]
    public void Markdown_shows_the_models_and_what_remains_after_which_loss() =>
        Assert.Equal(
            """
            ## Founding

            | # | model | id | key | account | provider | price | context window |
            |--:|---|---|---|---|---|---|--:|
            | 1 | Large | lab/large | Main | Main | Router | \$3 in, \$15 out | 200,000 |
            | 2 | Medium | lab/medium | Main | Main | Router | \$1 in, \$5 out | 128,000 |
            | 3 | SmallFree | lab/small\:free | Main | Main | Router | free | 32,000 |

            | after the loss of | remains |
            |---|---|
            | credit of Main | SmallFree |
            | key Main | **nothing** |
            | provider Router | **nothing** |
            | free quota of Main | Large, Medium |

            """,
            Shop.Founding.ToMarkdown());

    [Fact]
    public void Mermaid_shows_the_same_as_a_flow_chart() =>
        Assert.Equal(
            """
            flowchart TD
              subgraph p1["Router"]
                subgraph a1["account Main"]
                  m1["1. Large"]
                  m2["2. Medium"]
                  m3["3. SmallFree, free"]
                end
              end
              chain(["Founding"]) --> m1
              m1 --> m2
              m2 --> m3
              loss1{{"after the loss of credit of Main"}}
              loss1 -.-> m3
              loss2{{"after the loss of key Main: nothing remains"}}
              loss3{{"after the loss of provider Router: nothing remains"}}
              loss4{{"after the loss of free quota of Main"}}
              loss4 -.-> m1
              loss4 -.-> m2

            """,
            Shop.Founding.ToMermaid());

    [Fact]
    public void A_catalog_shows_every_chain()
    {
        string markdown = Shop.Catalog.ToMarkdown();
        Assert.StartsWith("# FailScope\\.Tests\\.Chains\\.Shop\n\n| model |", markdown, StringComparison.Ordinal);
        string mermaid = Shop.Catalog.ToMermaid();
        Assert.All(Shop.Catalog.Chains, chain =>
        {
            Assert.Contains($"\n## {chain.Name}\n", markdown, StringComparison.Ordinal);
            Assert.Contains($"([\"{chain.Name}\"])", mermaid, StringComparison.Ordinal);
        });
        Assert.Contains("  chain3 -->|2| m6\n", mermaid, StringComparison.Ordinal);
        Assert.Contains("[\"DirectA, key TeamA\"]", mermaid, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_id_contains_stays_text()
    {
        Model hostile = new("Tests.Hostile", "A_b", "x|y\n`<b>\"*#;]", Credential(), false, null, 0, 0, null);
        var chain = FallbackChain.Create("C|<h>\"", [hostile]);
        string row = chain.ToMarkdown().Split('\n').Single(line => line.StartsWith("| 1 |", StringComparison.Ordinal));
        Assert.Equal("| 1 | A\\_b | x\\|y \\`\\<b\\>\"\\*\\#;\\] | K | K | P |  |  |", row);
        Assert.Contains("chain([\"C#124;#60;h#62;#34;\"])", chain.ToMermaid(), StringComparison.Ordinal);
        Assert.Contains("[\"1. A#95;b\"]", chain.ToMermaid(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_chain_is_drawn_whole() =>
        Assert.Contains("| 100 | M99 |", TrailTests.LongChain(100).ToMarkdown(), StringComparison.Ordinal);

    private static Credential Credential() => new("Tests.Hostile", "K", new Provider("Tests.Hostile", "P", "https://hostile.example"), null, null);
}
