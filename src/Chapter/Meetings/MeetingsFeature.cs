using RecoveryCoP.Chapter.Meetings.Pages;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.RetentionRules;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Meetings: planned with an agenda in balance, announced, run, and written down.</summary>
public static class MeetingsFeature
{
    /// <summary>Everything that meetings need besides storage and practices.</summary>
    public static IServiceCollection AddMeetings(this IServiceCollection services)
    {
        services.AddSchema(typeof(MeetingsFeature), "Meetings");
        services.AddSingleton<MeetingQueries>().AddSingleton<ActionQueries>().AddSingleton<MeetingNames>().AddSingleton<MeetingCalendar>().AddSingleton<AgendaOffers>();
        services.AddSingleton<MeetingFiles>().AddFollower<FilesOfMeetings>();
        services.AddEndpoints(MeetingFiles.Map);
        services.AddSingleton<INewsSource, MeetingsInNews>();
        services.AddTemplatePart<BalanceFromTemplate>();
        services.AddFollower<MeetingDays>().AddRetention<WhoCameLongAgo>();
        services.AddEndpoints(MeetingCalendar.Map);
        services.AddFollower<MeetingsOfMembers>().AddErasable<Meeting>(Meeting.Kind);
        services.AddRefusals([.. MeetingRefusals.Texts, .. ActionText.Refusals, .. CorrectionText.Refusals, .. MeetingFileText.Refusals]);
        services.AddConfirmations([.. MeetingText.Done, .. ActionText.Done, .. CorrectionText.Done, .. MeetingFileText.Done]);
        services.AddNavigation(new NavItem(MeetingText.Meetings, PagePath.Of<MeetingList>(), Access.Members, Order: 10) { Icon = "M5 6h14v14H5ZM5 10.5h14M9 3.5v4M15 3.5v4M9 14h2M13 14h2" });
        services.AddHomeCards(
            new HomeCard(typeof(NextMeetingCard), Access.Members, HomePlace.Main, Order: 10),
            new HomeCard(typeof(UnresolvedCard), Meeting.Leaders, HomePlace.Main, Order: 15),
            new HomeCard(typeof(OpenMeetingCard), Access.Visitors, HomePlace.Main, Order: 10),
            new HomeCard(typeof(PromisesCard), Access.Members, HomePlace.Aside, Order: 10));
        services.AddPersonalData<MeetingData>();
        services.AddPrivacyEntries(
            new PrivacyEntry(
                new("Vos réponses aux invitations et vos présences, pendant deux ans; vos suivis", "Your answers to invitations and your attendance, for two years; your actions"), new("Pour préparer les rencontres et tenir leur procès-verbal", "To prepare meetings and keep their minutes"),
                new("Vous; l’animation, le secrétariat et le comité exécutif; les autres membres si vous montrez votre nom; la personne à qui vous confiez un suivi voit qu’on le lui demande", "You; facilitators, the secretary and the executive committee; other members if you show your name; whoever you hand an action over to sees that they are asked"),
                Order: 100, "meeting rsvps", "meeting attendees", "meeting outcomes"),
            new PrivacyEntry(
                new("Que vous arrivez en retard ou n’arrivez pas à entrer, si vous le dites", "That you are late or cannot get in, if you say so"), new("Pour que l’animation vous attende ou vous aide", "So that facilitators wait for you or help you"),
                new("L’animation et le comité exécutif; effacé dès que vous y êtes, à la fin de la rencontre ou du jour", "Facilitators and the executive committee; erased once you are there, or the meeting or the day is over"),
                Order: 101, "meeting troubles"),
            new PrivacyEntry(
                new("Le prénom d’une personne invitée à une rencontre, si elle le veut", "The first name of a guest at a meeting, if they want"), new("Pour l’accueillir par son nom", "To welcome them by name"),
                new("L’animation et le comité exécutif; effacé un an après la rencontre, ou dès qu’elle le demande", "Facilitators and the executive committee; erased a year after the meeting, or as soon as they ask"),
                Order: 102, "meeting guestNames")
            {
                NotInMyData = new("Ces personnes n’ont pas de compte; un prénom ne dit pas de qui il est.", "They have no account; a first name does not say whose it is."),
            },
            new PrivacyEntry(
                new("Les rencontres que vous planifiez, notez ou annulez, les fichiers que vous y ajoutez et les points que vous présentez", "The meetings you plan, write down or cancel, the files you add to them and the items you present"), new("Pour savoir à qui en parler", "To know whom to talk to about them"),
                new("Les membres voient le texte; personne, sur le site, ne voit qui l’a écrit", "Members see the text; nobody on the site sees who wrote it"),
                Order: 110, "meeting plannedBy", "meeting plan", "meeting files", "meeting minutes", "meeting cancellation"));
        services.AddPrivacyEntries(new PrivacyEntry(
            new("Les corrections que vous proposez à un procès-verbal, et ce qui en est advenu", "The corrections you propose to minutes, and what became of them"), new("Pour que le procès-verbal soit juste", "So that the minutes are right"),
            new("Vous; l’animation, le secrétariat et le comité exécutif, sans votre nom. Effacées quand vous partez", "You; facilitators, the secretary and the executive committee, without your name. Erased when you leave"),
            Order: 112, "meeting minutes"));
        return services;
    }
}
