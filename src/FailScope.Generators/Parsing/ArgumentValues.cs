using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Parsing;

/// <summary>An argument of an attribute: its syntax and its value.</summary>
/// <param name="Expression">Null if it is not given.</param>
/// <param name="Content">The default if it is not given or has the wrong type.</param>
internal readonly record struct Value<T>(ExpressionSyntax? Expression, T? Content);

/// <summary>An argument that names another member of the catalog.</summary>
/// <param name="Expression">Null if it is not given.</param>
/// <param name="Name">The referenced name; null if it is not a constant string.</param>
/// <param name="Target">The member; null if there is none with that name and kind.</param>
internal readonly record struct Reference<T>(ExpressionSyntax? Expression, string? Name, T? Target)
    where T : MemberDeclaration;
