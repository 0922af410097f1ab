using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Docs.Tests.Messages;

/// <summary>Collects all messages from the source code of the packages and the tool.</summary>
internal static class MessageCollector
{
    // Samples and the demo are programs to read; their texts never appear in a user's program.
    private static readonly string[] NotTheProduct = ["src/Samples/", "src/FailScope.Demo/", "src/FailScope.Templates/"];

    // Texts in these files are words of providers, generated code and other formats: input and output, but not messages.
    private static readonly string[] NotMessages =
    [
        "src/FailScope/Failures/Verdicts/", "src/FailScope/Failures/Hints/", "src/FailScope.Generators/Emitting/",
        "src/FailScope.Testing/Providers/", "src/FailScope.Testing/Formats/", "src/FailScope.Testing/Http/", "src/FailScope.Tool/Drafts/",
    ];

    private static readonly Dictionary<string, string> RuleIds = ReadRuleIds();

    internal static IEnumerable<Message> ReadAll() => Directory
        .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
        .Where(file => !NotTheProduct.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)))
        .Order(StringComparer.Ordinal)
        .SelectMany(Read);

    private static IEnumerable<Message> Read(string file)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(RepositoryRoot.Path, file))).GetRoot();
        bool plainTextToo = !NotMessages.Any(folder => file.StartsWith(folder, StringComparison.Ordinal));
        return root.DescendantNodes()
            .OfType<ExpressionSyntax>()
            .Where(IsWholeText)
            .Select(text => new Message(file, KindOf(text), MessageText.Of(text)))
            .Where(message => message.Kind != Message.PlainText || (plainTextToo && MessageText.IsForPeople(message.Text)))
            .Where(message => message.Text.Length > 0);
    }

    // A literal or an interpolated string, or several joined by "+". Only the whole is collected, not its parts.
    private static bool IsWholeText(ExpressionSyntax expression) => MessageText.IsText(expression) && !expression.Ancestors().OfType<ExpressionSyntax>().Any(MessageText.IsText);

    private static string KindOf(ExpressionSyntax text)
    {
        foreach (SyntaxNode node in text.Ancestors())
        {
            switch (node)
            {
                case BaseObjectCreationExpressionSyntax creation when DescriptorId(creation) is { } id:
                    return IsNamed(text, "title") ? $"title {id}" : IsNamed(text, "messageFormat") ? $"message {id}" : IsNamed(text, "description") ? $"description {id}" : "identifier";
                case ObjectCreationExpressionSyntax { Type: var type } when IsException(type.ToString()):
                    return IsParameterName(text) ? "identifier" : type.ToString();
                case ConstructorInitializerSyntax { Parent: ConstructorDeclarationSyntax { Identifier.Text: var name } } when IsException(name):
                    return name;
                case AttributeSyntax { Name: var name } attribute when name.ToString() is "LoggerMessage":
                    return $"log {attribute.ArgumentList!.Arguments[1].Expression.ToString().Replace("LogLevel.", "", StringComparison.Ordinal).ToLowerInvariant()}";
                case AttributeSyntax:
                    return "identifier";
                case StatementSyntax or MemberDeclarationSyntax:
                    return Message.PlainText;
            }
        }

        return Message.PlainText;
    }

    private static string? DescriptorId(BaseObjectCreationExpressionSyntax creation) => creation.ArgumentList?.Arguments
        .Select(argument => argument.Expression)
        .OfType<MemberAccessExpressionSyntax>()
        .Where(access => access.Expression.ToString() == "DiagnosticIds")
        .Select(access => RuleIds[access.Name.Identifier.Text])
        .FirstOrDefault();

    private static Dictionary<string, string> ReadRuleIds() => Directory
        .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src/FailScope.Generators/Diagnostics"), "DiagnosticIds*.cs")
        .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>())
        .ToDictionary(constant => constant.Identifier.Text, constant => MessageText.Of(constant.Initializer!.Value));

    private static bool IsNamed(ExpressionSyntax text, string name) => text.FirstAncestorOrSelf<ArgumentSyntax>()?.NameColon?.Name.Identifier.Text == name;

    private static bool IsParameterName(ExpressionSyntax text) => !MessageText.Of(text).Contains(' ', StringComparison.Ordinal);

    private static bool IsException(string type) => type.EndsWith("Exception", StringComparison.Ordinal);
}
