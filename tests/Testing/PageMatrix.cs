using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace RecoveryCoP.Testing;

/// <summary>Who may open which page of a running program: asked of the pages themselves, in both languages.</summary>
public sealed partial class PageMatrix(EndpointDataSource program, FormClient visitor)
{
    private IEnumerable<IGrouping<string, RouteEndpoint>> Pages =>
        from endpoint in program.Endpoints.OfType<RouteEndpoint>()
        let page = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()
        where page is not null
        group endpoint by page.Type.Name into page
        orderby page.Key
        select page;

    /// <summary>Names of the pages that only some roles open, each with the roles.</summary>
    public IReadOnlyList<string> ForRoles =>
    [
        .. from page in Pages
           let roles = page.SelectMany(e => e.Metadata.GetOrderedMetadata<IAuthorizeData>()).Select(a => a.Roles).OfType<string>().Distinct()
           where roles.Any()
           select $"{page.Key}: {string.Join(" and ", roles)}",
    ];

    /// <summary>Names of the pages that answer a visitor; any other leads to the sign-in page.</summary>
    public async Task<IReadOnlyList<string>> ForVisitors(CancellationToken cancel)
    {
        var open = new List<string>();
        foreach (var page in Pages)
        {
            var answers = new List<Answer>();
            foreach (var endpoint in page)
            {
                answers.Add(await visitor.Open(Sample(endpoint.RoutePattern.RawText!), cancel));
            }

            if (!answers.All(IsSentToSignIn))
            {
                Assert.DoesNotContain(answers, IsSentToSignIn);
                open.Add(page.Key);
            }
        }

        return open;
    }

    private static bool IsSentToSignIn(Answer answer) => answer is { IsDone: true, Location: var to } && (to.StartsWith("/fr/entrer?", StringComparison.Ordinal) || to.StartsWith("/en/sign-in?", StringComparison.Ordinal));

    // An address of the template; whether there is anything at it does not matter to somebody who is turned away before.
    private static string Sample(string template) => Parameter().Replace(template, match => match.Value switch
    {
        var id when id.EndsWith(":guid}", StringComparison.Ordinal) => "0198c0de-0000-7000-8000-000000000001",
        var number when number.EndsWith(":int}", StringComparison.Ordinal) => "1",
        _ => "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    });

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
