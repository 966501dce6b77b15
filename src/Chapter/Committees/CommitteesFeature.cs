using RecoveryCoP.Chapter.Committees.Pages;
using RecoveryCoP.Chapter.Members.Pages;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Committees;

/// <summary>Committees: seats, who holds them and until when, and what votes gave that were held elsewhere.</summary>
public static class CommitteesFeature
{
    /// <summary>Everything that committees need besides members and meetings.</summary>
    public static IServiceCollection AddCommittees(this IServiceCollection services)
    {
        services.AddSchema(typeof(CommitteesFeature), "Committees");
        services.AddSingleton<CommitteeQueries>();
        services.AddTemplatePart<CommitteesFromTemplate>();
        services.AddFollower<SeatsOfMembers>().AddErasable<RecordedVote>(RecordedVote.Kind);
        services.AddRefusals([.. CommitteeRefusals.Texts]);
        services.AddConfirmations([.. CommitteeText.Done]);
        services.AddNavigation(new NavItem(CommitteeText.Committees, PagePath.Of<CommitteeListPage>(), Access.Members, Order: 42, NavPlace.Tab) { Within = PagePath.Of<PeopleShownPage>() });
        services.AddHomeCards(
            new HomeCard(typeof(SeatOffersCard), Access.Members, HomePlace.Main, Order: 4),
            new HomeCard(typeof(SeatsCard), Committee.Keepers, HomePlace.Aside, Order: 20));
        services.AddPersonalData<CommitteeData>();
        services.AddPrivacyEntries(
            new PrivacyEntry(
                new("Les sièges que vous occupez ou avez occupés dans des comités, et jusqu’à quand", "The seats that you hold or held on committees, and until when"), new("Pour que l’on sache qui fait quoi", "So that people know who does what"),
                new("Les membres, dès que vous dites oui; avant cela, vous et les personnes qui s’occupent du comité", "Members, once you say yes; before that, you and those who look after the committee"), Order: 94, "committee seats"),
            new PrivacyEntry(
                new("Que vous avez consigné le résultat d’un vote; jamais qui a voté quoi", "That you recorded the result of a vote; never who voted how"), new("Pour que vous puissiez le corriger pendant un jour", "So that you can mend it for a day"),
                new("Personne", "Nobody"), Order: 95, "vote by"));
        return services;
    }
}
