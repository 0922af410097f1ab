using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FailScope.Generators.Analyzers.Use.ScopeKeys;

/// <summary>
/// Finds the kind of the key in an expression, whatever its static type, through conversions, conditions, locals, strings and
/// other code that passes the same key on. Any other expression has an unknown kind and is not reported.
/// </summary>
internal sealed class ScopeKeyFlow(FailScopeTypes types, ScopeKeyAnnotations annotations)
{
    private const int LongestTrail = 12;

    /// <summary>The kinds that an expression can have; unknown if one of its values is unknown.</summary>
    internal ScopeKinds KindsOf(IOperation operation) => Join(Sources(operation)).Kinds;

    /// <summary>The possible values of an expression, combined.</summary>
    internal ScopeKeySource Join(IOperation operation) => Join(Sources(operation)) with { Operation = operation };

    /// <summary>The possible values of an expression, one for each branch inside it.</summary>
    internal IEnumerable<ScopeKeySource> Sources(IOperation operation) => Sources(operation, 0);

    private static ScopeKeySource Join(IEnumerable<ScopeKeySource> sources)
    {
        var joined = default(ScopeKeySource);
        foreach (ScopeKeySource source in sources)
        {
            if (!source.Kinds.IsKnown)
            {
                return default;
            }

            joined = new(source.Operation, joined.Kinds | source.Kinds, joined.Origin | source.Origin);
        }

        return joined;
    }

    private IEnumerable<ScopeKeySource> Sources(IOperation operation, int depth)
    {
        if (depth > LongestTrail)
        {
            return [new(operation, default, ScopeKeyOrigin.None)];
        }

        depth++;
        if (types.KindOf(operation.Type) is { } kind)
        {
            return [new(operation, kind, ScopeKeyOrigin.Type)];
        }

        if (operation.ConstantValue is { HasValue: true, Value: null } || operation is IThrowOperation)
        {
            return [];
        }

        switch (operation)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                return Sources(conversion.Operand, depth);
            case IParenthesizedOperation parenthesized:
                return Sources(parenthesized.Operand, depth);
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                return Sources(conditional.WhenTrue, depth).Concat(Sources(otherwise, depth));
            case ICoalesceOperation coalesce:
                return Sources(coalesce.Value, depth).Concat(Sources(coalesce.WhenNull, depth));
            case ISwitchExpressionOperation choice:
                return choice.Arms.SelectMany(arm => Sources(arm.Value, depth));
            case ISimpleAssignmentOperation assignment:
                return [Carried(operation, assignment.Value, depth)];
            case IAwaitOperation await:
                return [Carried(operation, await.Operation, depth)];
            case IConditionalAccessOperation access:
                return [Carried(operation, access.WhenNotNull, depth)];
            case IConditionalAccessInstanceOperation instance:
                return Receiver(instance) is { } receiver ? [Carried(operation, receiver, depth)] : Unknown(operation);
            case IDynamicMemberReferenceOperation { MemberName: "Value", Instance: { } instance }:
                return [Carried(operation, instance, depth)];
            case IDynamicInvocationOperation { Arguments: [], Operation: IDynamicMemberReferenceOperation { MemberName: "ToString", Instance: { } instance } }:
                return [Carried(operation, instance, depth)];
            case IPropertyReferenceOperation { Property: { Name: "Value" } property, Instance: { } instance } when IsKeyMember(property):
                return [Carried(operation, instance, depth)];
            case IInvocationOperation { TargetMethod: { Name: nameof(ToString), Parameters: [] }, Instance: { } instance }:
                return [Carried(operation, instance, depth)];
            case IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task }:
                return [Carried(operation, task, depth)];
            case IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" }, Arguments: [var result] }:
                return [Carried(operation, result.Value, depth)];
            case IInterpolatedStringOperation { Parts: [IInterpolationOperation { FormatString: null, Alignment: null } only] }:
                return [Carried(operation, only.Expression, depth)];
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, RightOperand.ConstantValue: { HasValue: true, Value: "" } } sum:
                return [Carried(operation, sum.LeftOperand, depth)];
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, LeftOperand.ConstantValue: { HasValue: true, Value: "" } } sum:
                return [Carried(operation, sum.RightOperand, depth)];
            case ILocalReferenceOperation { Local.IsConst: false } local:
                return [OfLocal(local, depth)];
            case IArgumentOperation { Parameter: var parameter }:
                return [Annotated(operation, parameter)];
            case IInvocationOperation { TargetMethod: var method } when annotations.KindOf(method) is { IsKnown: true }:
                return [Annotated(operation, method)];
            case IParameterReferenceOperation { Parameter: var parameter }:
                return [Annotated(operation, parameter)];
            case IFieldReferenceOperation { Field: var field } when annotations.KindOf(field) is { IsKnown: true }:
                return [Annotated(operation, field)];
            case IPropertyReferenceOperation { Property: var property } when annotations.KindOf(property) is { IsKnown: true }:
                return [Annotated(operation, property)];
            case IFieldReferenceOperation { Field: { IsReadOnly: true } field }:
                return [OfMember(operation, field, depth)];
            case IPropertyReferenceOperation { Property: { SetMethod: null, IsVirtual: false, IsAbstract: false } property, Arguments: [] }:
                return [OfMember(operation, property, depth)];
            default:
                return HandMadeKey.KindOf(operation) is { } claimed ? [new(operation, claimed, HandMadeKey.OriginOf(operation))] : Unknown(operation);
        }
    }

    private static IEnumerable<ScopeKeySource> Unknown(IOperation operation) => [new(operation, default, ScopeKeyOrigin.None)];

    private static IOperation? Receiver(IConditionalAccessInstanceOperation instance)
    {
        IOperation child = instance;
        for (IOperation? parent = instance.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
            {
                return access.Operation;
            }
        }

        return null;
    }

    private bool IsKeyMember(IPropertySymbol property) =>
        SymbolEqualityComparer.Default.Equals(property.ContainingType, types.ScopeKey) || types.KindOf(property.ContainingType) is not null;

    private ScopeKeySource Annotated(IOperation operation, ISymbol? symbol) =>
        annotations.KindOf(symbol) is { IsKnown: true } kinds
            ? new(operation, kinds, ScopeKeyOrigin.Attribute)
            : new(operation, default, ScopeKeyOrigin.None);

    /// <summary>The same key after a conversion.</summary>
    private ScopeKeySource Carried(IOperation operation, IOperation key, int depth) => Join(Sources(key, depth)) with { Operation = operation };

    /// <summary>All values that a local can have.</summary>
    private ScopeKeySource OfLocal(ILocalReferenceOperation local, int depth) =>
        LocalValues.Of(local) is { } values
            ? Join(values.SelectMany(value => Sources(value, depth))) with { Operation = local }
            : new(local, default, ScopeKeyOrigin.None);

    /// <summary>The value of a member that is assigned once, in this file.</summary>
    private ScopeKeySource OfMember(IOperation reference, ISymbol member, int depth)
    {
        ExpressionSyntax? initializer = member.DeclaringSyntaxReferences is [var declaration] && declaration.SyntaxTree == reference.Syntax.SyntaxTree
            ? declaration.GetSyntax() switch
            {
                VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
                PropertyDeclarationSyntax { ExpressionBody: { } body } => body.Expression,
                PropertyDeclarationSyntax property => property.Initializer?.Value,
                _ => null,
            }
            : null;
        return initializer is not null && reference.SemanticModel?.GetOperation(initializer) is { } value
            ? Join(Sources(value, depth)) with { Operation = reference }
            : new(reference, default, ScopeKeyOrigin.None);
    }
}
