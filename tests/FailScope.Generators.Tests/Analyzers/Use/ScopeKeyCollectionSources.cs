namespace FailScope.Generators.Tests.Analyzers.Use;

internal static class ScopeKeyCollectionSources
{
    internal static string Method(string statements) => Members($$"""
        void Fail(CreditScopeKey credit, CredentialScopeKey credential, ModelScopeKey model, IScopeKey any, string name,
                [ScopeKey(ScopeKind.Credit)] string creditText, [ScopeKey(ScopeKind.Credential)] string credentialText)
            {
                {{statements}}
            }
        """);

    internal static string Members(string members) => $$"""
        using System;
        using System.Collections;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Linq;
        using FailScope;

        class Turn
        {
            static void Fill(ISet<object> set) { }

            {{members}}
        }
        """;
}
