using System.Net;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace FailScope.Tests.Failures;

/// <summary>
/// Google's SDK is not available from every package feed, so an assembly with its name and exceptions of the same shape replaces it: an
/// HttpRequestException whose own <c>int StatusCode</c> hides the one of the base class.
/// </summary>
public sealed class GoogleExceptionTests
{
    private static readonly Assembly StandIn = Emit();

    private static readonly CancellationToken Live = TestContext.Current.CancellationToken;

    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "The stand-in must be there before the first exception is read.")]
    internal static void Offer() => AssemblyLoadContext.Default.Resolving += (_, name) => name.Name == "Google.GenAI" ? StandIn : null;

    [Theory]
    [InlineData("ClientError", 429, "RESOURCE_EXHAUSTED", FailureKind.RateLimited)]
    [InlineData("ClientError", 401, "UNAUTHENTICATED", FailureKind.AuthenticationFailed)]
    [InlineData("ClientError", 403, "PERMISSION_DENIED", FailureKind.ModelUnavailable)] // The message does not mention a key.
    [InlineData("ClientError", 404, "NOT_FOUND", FailureKind.ModelUnavailable)]
    [InlineData("ServerError", 503, "UNAVAILABLE", FailureKind.Overloaded)]
    [InlineData("ServerError", 504, "DEADLINE_EXCEEDED", FailureKind.Timeout)]
    public void The_status_that_hides_the_base_class_property_is_read(string type, int status, string code, FailureKind kind)
    {
        var exception = (HttpRequestException)Activator.CreateInstance(StandIn.GetType("Google.GenAI." + type, throwOnError: true)!, "a message", status, code)!;
        Assert.Null(exception.StatusCode);
        Failure failure = FailureClassifier.Classify(exception, Live);
        Assert.Equal(kind, failure.Kind);
        Assert.Equal(status, failure.StatusCode);
        Assert.Equal(code, failure.Code);
        Assert.Equal("a message", failure.Message);
    }

    private static Assembly Emit()
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Google.GenAI"), typeof(object).Assembly);
        ModuleBuilder module = assembly.DefineDynamicModule("Google.GenAI");
        foreach (string name in new[] { "ClientError", "ServerError" })
        {
            TypeBuilder type = module.DefineType("Google.GenAI." + name, TypeAttributes.Public, typeof(HttpRequestException));
            FieldBuilder status = DefineProperty(type, "StatusCode", typeof(int));
            FieldBuilder code = DefineProperty(type, "Status", typeof(string));
            ILGenerator body = type.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, [typeof(string), typeof(int), typeof(string)]).GetILGenerator();
            body.Emit(OpCodes.Ldarg_0);
            body.Emit(OpCodes.Ldarg_1);
            body.Emit(OpCodes.Call, typeof(HttpRequestException).GetConstructor([typeof(string)])!);
            body.Emit(OpCodes.Ldarg_0);
            body.Emit(OpCodes.Ldarg_2);
            body.Emit(OpCodes.Stfld, status);
            body.Emit(OpCodes.Ldarg_0);
            body.Emit(OpCodes.Ldarg_3);
            body.Emit(OpCodes.Stfld, code);
            body.Emit(OpCodes.Ret);
            type.CreateType();
        }

        using var image = new MemoryStream();
        assembly.Save(image);
        image.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }

    private static FieldBuilder DefineProperty(TypeBuilder type, string name, Type valueType)
    {
        FieldBuilder field = type.DefineField("_" + name, valueType, FieldAttributes.Private);
        MethodBuilder getter = type.DefineMethod("get_" + name, MethodAttributes.Public | MethodAttributes.HideBySig | MethodAttributes.SpecialName, valueType, []);
        ILGenerator body = getter.GetILGenerator();
        body.Emit(OpCodes.Ldarg_0);
        body.Emit(OpCodes.Ldfld, field);
        body.Emit(OpCodes.Ret);
        type.DefineProperty(name, PropertyAttributes.None, valueType, null).SetGetMethod(getter);
        return field;
    }
}
