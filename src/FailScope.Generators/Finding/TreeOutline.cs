using System.Runtime.CompilerServices;
using FailScope.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Finding;

/// <summary>
/// What one file declares, by name, and which of its types carry attributes. Read from syntax once for each tree and kept as
/// long as the tree: an edit replaces one tree, so that all others of the compilation are known already.
/// </summary>
internal sealed class TreeOutline
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeOutline> Known = new();

    private readonly List<AttributedType> _attributed = [];
    private readonly List<(string Alias, string Target)> _aliases = [];
    private readonly List<(string Alias, string Target)> _globalAliases = [];
    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyCollection<string>> _mentioned;

    private TreeOutline(SyntaxTree tree)
    {
        Tree = tree;
        SyntaxNode root = tree.GetRoot();
        _mentioned = new(() => Mentions(root));
        if (root is CompilationUnitSyntax unit)
        {
            Add(unit.Usings);
            Add(unit.Members, "");
        }
    }

    internal static TreeOutline Of(SyntaxTree tree) => Known.GetValue(tree, static tree => new TreeOutline(tree));

    internal SyntaxTree Tree { get; }

    /// <summary>Types that carry an attribute.</summary>
    internal IReadOnlyList<AttributedType> Attributed => _attributed;

    /// <summary>Other names for types in this file, with the last word of what they stand for.</summary>
    internal IReadOnlyList<(string Alias, string Target)> Aliases => _aliases;

    /// <summary>Other names for types in every file.</summary>
    internal IReadOnlyList<(string Alias, string Target)> GlobalAliases => _globalAliases;

    /// <summary>Whether it says something about every other file.</summary>
    internal bool HasGlobalUsings { get; private set; }

    /// <summary>The full names of the namespaces that it adds to.</summary>
    internal IReadOnlyCollection<string> Namespaces => _namespaces;

    /// <summary>
    /// The names of its types. A constant or a member of an enumeration needs none of its own: whoever refers to it mentions the
    /// type, in a using or a base list where not beside it.
    /// </summary>
    internal HashSet<string> Declared => _declared;

    /// <summary>The names that the meaning of its declarations depends on: those in usings, base lists and constants.</summary>
    internal IReadOnlyCollection<string> Mentioned => _mentioned.Value;

    private void Add(SyntaxList<UsingDirectiveSyntax> usings)
    {
        foreach (UsingDirectiveSyntax @using in usings)
        {
            bool isGlobal = @using.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword);
            HasGlobalUsings |= isGlobal;
            if (@using is { Alias.Name.Identifier.ValueText: var alias, Name: { } name })
            {
                (isGlobal ? _globalAliases : _aliases).Add((alias, LastWord(name)));
            }
        }
    }

    private void Add(SyntaxList<MemberDeclarationSyntax> members, string @namespace)
    {
        foreach (MemberDeclarationSyntax member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax inner:
                    string name = FullName(@namespace, inner.Name);
                    Add(inner.Usings);
                    Add(inner.Members, name);
                    break;
                case BaseTypeDeclarationSyntax type:
                    Add(type, @namespace);
                    break;
                case DelegateDeclarationSyntax type:
                    _declared.Add(type.Identifier.ValueText);
                    break;
            }
        }
    }

    private void Add(BaseTypeDeclarationSyntax type, string @namespace)
    {
        _declared.Add(type.Identifier.ValueText);
        if (type is not TypeDeclarationSyntax declaration)
        {
            return;
        }

        if (declaration.AttributeLists.Count > 0)
        {
            _attributed.Add(new AttributedType(declaration, [.. declaration.AttributeLists.SelectMany(list => list.Attributes).Select(attribute => LastWord(attribute.Name))]));
        }

        Add(declaration.Members, @namespace);
    }

    private string FullName(string outer, NameSyntax name)
    {
        string full = name is QualifiedNameSyntax qualified ? $"{FullName(outer, qualified.Left)}.{LastWord(name)}"
            : outer.Length > 0 ? $"{outer}.{LastWord(name)}"
            : LastWord(name);
        _namespaces.Add(full);
        return full;
    }

    private static string LastWord(NameSyntax name) => name switch
    {
        QualifiedNameSyntax { Right.Identifier.ValueText: var text } => text,
        AliasQualifiedNameSyntax { Name.Identifier.ValueText: var text } => text,
        SimpleNameSyntax { Identifier.ValueText: var text } => text,
        _ => "",
    };

    private static HashSet<string> Mentions(SyntaxNode root)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (SyntaxNode node in root.DescendantNodes(static node =>
            node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax))
        {
            switch (node)
            {
                case UsingDirectiveSyntax or BaseListSyntax or EnumMemberDeclarationSyntax:
                case FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword):
                    names.AddIdentifiers(node);
                    break;
            }
        }

        return names;
    }
}
