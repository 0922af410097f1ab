using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Parsing;

/// <summary>The arguments of an attribute: by position, by parameter name (<c>id: …</c>), or by property (<c>Free = …</c>).</summary>
internal readonly struct AttributeArguments(AttributeSyntax attribute)
{
    private readonly SeparatedSyntaxList<AttributeArgumentSyntax> _arguments = attribute.ArgumentList?.Arguments ?? default;

    /// <summary>The argument for a parameter of the constructor; null if it is not given.</summary>
    internal ExpressionSyntax? Get(int position, string parameter)
    {
        int index = 0;
        foreach (AttributeArgumentSyntax argument in _arguments)
        {
            if (argument.NameEquals is null
                && (argument.NameColon is { } name ? name.Name.Identifier.ValueText == parameter : index == position))
            {
                return argument.Expression;
            }

            index++;
        }

        return null;
    }

    /// <summary>The value of a property; null if it is not set.</summary>
    internal ExpressionSyntax? Get(string property)
    {
        foreach (AttributeArgumentSyntax argument in _arguments)
        {
            if (argument.NameEquals?.Name.Identifier.ValueText == property)
            {
                return argument.Expression;
            }
        }

        return null;
    }

    /// <summary>The arguments for a <c>params</c> parameter, given one by one or as an array.</summary>
    internal IEnumerable<ExpressionSyntax> Positional(string parameter)
    {
        foreach (AttributeArgumentSyntax argument in _arguments)
        {
            if (argument.NameEquals is not null || (argument.NameColon is { } name && name.Name.Identifier.ValueText != parameter))
            {
                continue;
            }

            IEnumerable<ExpressionSyntax> elements = argument.Expression switch
            {
                ArrayCreationExpressionSyntax array => array.Initializer?.Expressions ?? (IEnumerable<ExpressionSyntax>)[],
                ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
                CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression),
                { } expression => [expression],
            };
            foreach (ExpressionSyntax element in elements)
            {
                yield return element;
            }
        }
    }
}
