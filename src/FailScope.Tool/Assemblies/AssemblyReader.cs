using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace FailScope.Tool.Assemblies;

/// <summary>Reads the catalogs of a built assembly from its attributes. The assembly is not loaded, and none of its code runs.</summary>
internal static class AssemblyReader
{
    private const long Largest = 512L * 1024 * 1024;

    /// <exception cref="ToolException">The file is not a .NET assembly.</exception>
    internal static IReadOnlyList<DeclaredCatalog> Read(string path)
    {
        using FileStream stream = InputFile.Open(path, Largest);
        try
        {
            using var assembly = new PEReader(stream);
            if (!assembly.HasMetadata)
            {
                throw ToolException.Unreadable($"{path} is not a .NET assembly.");
            }

            MetadataReader metadata = assembly.GetMetadataReader();
            return [.. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Where(type => IsCatalog(metadata, type)).Select(type => Read(metadata, type))];
        }
        catch (BadImageFormatException exception)
        {
            throw ToolException.Unreadable($"{path} is not a .NET assembly, or it is damaged: {exception.Message}");
        }
    }

    private static bool IsCatalog(MetadataReader metadata, TypeDefinition type) =>
        type.GetCustomAttributes().Any(handle => DeclaredAttribute.Read(metadata, handle) is { Name: "ModelCatalog" });

    private static DeclaredCatalog Read(MetadataReader metadata, TypeDefinition type)
    {
        var members = new List<DeclaredMember>();
        foreach (PropertyDefinitionHandle handle in type.GetProperties())
        {
            PropertyDefinition property = metadata.GetPropertyDefinition(handle);
            DeclaredAttribute? attribute = property.GetCustomAttributes().Select(handle => DeclaredAttribute.Read(metadata, handle)).FirstOrDefault(attribute => attribute is not null);
            if (attribute is not null)
            {
                members.Add(new DeclaredMember(metadata.GetString(property.Name), attribute));
            }
        }

        var types = new List<string> { metadata.GetString(type.Name) };
        TypeDefinition outermost = type;
        while (outermost.GetDeclaringType() is { IsNil: false } outer)
        {
            outermost = metadata.GetTypeDefinition(outer);
            types.Insert(0, metadata.GetString(outermost.Name));
        }

        return new DeclaredCatalog(metadata.GetString(outermost.Namespace), types, members);
    }
}
