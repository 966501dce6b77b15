using System.Runtime.CompilerServices;
using System.Text;
using RecoveryCoP.Chapter.Meetings.Pages;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>What meetings hold of a member. A meeting is named by its day: what it is called is somebody else's.</summary>
internal sealed class MeetingData(RecordsNaming records, AccountStore accounts, TextStore texts) : IPersonalData
{
    private static readonly Text meeting = new("Rencontre", "Meeting"), language = PersonalLabels.Language, said = new("Écrit", "Written");

    public IReadOnlyList<string> Stored =>
        ["meeting rsvps", "meeting attendees", "meeting outcomes", "meeting troubles", "meeting plannedBy", "meeting plan", "meeting files", "meeting minutes", "meeting cancellation"];

    public IReadOnlyList<PersonalPart> Of(Guid person) =>
    [
        Part("answers", new("Vos réponses aux invitations", "Your answers to invitations"), person, m => m.Rsvps.Where(r => r.Member == person),
            new("answer", MeetingText.AreYouComing, r => Coded.Of(MeetingCodes.Answers, r.What.Answer)),
            new("at", PersonalLabels.When, r => r.What.At),
            new("byCalendar", new("Votre calendrier a répondu pour vous", "Your calendar answered for you"), r => r.What.Reply is not null)),
        Part("attendance", new("Vos présences", "Your attendance"), person, m => m.Attendees.Where(a => a.Member == person),
            new("mode", MeetingText.How, a => Coded.Of(MeetingCodes.Presences, a.What.Mode)),
            new("byYou", new("Noté par vous", "Noted by you"), a => a.What.By == person)),
        Part("actions", MeetingText.PromisedTitle, person, m => m.Outcomes.Where(o => o.Owner == person || o.Offered?.To == person),
            new("text", new("Suivi", "Action"), o => o.What.Text),
            new("yours", new("Vous vous en chargez", "You have taken it on"), o => o.What.Owner == person),
            new("askedAt", new("On vous le demande, ou vous le confiez, depuis", "You are asked, or ask somebody, since"), o => o.What.Offered?.At),
            new("due", new("D’ici le", "Due"), o => o.What.Due),
            new("doneAt", new("Fait", "Done"), o => o.What.DoneAt)),
        Part("outcomes-written", new("Ce que vous avez écrit de ce qui est ressorti des rencontres", "What you wrote of what came of meetings"), person, m => m.Outcomes.Where(o => o.By == person),
            new("kind", new("Sorte", "Kind"), o => Coded.Of(MeetingCodes.Outcomes, o.What.Kind)),
            new("text", new("Texte", "Text"), o => o.What.Text),
            new("at", said, o => o.What.At)),
        Part("corrections", new("Les corrections que vous avez proposées à des procès-verbaux", "The corrections that you proposed to minutes"), person, m => (m.Minutes?.Corrections ?? []).Where(c => c.Author == person),
            new("text", new("Correction", "Correction"), c => c.What.Text),
            new("language", language, c => Coded.InLanguage(c.What.Language)),
            new("at", said, c => c.What.At),
            new("taken", new("Retenue", "Taken up"), c => c.What.Answer?.IsTaken),
            new("answer", new("La réponse que vous avez reçue", "The answer that you got"), c => c.What.Answer?.Word)),
        Part("corrections-answered", new("Ce que vous avez répondu à des corrections", "What you answered to corrections"), person, m => (m.Minutes?.Corrections ?? []).Where(c => c.Answer?.By == person).Select(c => c.Answer!),
            new("taken", new("Retenue", "Taken up"), a => a.What.IsTaken),
            new("answer", new("Votre réponse", "Your answer"), a => a.What.Word),
            new("at", said, a => a.What.At)),
        Part("troubles", new("Que vous arrivez en retard ou n’arrivez pas à entrer", "That you are late or cannot get in"), person, m => m.Troubles.Where(t => t.Member == person),
            new("what", new("Quoi", "What"), t => Coded.Of(MeetingCodes.Troubles, t.What.Kind)),
            new("at", said, t => t.What.At)),
        // Whoever planned a meeting may lead none any more: drafts, and how to call in, stay where pages show them.
        Part("meetings-planned", new("Les rencontres que vous avez planifiées et qui ont été annoncées, telles qu’elles sont maintenant", "The meetings that you planned and that were announced, as they are now"), person, m => m.PlannedBy == person && m.AnnouncedAt is not null ? [m] : Array.Empty<Meeting>(),
            new("plannedAt", said, m => m.What.PlannedAt),
            new("title", new("Titre", "Title"), m => m.What.Plan.Title),
            new("language", language, m => Coded.InLanguage(m.What.Plan.Language)),
            new("minutes", new("Minutes", "Minutes"), m => m.What.Plan.Minutes),
            new("mode", MeetingText.How, m => Coded.Of(MeetingCodes.Modes, m.What.Plan.Mode)),
            new("place", MeetingText.Where, m => m.What.Plan.Place),
            new("readings", MeetingText.Reading, m => m.What.Plan.PreReadings.Select(r => $"{r.Title} {r.Link}").ToList()),
            new("items", MeetingText.Agenda, m => m.What.Plan.Items.Select(i => i.Title).ToList())),
        // Others may be named beside them: of that line only their own name is theirs.
        new PersonalPart<(Meeting Meeting, AgendaItem Item, string Name)>(
            "items-presented", new("Les points que vous présentez", "The items that you present"), cancel => Presented(person, cancel),
            new("meeting", meeting, i => i.Meeting.Plan.StartsAt),
            new("presenter", new("Qui présente", "Who presents"), i => i.Name),
            new("title", new("Point", "Item"), i => i.Item.Title),
            new("page", PersonalLabels.Page, i => PageOf(i.Meeting))),
        Part("files-added", new("Les fichiers que vous avez ajoutés", "The files that you added"), person, m => m.Files.Where(f => f.By == person),
            new("title", new("Titre", "Title"), f => f.What.Title),
            new("language", language, f => Coded.InLanguage(f.What.Language)),
            new("at", new("Ajouté", "Added"), f => f.What.At)),
        Part("meetings-cancelled", new("Les rencontres que vous avez annulées", "The meetings that you cancelled"), person, m => m.Cancellation is { } off && off.By == person ? [off] : Array.Empty<Cancellation>(),
            new("reason", new("Pourquoi", "Why"), c => c.What.Reason),
            new("at", said, c => c.What.At)),
        new PersonalPart<(Meeting Meeting, string? Text)>(
            "minutes-written", new("Les procès-verbaux dont vous avez écrit le dernier texte", "The minutes whose last text you wrote"), cancel => MinutesBy(person, cancel),
            new("meeting", meeting, m => m.Meeting.Plan.StartsAt),
            new("text", new("Texte", "Text"), m => m.Text),
            new("at", said, m => m.Meeting.Minutes!.At),
            new("page", PersonalLabels.Page, m => new Link(PagePath.Of<MinutesPage>(m.Meeting.Id)))),
    ];

