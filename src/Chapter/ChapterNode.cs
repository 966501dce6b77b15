using RecoveryCoP.Chapter.Adoptions;
using RecoveryCoP.Chapter.Agendas;
using RecoveryCoP.Chapter.Calendars;
using RecoveryCoP.Chapter.Charters;
using RecoveryCoP.Chapter.Comments;
using RecoveryCoP.Chapter.Committees;
using RecoveryCoP.Chapter.Federation;
using RecoveryCoP.Chapter.FirstDays;
using RecoveryCoP.Chapter.Founding;
using RecoveryCoP.Chapter.Guests;
using RecoveryCoP.Chapter.Intentions;
using RecoveryCoP.Chapter.Invitations;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.MovingIn;
using RecoveryCoP.Chapter.Notices;
using RecoveryCoP.Chapter.Organizations;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Pulse;
using RecoveryCoP.Chapter.Series;
using RecoveryCoP.Chapter.Statistics;
using RecoveryCoP.Chapter.ReleasedTemplates;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Chapter.Texts;
using RecoveryCoP.Chapter.Topics;
using RecoveryCoP.Node.Files;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.TemplateReleases;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter;

/// <summary>A chapter: one community's own node. The table of contents of this program.</summary>
public static class ChapterNode
{
    /// <summary>What makes it a chapter.</summary>
    public static NodeKind Kind { get; } = new()
    {
        Code = "chapter",
        Name = new Text("Communauté", "Community"),
        FoundIt = new Text("Fonder cette communauté", "Set up this community"),
        LeaveIt = new Text("Quitter la communauté", "Leave the community"),
        ErasedStays = new Text(
            "Ce que la communauté garde reste, sans votre nom\u00a0: on y lit «\u00a0Ex-membre\u00a0», et les nombres vous comptent encore. Le nom que vous avez mis vous-même sur une pratique partagée y reste, si elle n’est pas effacée. Ce que d’autres ont écrit reste aussi, même si votre nom y est\u00a0: demandez à la personne responsable de la vie privée de l’enlever. Ce qui vous concerne reste dans les sauvegardes chiffrées de ce serveur six mois au plus, sauf dans la dernière, gardée jusqu’à la suivante; rétablir une sauvegarde ne vous fait pas revenir.",
            "What the community keeps stays, without your name: it says “Former member”, and you count in the figures. The name that you put on a shared practice yourself stays on it, unless the practice is erased. What others wrote stays too, even where your name is in it: ask the person in charge of privacy to take it out. Encrypted backups still contain you for six months at most; restoring one does not bring you back."),
        Roles = ChapterRoles.All,
        FirstRole = ChapterRoles.Steward,
        ProfileKeepers = [ChapterRoles.Steward, ChapterRoles.Executive],
        ProfileTitle = new Text("Notre communauté", "Our community"),
        NamesSeenBy = new Text(
            "Vous; les personnes qui gèrent les accès; l’animation, le secrétariat et le comité exécutif; les autres membres si vous cochez la case",
            "You; those who manage access; facilitators, the secretary and the executive committee; other members if you tick the box"),
        Discreet = true,
        DefaultListen = "http://127.0.0.1:5080",
    };

    /// <summary>Its features, in the order in which their tables build on each other.</summary>
    public static void AddFeatures(IServiceCollection services)
    {
        services.AddLibrary(Access.Members, order: 30, within: PagePath.Of<Practices.Pages.PracticeList>());
        services.AddTemplateReleases();
        services.AddCharter();
        services.AddOrganizations();
        services.AddMembers();
        services.AddPractices();
        services.AddFiles();
        services.AddMeetings();
        services.AddPulse();
        services.AddTopics();
        services.AddComments();
        services.AddAdoptions();
        services.AddIntentions();
        services.AddSeries();
        services.AddCommittees();
        services.AddNotices();
        services.AddInvitations();
        services.AddGuests();
        services.AddCalendars();
        services.AddFederation();
        services.AddStatistics();
        services.AddAgendas();
        services.AddTexts();
        services.AddMovingIn();
        services.AddFirstDays();
        services.AddTemplates();
        services.AddReleasedTemplates();
        services.AddChapterFounding();
    }
}
