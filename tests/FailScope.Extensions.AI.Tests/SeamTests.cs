using System.Reflection;
using System.Runtime.CompilerServices;

namespace FailScope.Extensions.AI.Tests;

/// <summary>
/// A package may get any later version of its dependency at run time, so it may use only public members: internal ones can change
/// without notice.
/// </summary>
public sealed class SeamTests
{
    private static readonly Assembly Runtime = typeof(FallbackChain).Assembly;
    private static readonly Assembly Clients = typeof(FallbackChatClient).Assembly;
    private static readonly Assembly OpenAI = typeof(OpenAIModelClients).Assembly;

    // Tests are not packaged, and the tool contains its own copy of the runtime.
    [Fact]
    public void No_package_makes_its_internals_visible_to_another() => Assert.All(
        [Runtime, Clients, OpenAI],
        assembly => Assert.All(FriendsOf(assembly), friend => Assert.True(friend.EndsWith(".Tests", StringComparison.Ordinal) || friend == "FailScope.Tool", friend)));

    [Fact]
    public void The_checked_assemblies_are_those_of_the_packages_and_have_friends()
    {
        Assert.Equal(["FailScope", "FailScope.Extensions.AI", "FailScope.Extensions.AI.OpenAI"], new[] { Runtime, Clients, OpenAI }.Select(assembly => assembly.GetName().Name));
        Assert.NotEmpty(FriendsOf(Runtime));
    }

    private static IEnumerable<string> FriendsOf(Assembly assembly) =>
        assembly.GetCustomAttributes<InternalsVisibleToAttribute>().Select(attribute => attribute.AssemblyName.Split(',')[0]);
}
