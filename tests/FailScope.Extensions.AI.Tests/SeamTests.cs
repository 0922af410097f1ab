using System.Reflection;
using System.Runtime.CompilerServices;

namespace FailScope.Extensions.AI.Tests;

/// <summary>
/// A package that depends on another gets any later version of it at run time, so it may use public members alone: internal ones change
/// without notice.
/// </summary>
public sealed class SeamTests
{
    private static readonly Assembly Runtime = typeof(FallbackChain).Assembly;
    private static readonly Assembly Clients = typeof(FallbackChatClient).Assembly;
    private static readonly Assembly OpenAI = typeof(OpenAIModelClients).Assembly;

    [Fact]
    public void No_package_opens_its_internals_to_another() => Assert.All(
        [Runtime, Clients, OpenAI],
        assembly => Assert.DoesNotContain(FriendsOf(assembly), friend => friend is "FailScope.Extensions.AI" or "FailScope.Extensions.AI.OpenAI" or "FailScope.Testing" or "FailScope.Redis" or "FailScope.AspNetCore"));

    [Fact]
    public void The_names_that_are_looked_for_are_those_of_the_packages() =>
        Assert.Equal(["FailScope", "FailScope.Extensions.AI", "FailScope.Extensions.AI.OpenAI"], new[] { Runtime, Clients, OpenAI }.Select(assembly => assembly.GetName().Name));

    private static IEnumerable<string> FriendsOf(Assembly assembly) =>
        assembly.GetCustomAttributes<InternalsVisibleToAttribute>().Select(attribute => attribute.AssemblyName.Split(',')[0]);
}
