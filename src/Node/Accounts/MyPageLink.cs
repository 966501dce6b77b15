using Microsoft.Extensions.DependencyInjection;

namespace RecoveryCoP.Node.Accounts;

/// <summary>Something of one's own that a program keeps on a page of its own, linked from one's page.</summary>
/// <param name="Label">The link.</param>
/// <param name="Why">What is there, in a sentence.</param>
/// <param name="Path">The page.</param>
/// <param name="Order">Smaller comes first.</param>
public sealed record MyPageLink(Text Label, Text Why, Text Path, int Order);

/// <summary>Something that its reader ought to know before anything else on their page; it is there only while there is something to say.</summary>
/// <param name="Component">A component that inherits <see cref="Web.NodePage"/>.</param>
public sealed record MyPageNotice(Type Component);

/// <summary>Registers links of one's page.</summary>
public static class MyPageLinks
{
    /// <summary>Adds links to everybody's own page.</summary>
    public static IServiceCollection AddToMyPage(this IServiceCollection services, params ReadOnlySpan<MyPageLink> links)
    {
        foreach (var link in links)
        {
            services.AddSingleton(link);
        }

        return services;
    }
}
