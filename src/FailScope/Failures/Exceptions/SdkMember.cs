using System.Reflection;

namespace FailScope;

/// <summary>
/// Reads a member of an SDK that this assembly does not reference. Callers look the member up by constant names, which the
/// trimmer understands and preserves. If the SDK is not present, both the member and its value are null.
/// </summary>
internal static class SdkMember
{
    /// <summary>
    /// Finds only the members that a type declares itself. Otherwise a member that hides a base member of another type would be ambiguous.
    /// </summary>
    internal const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The result of a lookup; null if the SDK is missing or differs from what is expected.</summary>
    internal static T? Find<T>(Func<T?> find)
        where T : MemberInfo
    {
        try
        {
            return find();
        }
        catch (Exception exception) when (exception is AmbiguousMatchException or IOException or BadImageFormatException or TypeLoadException)
        {
            return null;
        }
    }

    /// <summary>The value of a property; null if it is not available.</summary>
    internal static object? Get(PropertyInfo? property, object? target) =>
        property?.DeclaringType?.IsInstanceOfType(target) is true ? Read(property, target!) : null;

    /// <summary>The result of a method without parameters; null if it is not available.</summary>
    internal static object? Call(MethodInfo? method, object? target) =>
        method?.DeclaringType?.IsInstanceOfType(target) is true ? Read(method, target!) : null;

    private static object? Read(MemberInfo member, object target)
    {
        try
        {
            return member is PropertyInfo property ? property.GetValue(target) : ((MethodInfo)member).Invoke(target, null);
        }
        catch (Exception exception) when (exception is TargetInvocationException or MemberAccessException or NotSupportedException)
        {
            // The getter threw, for example because the body was never buffered.
            return null;
        }
    }
}
