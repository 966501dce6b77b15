using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Web.Slots;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Charters;

/// <summary>The charter: what members promise one another.</summary>
public static class CharterFeature
{
    /// <summary>Everything that the charter needs besides storage.</summary>
    public static IServiceCollection AddCharter(this IServiceCollection services)
    {
        services.AddSchema(typeof(CharterFeature), "Charters");
        services.AddSingleton<CharterQueries>();
        services.AddTemplatePart<CharterFromTemplate>();
        services.AddRefusals([.. CharterRefusals.Texts]);
        services.AddConfirmations([.. CharterText.Done]);
        services.AddNavigation(
            new NavItem(CharterText.Title, CharterText.Path, Access.Everybody, Order: 10, NavPlace.Footer),
            new NavItem(CharterText.ChangeIt, PagePath.Of<Pages.PublishPage>(), PublishCharter.Access, Order: 40, NavPlace.LookAfter) { Why = CharterText.PublishFor });
        services.AddPersonalData<CharterData>();
        services.AddPrivacyEntries(
            new PrivacyEntry(
                new("Qui a publié une version de la charte", "Who published a version of the charter"), new("Pour pouvoir en répondre", "To be able to answer for it"),
                new("Personne sur le site", "Nobody on the site"), Order: 120, "charter versions"));
        return services;
    }
}