    private PersonalPart<(Meeting Meeting, T What)> Part<T>(string name, Text title, Guid person, Func<Meeting, IEnumerable<T>> what, params IReadOnlyList<PersonalValue<(Meeting Meeting, T What)>> values) => new(
        name, title, cancel => Naming(person, cancel).SelectMany(m => what(m).Select(one => (m, one))),
        [new("meeting", meeting, row => row.Meeting.Plan.StartsAt), .. values, new("page", PersonalLabels.Page, row => PageOf(row.Meeting))]);

    private static Link PageOf(Meeting meeting) => new(PagePath.Of<MeetingPage>(meeting.Id));

    private IAsyncEnumerable<Meeting> Naming(Guid person, CancellationToken cancellationToken) => records.Of<Meeting>(Meeting.Kind, person, cancellationToken);

    // Who presents is typed, and need not be a member: the name they go by is all there is to find them with. What members do not see yet is not theirs to see either.
    private async IAsyncEnumerable<(Meeting, AgendaItem, string)> Presented(Guid person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await accounts.Find(person, cancellationToken) is not { Name: { Length: > 0 } name })
        {
            yield break;
        }

        await foreach (var one in records.Holding<Meeting>(Meeting.Kind, name, cancellationToken).Where(m => m.AnnouncedAt is not null))
        {
            foreach (var item in one.Plan.Items.Where(i => PresenterLine.Names(i.Presenter, name)))
            {
                yield return (one, item, name);
            }
        }
    }

    private async IAsyncEnumerable<(Meeting, string?)> MinutesBy(Guid person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var one in Naming(person, cancellationToken).Where(m => m.Minutes?.By == person))
        {
            yield return (one, await texts.Get(one.Minutes!.TextHash, cancellationToken) is { } bytes ? Encoding.UTF8.GetString(bytes) : null);
        }
    }
}
