using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Privacy;

/// <summary>What the privacy page says of this kind of node, beside the rows of what is kept (<see cref="Web.Slots.PrivacyEntry"/>) and what is true of any node.</summary>
/// <param name="Lead">What the page comes down to, in a sentence.</param>
/// <param name="Never">What this program does not do.</param>
/// <param name="LeaveTitle">Somebody leaves, or wants something taken away.</param>
/// <param name="Leave">What happens then, and how.</param>
public sealed record PrivacyWords(Text Lead, IReadOnlyList<Text> Never, Text LeaveTitle, Text Leave)
{
    /// <summary>Codes of the roles that answer for privacy, beside those who manage access: they see how erasing went, and keep the register of incidents.</summary>
    public IReadOnlyList<string> Officers { get; init; } = [];
}

/// <summary>Who answers for privacy here: those who manage access, and whom the program names beside them.</summary>
public sealed class PrivacyKeepers(RoleCatalogue roles, PrivacyWords words)
{
    /// <summary>Codes of their roles.</summary>
    public IReadOnlyList<string> Roles { get; } = [.. roles.Administrators, .. words.Officers];

    /// <summary>The same, as who may.</summary>
    public Access Access => Access.Roles([.. Roles]);
}

/// <summary>Registers the privacy page.</summary>
public static class PrivacyFeature
{
    /// <summary>The page with a small link at the bottom of every page.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="words">What it says of this kind of node.</param>
    /// <param name="order">Where the link stands among the others there.</param>
    public static IServiceCollection AddPrivacyPage(this IServiceCollection services, PrivacyWords words, int order) => services
        .AddSingleton(words).AddSingleton<PrivacyKeepers>()
        .AddNavigation(new NavItem(PrivacyPage.Title, PagePath.Of<PrivacyPage>(), Access.Everybody, order, NavPlace.Footer));
}
