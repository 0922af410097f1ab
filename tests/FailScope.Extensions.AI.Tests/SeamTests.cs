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

    // Tests are in no package, and the tool carries the runtime of its own version.
    [Fact]
    public void No_package_opens_its_internals_to_another() => Assert.All(
        [Runtime, Clients, OpenAI],
        assembly => Assert.All(FriendsOf(assembly), friend => Assert.True(friend.EndsWith(".Tests", StringComparison.Ordinal) || friend == "FailScope.Tool", friend)));

    [Fact]
    public void The_assemblies_whose_friends_are_read_are_those_of_the_packages_and_have_some()
    {
        Assert.Equal(["FailScope", "FailScope.Extensions.AI", "FailScope.Extensions.AI.OpenAI"], new[] { Runtime, Clients, OpenAI }.Select(assembly => assembly.GetName().Name));
        Assert.NotEmpty(FriendsOf(Runtime));
    }

    private static IEnumerable<string> FriendsOf(Assembly assembly) =>
        assembly.GetCustomAttributes<InternalsVisibleToAttribute>().Select(attribute => attribute.AssemblyName.Split(',')[0]);
}
