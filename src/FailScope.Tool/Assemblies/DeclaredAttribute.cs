using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace FailScope.Tool.Assemblies;

/// <summary>An attribute of FailScope with its arguments, read from metadata.</summary>
/// <param name="Name">The name of the attribute's type, without namespace and suffix: <c>Model</c>.</param>
/// <param name="Arguments">The positional arguments.</param>
/// <param name="Named">The named arguments.</param>
internal sealed record DeclaredAttribute(
    string Name, ImmutableArray<CustomAttributeTypedArgument<string>> Arguments, ImmutableArray<CustomAttributeNamedArgument<string>> Named)
{
    private const string Ending = "Attribute";

    /// <summary>Reads an attribute; null if it is not one of FailScope's.</summary>
    /// <exception cref="BadImageFormatException">The assembly is damaged.</exception>
    internal static DeclaredAttribute? Read(MetadataReader metadata, CustomAttributeHandle handle)
    {
        CustomAttribute attribute = metadata.GetCustomAttribute(handle);
        if (attribute.Constructor.Kind != HandleKind.MemberReference
            || metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is not { Kind: HandleKind.TypeReference } parent)
        {
            return null;
        }

        TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        string name = metadata.GetString(type.Name);
        if (!metadata.StringComparer.Equals(type.Namespace, nameof(FailScope)) || !name.EndsWith(Ending, StringComparison.Ordinal))
        {
            return null;
        }

        CustomAttributeValue<string> value = attribute.DecodeValue(TypeNames.Instance);
        return new DeclaredAttribute(name[..^Ending.Length], value.FixedArguments, value.NamedArguments);
    }

    /// <summary>Represents types by their names, so that neither this assembly nor any other is loaded.</summary>
    private sealed class TypeNames : ICustomAttributeTypeProvider<string>
    {
        internal static readonly TypeNames Instance = new();

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        public string GetSystemType() => "System.Type";

        public string GetSZArrayType(string elementType) => elementType + "[]";

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
            reader.GetString(reader.GetTypeDefinition(handle).Name);

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
            reader.GetString(reader.GetTypeReference(handle).Name);

        // "FailScope.LossOf, FailScope, Version=…"
        public string GetTypeFromSerializedName(string name)
        {
            string type = name.Split(',')[0].Trim();
            return type[(type.LastIndexOf('.') + 1)..];
        }

        // The attributes use only the runtime's own enums.
        public PrimitiveTypeCode GetUnderlyingEnumType(string type) =>
            typeof(LossOf).Assembly.GetType($"{nameof(FailScope)}.{type}") is { IsEnum: true } known && Type.GetTypeCode(known.GetEnumUnderlyingType()) == TypeCode.Int64
                ? PrimitiveTypeCode.Int64
                : PrimitiveTypeCode.Int32;

        public bool IsSystemType(string type) => type == "System.Type";
    }
}
