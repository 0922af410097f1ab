using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Parsing;

/// <summary>An argument of an attribute: where it stands, and what it says.</summary>
/// <param name="Expression">Null where it is not given.</param>
/// <param name="Content">The default where it is not given, or is not of the right type.</param>
internal readonly record struct Value<T>(ExpressionSyntax? Expression, T? Content);

/// <summary>An argument that names another member of the catalog.</summary>
/// <param name="Expression">Null where it is not given.</param>
/// <param name="Name">The name it says; null where it is no constant text.</param>
/// <param name="Target">The member; null where there is none of that name and kind.</param>
internal readonly record struct Reference<T>(ExpressionSyntax? Expression, string? Name, T? Target)
    where T : MemberDeclaration;
