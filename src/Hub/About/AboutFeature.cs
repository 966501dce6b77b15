using RecoveryCoP.Hub.About.Pages;
using RecoveryCoP.Node.Privacy;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Hub.About;

/// <summary>Registers the pages that say what this place is, how to reach whoever answers for it, and what it keeps of people.</summary>
public static class AboutFeature
{
    /// <summary>Three small links at the bottom of every page, and what a hub keeps beside its team's accounts.</summary>
    public static IServiceCollection AddAbout(this IServiceCollection services)
    {
        services.AddPrivacyEntries(
            new PrivacyEntry(
                new("Le nom qui accompagne une pratique, si vous l’avez voulu ainsi", "The name that goes with a practice, if you wanted it there"), new("Pour dire qui l’a écrite", "To say who wrote it"),
                new("Tout le monde, jusqu’à ce que votre communauté retire la pratique", "Everybody, until your community withdraws the practice"), Order: 200, "item_content *")
            {
                NotInMyData = new("C’est votre communauté qui le sait, et qui peut le retirer.", "It is your community that knows, and can withdraw it."),
            },
            new PrivacyEntry(
                new("Comment joindre une communauté et sa personne responsable de la vie privée, si c’est vous", "How to reach a community and its person in charge of privacy, if that is you"),
                new("Pour que l’on sache à qui s’adresser", "So that people know whom to turn to"), new("Tout le monde", "Everybody"), Order: 210, "library_profile *")
            {
                NotInMyData = new("C’est public, et c’est votre communauté qui le change.", "It is public, and it is your community that changes it."),
            },
            new PrivacyEntry(
                new("L’inscription des communautés, et les notes de l’équipe à ce sujet", "The enrolment of communities, and the team’s notes about it"), new("Pour savoir qui a été admis, quand et par qui", "To know who was admitted, when and by whom"),
                new("L’équipe du carrefour", "The hub’s team"), Order: 220, "enrolment *", "enrolment_code *", "enrolment_history *"));
        services.AddPrivacyPage(HubPrivacy.Words, order: 30);
        return services.AddNavigation(
            new NavItem(AboutText.Title, PagePath.Of<AboutPage>(), Access.Everybody, Order: 10, NavPlace.Footer),
            new NavItem(AboutText.Contact, PagePath.Of<ContactPage>(), Access.Everybody, Order: 20, NavPlace.Footer));
    }
}
