using System.Reflection;

namespace FailScope;

/// <summary>
/// Reads a member of an SDK that this assembly does not reference. The caller finds the member with constant names, which the
/// trimmer understands and keeps; where the SDK is not there, the member is null and so is the value.
/// </summary>
internal static class SdkMember
{
    /// <summary>
    /// The members that a type declares itself: a member that hides one of another type in the base class is ambiguous otherwise.
    /// </summary>
    internal const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>What a look-up finds; null where the SDK is not there, or is another than expected.</summary>
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

    /// <summary>The value of a property; null where it cannot be had.</summary>
    internal static object? Get(PropertyInfo? property, object? target) =>
        property?.DeclaringType?.IsInstanceOfType(target) is true ? Read(property, target!) : null;

    /// <summary>The result of a method without parameters; null where it cannot be had.</summary>
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
            // A getter that throws, as for a body that was never buffered.
            return null;
        }
    }
}
