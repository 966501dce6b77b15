using RecoveryCoP.Chapter.MovingIn.Pages;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.RetentionRules;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.MovingIn;

/// <summary>A group that existed before moves in: its people are invited, its past meetings and their documents are brought along; each file can be taken back as a whole.</summary>
public static class MovingInFeature
{
    /// <summary>Everything that moving in needs besides invitations, meetings and files.</summary>
    public static IServiceCollection AddMovingIn(this IServiceCollection services)
    {
        services.AddSchema(typeof(MovingInFeature), "MovingIn");
        services.AddSingleton<MoveQueries>().AddSingleton<MeetingsPreview>().AddSingleton<DocumentsPreview>().AddSingleton<MovingRuns>().AddHostedService<BrokenOffMoves>();
        services.AddRetention<OffersNotTaken>();
        services.AddRefusals(MovingText.Refusals);
        services.AddConfirmations(MovingText.Done);
        services.AddNavigation(new NavItem(MovingText.Title, PagePath.Of<MovingInPage>(), BeginMove.Access, Order: 46, NavPlace.LookAfter) { Why = MovingText.For });
        services.AddVerb(MovingVerbs.Preview).AddVerb(MovingVerbs.MoveIn).AddVerb(MovingVerbs.Undo);
        services.AddPersonalData<MovingData>();
        return services.AddPrivacyEntries(new PrivacyEntry(
            new("Qui a repris les registres d’un groupe qui existait avant, ou l’a annulé. La liste des personnes n’est pas gardée\u00a0: il en reste des invitations", "Who brought along the records of a group that existed before, or undid it. The list of people is not kept: what stays of it are invitations"),
            new("Pour pouvoir en répondre", "To be able to answer for it"),
            new("Personne sur le site", "Nobody on the site"), Order: 122, "move-in by", "move-in undoneBy"));
    }
}
