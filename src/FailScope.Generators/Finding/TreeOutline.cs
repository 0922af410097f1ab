using System.Runtime.CompilerServices;
using FailScope.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Finding;

/// <summary>
/// The names that one file declares, and its types with attributes. Read from syntax once for each tree, and garbage-collected
/// with it. An edit replaces one tree, so the outlines of all other trees are already known.
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
        _mentioned = new(() => Mentions(tree.GetRoot()));
        if (tree.GetRoot() is CompilationUnitSyntax unit)
        {
            ConcernsEveryFile = unit.AttributeLists.Count > 0;
            Add(unit.Usings);
            Add(unit.Members, "");
        }
    }

    internal static TreeOutline Of(SyntaxTree tree) => Known.GetValue(tree, static tree => new TreeOutline(tree));

    internal SyntaxTree Tree { get; }

    /// <summary>Types with an attribute.</summary>
    internal IReadOnlyList<AttributedType> Attributed => _attributed;

    /// <summary>The aliases of this file, each with the last part of the aliased name.</summary>
    internal IReadOnlyList<(string Alias, string Target)> Aliases => _aliases;

    /// <summary>The aliases that this file declares for all files.</summary>
    internal IReadOnlyList<(string Alias, string Target)> GlobalAliases => _globalAliases;

    /// <summary>
    /// Whether the file can change the meaning of names in all other files: it has global usings, or assembly attributes
    /// (<c>AssemblyKeyFile</c> names a key that determines whether the internals of a friend assembly are visible).
    /// </summary>
    internal bool ConcernsEveryFile { get; private set; }

    /// <summary>The full names of the namespaces in which it declares members.</summary>
    internal IReadOnlyCollection<string> Namespaces => _namespaces;

    /// <summary>
    /// The names of its types. The names of constants and enum members are not needed: code that refers to one also contains
    /// the name of its type, next to it, in a using, or in a base list.
    /// </summary>
    internal HashSet<string> Declared => _declared;

    /// <summary>The names that its declarations depend on: those in usings, base lists, constants and assembly attributes.</summary>
    internal IReadOnlyCollection<string> Mentioned => _mentioned.Value;

    private void Add(SyntaxList<UsingDirectiveSyntax> usings)
    {
        foreach (UsingDirectiveSyntax @using in usings)
        {
            bool isGlobal = @using.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword);
            ConcernsEveryFile |= isGlobal;
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
                case AttributeListSyntax { Parent: CompilationUnitSyntax }:
                case FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword):
                    names.AddIdentifiers(node);
                    break;
            }
        }

        return names;
    }
}
