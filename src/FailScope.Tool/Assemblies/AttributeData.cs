using System.Globalization;
using System.Reflection.Metadata;

namespace FailScope.Tool.Assemblies;

/// <summary>The arguments of one attribute, read from metadata.</summary>
internal sealed class AttributeData
{
    private readonly CustomAttributeValue<string> _value;

    private AttributeData(string name, CustomAttributeValue<string> value)
    {
        Name = name;
        _value = value;
    }

    /// <summary>The attribute's type without its namespace: <c>ModelAttribute</c>.</summary>
    internal string Name { get; }

    /// <summary>An attribute of FailScope; null for any other.</summary>
    internal static AttributeData? Read(MetadataReader metadata, CustomAttributeHandle handle)
    {
        CustomAttribute attribute = metadata.GetCustomAttribute(handle);
        if (attribute.Constructor.Kind != HandleKind.MemberReference
            || metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is not { Kind: HandleKind.TypeReference } parent)
        {
            return null;
        }

        TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return metadata.StringComparer.Equals(type.Namespace, nameof(FailScope))
            ? new AttributeData(metadata.GetString(type.Name), attribute.DecodeValue(TypeNames.Instance))
            : null;
    }

    /// <summary>A positional argument that is text; null where it is not there.</summary>
    internal string? Text(int position) => position < _value.FixedArguments.Length ? _value.FixedArguments[position].Value as string : null;

    /// <summary>A positional argument that is a list of texts.</summary>
    internal IReadOnlyList<string> Texts(int position) =>
        position < _value.FixedArguments.Length && _value.FixedArguments[position].Value is IEnumerable<CustomAttributeTypedArgument<string>> items
            ? [.. items.Select(item => item.Value as string ?? "")]
            : [];

    /// <summary>A named argument; null where it is not given.</summary>
    internal object? this[string name]
    {
        get
        {
            foreach (CustomAttributeNamedArgument<string> argument in _value.NamedArguments)
            {
                if (argument.Name == name)
                {
                    return argument.Value;
                }
            }

            return null;
        }
    }

    /// <summary>A named argument that is a whole number or a flag; null where it is not given.</summary>
    internal long? Number(string name) => this[name] is IConvertible value and not string ? value.ToInt64(CultureInfo.InvariantCulture) : null;

    /// <summary>Types are known by their names: nothing of the assembly, and of no other, is loaded.</summary>
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

        public string GetTypeFromSerializedName(string name) => name;

        // The enums of FailScope's attributes; a library that was built against a newer one may have another size.
        public PrimitiveTypeCode GetUnderlyingEnumType(string type)
        {
            string name = type.Split(',')[0];
            Type? known = typeof(LossOf).Assembly.GetType(name.Contains('.') ? name : $"{nameof(FailScope)}.{name}");
            return known is { IsEnum: true } ? Type.GetTypeCode(known.GetEnumUnderlyingType()) switch
            {
                TypeCode.Byte => PrimitiveTypeCode.Byte,
                TypeCode.Int64 => PrimitiveTypeCode.Int64,
                _ => PrimitiveTypeCode.Int32,
            } : PrimitiveTypeCode.Int32;
        }

        public bool IsSystemType(string type) => type == "System.Type";
    }
}
