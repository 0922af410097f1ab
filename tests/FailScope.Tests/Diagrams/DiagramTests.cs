using FailScope.CompilerServices;
using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Diagrams;

public class DiagramTests
{
    [Fact]
    public void Markdown_shows_the_models_and_what_remains_after_each_loss() =>
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
            | usage allowance of Main | **nothing** |

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
              loss5{{"after the loss of usage allowance of Main: nothing remains"}}

            """,
            Shop.Founding.ToMermaid());

    [Fact]
    public void A_catalog_shows_every_chain()
    {
        string markdown = Shop.Catalog.ToMarkdown();
        Assert.StartsWith("# FailScope\\.Tests\\.Fixtures\\.Shop\n\n| model |", markdown, StringComparison.Ordinal);
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
    public void A_small_catalog_is_shown_completely()
    {
        ModelCatalog catalog = Small();
        Assert.Equal(
            """
            # Tests\.Small

            | model | id | key | account | provider | price | context window |
            |---|---|---|---|---|---|--:|
            | A | a | K | K | P | \$0\.15 in, \$0\.6 out |  |
            | B | b | L | K | P | free | 8,000 |

            ## First

            | # | model | id | key | account | provider | price | context window |
            |--:|---|---|---|---|---|---|--:|
            | 1 | A | a | K | K | P | \$0\.15 in, \$0\.6 out |  |
            | 2 | B | b | L | K | P | free | 8,000 |

            | after the loss of | remains |
            |---|---|
            | credit of K | B |
            | key K | B |
            | key L | A |
            | provider P | **nothing** |
            | free quota of K | A |
            | usage allowance of K | **nothing** |

            ## Second

            | # | model | id | key | account | provider | price | context window |
            |--:|---|---|---|---|---|---|--:|
            | 1 | B | b | L | K | P | free | 8,000 |

            | after the loss of | remains |
            |---|---|
            | key L | **nothing** |
            | provider P | **nothing** |
            | free quota of K | **nothing** |
            | usage allowance of K | **nothing** |

            """,
            catalog.ToMarkdown());
        Assert.Equal(
            """
            flowchart TD
              subgraph p1["P"]
                subgraph a1["account K"]
                  m1["A"]
                  m2["B, free, key L"]
                end
              end
              chain1(["First"])
              chain1 -->|1| m1
              chain1 -->|2| m2
              chain2(["Second"])
              chain2 -->|1| m2

            """,
            catalog.ToMermaid());
    }

    [Fact]
    public void Line_breaks_become_spaces()
    {
        Model hostile = new("Tests.Hostile", "A\a\u2028B\u2029C", "x", Credential(), false, null, 0, 0, null);
        var chain = FallbackChain.Create("C", [hostile]);
        Assert.Contains("| 1 | A  B C | x |", chain.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains("[\"1. A  B C\"]", chain.ToMermaid(), StringComparison.Ordinal);
    }

    [Fact]
    public void Special_characters_in_an_id_are_escaped()
    {
        Model hostile = new("Tests.Hostile", "A_b", "x|y\n`<b>\"*#;]", Credential(), false, null, 0, 0, null);
        var chain = FallbackChain.Create("C|<h>\"", [hostile]);
        string row = chain.ToMarkdown().Split('\n').Single(line => line.StartsWith("| 1 |", StringComparison.Ordinal));
        Assert.Equal("| 1 | A\\_b | x\\|y \\`\\<b\\>\"\\*\\#;\\] | K | K | P |  |  |", row);
        Assert.Contains("chain([\"C#124;#60;h#62;#34;\"])", chain.ToMermaid(), StringComparison.Ordinal);
        Assert.Contains("[\"1. A#95;b\"]", chain.ToMermaid(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_chain_is_shown_completely() =>
        Assert.Contains("| 100 | M99 |", Chain.OfLength(100).ToMarkdown(), StringComparison.Ordinal);

    private static ModelCatalog Small()
    {
        Provider provider = CatalogFactory.Provider("Tests.Small", "P", "https://small.example");
        Credential own = CatalogFactory.Credential("Tests.Small", "K", provider, null, null);
        Credential other = CatalogFactory.Credential("Tests.Small", "L", provider, own.Account, null);
        Model a = CatalogFactory.Model("Tests.Small", "A", "a", own, false, 0, 0, null, new ModelPricing { InputUsdPerMillion = 0.15m, OutputUsdPerMillion = 0.6m }, null);
        Model b = CatalogFactory.Model("Tests.Small", "B", "b", other, true, 8_000, 0, null, null, null);
        return CatalogFactory.Catalog("Tests.Small", [provider], [], [own, other], [a, b], [FallbackChain.Create("First", [a, b]), FallbackChain.Create("Second", [b])]);
    }

    private static Credential Credential() => new("Tests.Hostile", "K", new Provider("Tests.Hostile", "P", "https://hostile.example"), null, null);
}
