using RecoveryCoP.Chapter.Adoptions.Pages;
using RecoveryCoP.Node.Accounts.Leaving;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Adoptions;

/// <summary>Where practices take root: which organization puts which one to use, and how far that has come.</summary>
public static class AdoptionsFeature
{
    /// <summary>Everything that adoptions need besides organizations, practices and the library.</summary>
    public static IServiceCollection AddAdoptions(this IServiceCollection services)
    {
        services.AddSchema(typeof(AdoptionsFeature), "Adoptions");
        services.AddSingleton<AdoptionQueries>();
        services.AddFollower<AdoptionsOfMembers>().AddErasable<Adoption>(Adoption.Kind);
        services.AddSingleton(new LeavingErasure(AdoptionText.OfLeaver, Order: 25));
        services.AddRefusals([.. AdoptionText.Refusals]);
        services.AddConfirmations([.. AdoptionText.Done]);
        services.AddSingleton(new PageSection(typeof(PracticeAdoptions), Order: 4)).AddSingleton(new PageSection(typeof(OrganizationAdoptions), Order: 20));
        services.AddSingleton(new PracticeAct(AdoptionText.SayWhere, Access.Members, (node, practice) => AdoptionPaths.Of(new(node, practice))));
        services.AddSingleton(new ThingPage(Adoption.Kind, AdoptionText.One, id => PagePath.Of<AdoptionPage>(id)));
        services.AddPersonalData<AdoptionData>();
        services.AddPrivacyEntries(new PrivacyEntry(
            new("Ce que vous dites de pratiques mises en œuvre dans des organisations, et que c’est vous", "What you say of practices put to use in organizations, and that it is you"),
            new("Pour montrer où des pratiques prennent racine, et vous permettre d’enlever ce que vous avez dit", "To show where practices take root, and to let you take out what you said"),
            new("Les membres lisent ce qui est dit; personne ne voit que c’est vous. Rien ne sort de la communauté", "Members read what is said; nobody sees that it is you. Nothing leaves the community"), Order: 97, "adoption steps"));
        return services;
    }
}
