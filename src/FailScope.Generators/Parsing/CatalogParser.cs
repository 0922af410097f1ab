using FailScope.Generators.Pricing;
using FailScope.Generators.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Parsing;

/// <summary>
/// Reads a catalog class. Decides what is sound; never throws over what is not. The generator prints what is sound, the
/// analyzers report the problems found here, so both always agree.
/// </summary>
internal sealed class CatalogParser
{
    internal const string CatalogAttribute = "FailScope.ModelCatalogAttribute";

    /// <summary>The name of the generated property that lists everything.</summary>
    internal const string CatalogProperty = "Catalog";

    private readonly CatalogDeclaration _catalog;
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellationToken;

    private CatalogParser(CatalogDeclaration catalog, Compilation compilation, CancellationToken cancellationToken)
    {
        _catalog = catalog;
        _compilation = compilation;
        _cancellationToken = cancellationToken;
    }

    internal static CatalogDeclaration Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        var catalog = new CatalogDeclaration(type);
        new CatalogParser(catalog, compilation, cancellationToken).Parse();
        return catalog;
    }

    private void Parse()
    {
        foreach (SyntaxReference reference in _catalog.Symbol.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(_cancellationToken) is TypeDeclarationSyntax part)
            {
                _catalog.Parts.Add(part);
            }
        }

        _catalog.Parts.Sort(ComparePlace);
        CheckClass();

        // Members first, references after: a chain may stand above its models, and in another file.
        var readers = new List<(MemberDeclaration Member, PartReader Reader)>();
        foreach (TypeDeclarationSyntax part in _catalog.Parts)
        {
            var reader = new PartReader(_catalog, _compilation, part, _cancellationToken);
            foreach (MemberDeclarationSyntax member in part.Members)
            {
                _cancellationToken.ThrowIfCancellationRequested();
                if (NameOf(member) == CatalogProperty)
                {
                    _catalog.DeclaresCatalogMember = true;
                }

                if (member is PropertyDeclarationSyntax { AttributeLists.Count: > 0 } property && Declare(property, reader) is { } declaration)
                {
                    readers.Add((declaration, reader));
                }
            }
        }

        // In the order in which they refer to each other, so that what is broken is known before somebody refers to it.
        foreach (MemberKind kind in new[] { MemberKind.Provider, MemberKind.BillingAccount, MemberKind.Credential, MemberKind.Model, MemberKind.FallbackChain })
        {
            foreach ((MemberDeclaration member, PartReader reader) in readers)
            {
                if (member.Kind == kind)
                {
                    Read(member, reader);
                }
            }
        }
    }

    private static string? NameOf(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        EventDeclarationSyntax @event => @event.Identifier.ValueText,
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Any(variable => variable.Identifier.ValueText == CatalogProperty) ? CatalogProperty : null,
        _ => null,
    };

    // Two files may lie anywhere; their order in the compilation is an accident. Separators differ between systems.
    private static int ComparePlace(TypeDeclarationSyntax left, TypeDeclarationSyntax right)
    {
        int path = string.CompareOrdinal(left.SyntaxTree.FilePath.Replace('\\', '/'), right.SyntaxTree.FilePath.Replace('\\', '/'));
        return path != 0 ? path : left.SpanStart.CompareTo(right.SpanStart);
    }

    private void CheckClass()
    {
        foreach (TypeDeclarationSyntax part in _catalog.Parts)
        {
            for (SyntaxNode? node = part; node is TypeDeclarationSyntax type; node = node.Parent)
            {
                string? wrong = !type.Modifiers.Any(SyntaxKind.PartialKeyword) ? "must be partial, so that its members can be implemented"
                    : type.Modifiers.Any(SyntaxKind.FileKeyword) ? "must not be local to its file, since its other part is generated"
                    : null;
                if (wrong is not null)
                {
                    // At the catalog, also where the type around it is at fault: an editor shows what lies inside a symbol's declaration.
                    _catalog.CanBeExtended = false;
                    Report(CatalogProblemKind.ClassShape, part.Identifier, type.Identifier.ValueText, wrong);
                }
            }
        }
    }

    private MemberDeclaration? Declare(PropertyDeclarationSyntax property, PartReader reader)
    {
        MemberDeclaration? declaration = null;
        foreach (AttributeListSyntax list in property.AttributeLists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                if (reader.KindOf(attribute) is not { } kind)
                {
                    continue;
                }

                if (declaration is not null)
                {
                    Break(declaration, CatalogProblemKind.MemberShape, attribute, declaration.Name, "carries more than one of the catalog's attributes");
                    continue;
                }

                declaration = kind switch
                {
                    MemberKind.Provider => new ProviderDeclaration(property, attribute),
                    MemberKind.BillingAccount => new AccountDeclaration(property, attribute),
                    MemberKind.Credential => new CredentialDeclaration(property, attribute),
                    MemberKind.Model => new ModelDeclaration(property, attribute),
                    _ => new ChainDeclaration(property, attribute),
                };
            }
        }

        if (declaration is null)
        {
            return null;
        }

        CheckMember(declaration, reader);
        if (_catalog.ByName.ContainsKey(declaration.Name))
        {
            // The compiler reports the second declaration; a second implementation would only add to the noise.
            return null;
        }

        _catalog.ByName.Add(declaration.Name, declaration);
        _catalog.Members.Add(declaration);
        switch (declaration)
        {
            case ProviderDeclaration provider:
                _catalog.Providers.Add(provider);
                break;
            case AccountDeclaration account:
                _catalog.Accounts.Add(account);
                break;
            case CredentialDeclaration credential:
                _catalog.Credentials.Add(credential);
                break;
            case ModelDeclaration model:
                _catalog.Models.Add(model);
                break;
            case ChainDeclaration chain:
                _catalog.Chains.Add(chain);
                break;
        }

        return declaration;
    }

    private void CheckMember(MemberDeclaration member, PartReader reader)
    {
        PropertyDeclarationSyntax property = member.Syntax;
        bool isPartial = property.Modifiers.Any(SyntaxKind.PartialKeyword);
        bool isStatic = property.Modifiers.Any(SyntaxKind.StaticKeyword);
        bool hasBody = property.ExpressionBody is not null || property.Initializer is not null
            || property.AccessorList?.Accessors.Any(accessor => accessor.Body is not null || accessor.ExpressionBody is not null) == true;
        bool hasGetter = property.AccessorList?.Accessors.Any(SyntaxKind.GetAccessorDeclaration) == true;
        bool hasSetter = property.AccessorList?.Accessors.Any(accessor => !accessor.IsKind(SyntaxKind.GetAccessorDeclaration)) == true;
        member.CanBeImplemented = isPartial && !hasBody && hasGetter && property.ExplicitInterfaceSpecifier is null;

        string typeName = member.Kind.ToString();
        string? wrong = !isPartial || !isStatic ? "must be 'static partial'"
            : hasBody || !hasGetter || hasSetter ? "must have a getter without a body, and nothing else: '{ get; }'"
            : null;
        if (wrong is not null)
        {
            Break(member, CatalogProblemKind.MemberShape, property.Identifier, member.Name, wrong);
        }

        ITypeSymbol? type = reader.TypeOf(property.Type);
        if (property.Type is NullableTypeSyntax && type is { IsReferenceType: true })
        {
            // The question mark is not in the symbol that the semantic model gives for the syntax.
            type = type.WithNullableAnnotation(NullableAnnotation.Annotated);
        }

        if (type is not { ContainingNamespace: { Name: "FailScope", ContainingNamespace.IsGlobalNamespace: true }, ContainingType: null, NullableAnnotation: not NullableAnnotation.Annotated }
            || type.Name != typeName)
        {
            member.WrongType = type;
            if (property.Type is RefTypeSyntax)
            {
                // No implementation: a reference to what?
                member.CanBeImplemented = false;
                Break(member, CatalogProblemKind.MemberShape, property.Type, member.Name, $"must be of type '{typeName}', as its attribute says");
            }
            else if (type is null or IErrorTypeSymbol)
            {
                // The compiler says so.
                member.CanBeImplemented = false;
                Break(member);
            }
            else
            {
                // A property of another type may well have an implementation already: two would be one too many.
                member.CanBeImplemented &= property.Parent is not TypeDeclarationSyntax { Members: var siblings }
                    || !siblings.OfType<PropertyDeclarationSyntax>().Any(other => other != property && other.Identifier.ValueText == member.Name);
                Break(member, CatalogProblemKind.MemberShape, property.Type, member.Name, $"must be of type '{typeName}', as its attribute says");
            }
        }

        if (member.Name == CatalogProperty)
        {
            Break(member, CatalogProblemKind.ReservedName, property.Identifier, member.Name);
        }
    }

    private void Read(MemberDeclaration member, PartReader reader)
    {
        Arguments arguments = new(member.Attribute);
        switch (member)
        {
            case ProviderDeclaration provider:
                provider.Endpoint = reader.Text(arguments.Get(0, "endpoint"));
                if (Require(provider, provider.Endpoint, reader, "endpoint")
                    && !(Uri.TryCreate(provider.Endpoint.Content, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0))
                {
                    Break(provider, CatalogProblemKind.Endpoint, provider.Endpoint.Expression!, provider.Name, provider.Endpoint.Content!);
                }

                break;

            case AccountDeclaration account:
                account.Provider = Resolve<ProviderDeclaration>(account, arguments.Get(0, "provider"), reader, MemberKind.Provider);
                break;

            case CredentialDeclaration credential:
                ReadCredential(credential, arguments, reader);
                break;

            case ModelDeclaration model:
                ReadModel(model, arguments, reader);
                break;

            case ChainDeclaration chain:
                ReadChain(chain, arguments, reader);
                break;
        }
    }

    private void ReadCredential(CredentialDeclaration credential, Arguments arguments, PartReader reader)
    {
        credential.Provider = Resolve<ProviderDeclaration>(credential, arguments.Get(0, "provider"), reader, MemberKind.Provider);
        credential.EnvironmentVariable = reader.Text(arguments.Get("EnvironmentVariable"));
        if (arguments.Get("Account") is { } expression && !expression.IsKind(SyntaxKind.NullLiteralExpression))
        {
            credential.Account = Resolve<AccountDeclaration>(credential, expression, reader, MemberKind.BillingAccount);
            if (credential.Account.Target?.Provider.Target is { } keeper && credential.Provider.Target is { } provider && keeper != provider)
            {
                Break(credential, CatalogProblemKind.AccountOfOtherProvider, expression, credential.Name, credential.Account.Name!, keeper.Name);
            }
        }
    }

    private void ReadModel(ModelDeclaration model, Arguments arguments, PartReader reader)
    {
        model.Id = reader.Text(arguments.Get(0, "id"));
        Require(model, model.Id, reader, "id");
        model.Credential = Resolve<CredentialDeclaration>(model, arguments.Get(1, "credential"), reader, MemberKind.Credential);
        model.Free = reader.Bool(arguments.Get("Free"));
        for (int i = 0; i < ModelDeclaration.PriceCount; i++)
        {
            ExpressionSyntax? expression = arguments.Get(PriceNames[i]);
            if (expression is null)
            {
                continue;
            }

            model.Prices[i] = reader.Usd(expression);
            if (model.Prices[i].Content is null && reader.IsNumber(expression))
            {
                Report(CatalogProblemKind.Price, expression, model.Name, PriceNames[i], expression.ToString());
            }
        }

        model.ContextWindow = ReadTokens(model, "ContextWindow", arguments, reader);
        model.MaxOutputTokens = ReadTokens(model, "MaxOutputTokens", arguments, reader);
        Value<int?> capabilities = reader.Flags(arguments.Get("Capabilities"));
        model.Capabilities = new(capabilities.Expression, (ModelCapabilities?)capabilities.Content);
        Value<string> space = reader.Text(arguments.Get("EmbeddingSpace"));
        model.EmbeddingSpace = new(space.Expression, string.IsNullOrWhiteSpace(space.Content) ? null : space.Content);
    }

    private Value<long?> ReadTokens(ModelDeclaration model, string name, Arguments arguments, PartReader reader)
    {
        Value<long?> tokens = reader.Tokens(arguments.Get(name));
        if (tokens is { Expression: { } expression, Content: null } && reader.IsInteger(expression))
        {
            Report(CatalogProblemKind.TokenCount, expression, model.Name, name, expression.ToString());
        }

        return tokens;
    }

    private void ReadChain(ChainDeclaration chain, Arguments arguments, PartReader reader)
    {
        chain.Survives = new(arguments.Get("Survives"), (LossOf)(reader.Flags(arguments.Get("Survives")).Content ?? 0));
        chain.Requires = new(arguments.Get("Requires"), (ModelCapabilities)(reader.Flags(arguments.Get("Requires")).Content ?? 0));
        var seen = new HashSet<ModelDeclaration>();
        foreach (ExpressionSyntax expression in arguments.Positional("models"))
        {
            // What is wrong with one entry does not break the chain: the others are still worth having.
            Reference<ModelDeclaration> reference = Resolve<ModelDeclaration>(chain, expression, reader, MemberKind.Model, breaks: false);
            chain.References.Add(reference);
            if (reference.Target is not { } model)
            {
                continue;
            }

            if (!seen.Add(model))
            {
                Report(CatalogProblemKind.DuplicateInChain, expression, chain.Name, model.Name);
            }
            else if (model.BrokenBecause is null)
            {
                chain.Models.Add(model);
            }
        }

        if (chain.References.Count == 0)
        {
            Break(chain, CatalogProblemKind.EmptyChain, chain.Attribute, chain.Name);
        }
        else if (chain.Models.Count == 0)
        {
            chain.BrokenBecause ??= "none of its models is sound";
        }
    }

    private bool Require(MemberDeclaration member, Value<string> value, PartReader reader, string argument)
    {
        if (!string.IsNullOrWhiteSpace(value.Content))
        {
            return true;
        }

        if (IsEmpty(value.Expression, reader))
        {
            Break(member, CatalogProblemKind.MissingValue, value.Expression!, member.Name, argument);
        }
        else
        {
            Break(member);
        }

        return false;
    }

    // Of an argument that is not there, or that is no constant, the compiler speaks.
    private static bool IsEmpty(ExpressionSyntax? expression, PartReader reader) => expression is not null && reader.Constant(expression).HasValue;

    private Reference<T> Resolve<T>(MemberDeclaration member, ExpressionSyntax? expression, PartReader reader, MemberKind wanted, bool breaks = true)
        where T : MemberDeclaration
    {
        string? name = expression is null ? null : reader.Text(expression).Content;
        if (expression is null || string.IsNullOrWhiteSpace(name))
        {
            if (IsEmpty(expression, reader))
            {
                Fail(CatalogProblemKind.MissingValue, expression!, member.Name, Describe(wanted));
            }
            else if (breaks)
            {
                Break(member);
            }

            return new(expression, null, null);
        }

        if (reader.NameOf(expression) is { Foreign: { } foreign })
        {
            Fail(CatalogProblemKind.ForeignReference, expression, member.Name, Describe(wanted), name!, foreign.Name);
            return new(expression, name, null);
        }

        if (!_catalog.ByName.TryGetValue(name!, out MemberDeclaration? found))
        {
            IEnumerable<string> candidates = _catalog.Members.Where(candidate => candidate.Kind == wanted).Select(candidate => candidate.Name);
            Fail(CatalogProblemKind.UnknownReference, expression, member.Name, Describe(wanted), name!, NearestName.Find(name!, candidates) ?? "");
            return new(expression, name, null);
        }

        if (found is not T target)
        {
            Fail(CatalogProblemKind.WrongKindOfReference, expression, member.Name, Describe(wanted), name!, Describe(found.Kind));
            return new(expression, name, null);
        }

        if (target.BrokenBecause is not null && breaks)
        {
            // Reported where it stands; here only the consequence.
            member.BrokenBecause ??= $"its {Describe(wanted)} '{name}' is not sound";
        }

        return new(expression, name, target);

        void Fail(CatalogProblemKind kind, SyntaxNode where, params object[] problem)
        {
            if (breaks)
            {
                Break(member, kind, where, problem);
            }
            else
            {
                Report(kind, where, problem);
            }
        }
    }

    internal static string Describe(MemberKind kind) => kind switch
    {
        MemberKind.Provider => "provider",
        MemberKind.BillingAccount => "billing account",
        MemberKind.Credential => "credential",
        MemberKind.Model => "model",
        _ => "fallback chain",
    };

    private static void Break(MemberDeclaration member) => member.BrokenBecause ??= "its declaration has an error";

    private void Break(MemberDeclaration member, CatalogProblemKind kind, SyntaxNodeOrToken where, params object[] arguments)
    {
        Break(member);
        Report(kind, where, arguments);
    }

    private void Report(CatalogProblemKind kind, SyntaxNodeOrToken where, params object[] arguments) =>
        _catalog.Problems.Add(new CatalogProblem(kind, where, arguments));

    internal static readonly string[] PriceNames = Enum.GetNames(typeof(Price));
}
