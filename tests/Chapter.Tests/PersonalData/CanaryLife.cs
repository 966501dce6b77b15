using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Chapter.Adoptions;
using RecoveryCoP.Chapter.Charters;
using RecoveryCoP.Chapter.Comments;
using RecoveryCoP.Chapter.Committees;
using RecoveryCoP.Chapter.Intentions;
using RecoveryCoP.Chapter.Invitations;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Tests.Meetings;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Chapter.Topics;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.PersonalData;

/// <summary>People in a chapter who type, in everything that can be typed in, words that nobody else says.</summary>
internal sealed class CanaryLife(IServiceProvider services)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IGrainFactory Grains => Get<IGrainFactory>();

    private DateTimeOffset Now => Get<TimeProvider>().GetUtcNow();

    private T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Somebody who is of every role, by the first of their words.</summary>
    public async Task<Actor> Join(Canaries says)
    {
        string[] roles = ["executive", "facilitator", "secretary"];
        var account = (await Get<AccountStore>().Add(says.Word("nom"), EmailAddress.Parse(says.Address)!, "fr", roles, null, Cancel)).Value!;
        var who = new Actor(account.Id, roles);
        await Done(Grains.GetGrain<IMemberGrain>(who.Id).Do(new AcceptCharter(who, 1, account.Stay)));
        return who;
    }

    /// <summary>Everything that somebody can type, and what is typed to them.</summary>
    /// <param name="presenter">How somebody else writes who presents an item; null for their name.</param>
    public async Task Live(Actor who, Canaries says, Actor third, Canaries others, string? presenter = null)
    {
        var member = Grains.GetGrain<IMemberGrain>(who.Id);
        await Done(member.Do(new DescribeYourself(who, new() { Affiliation = says.Word("organisme"), TalkAbout = says.Word("parler"), Notices = [says.Word("avis")] }, new(true, true, true))));
        await Done(member.Do(new DeclareGroups(who, ["service-user"], Agrees: true)));

        var practice = Grains.GetGrain<IPracticeGrain>(NewId());
        await Done(practice.Do(new WritePractice(who, Written(says, "=1+1 ").ToByteArray(), Samples.Facts)));
        await Done(practice.Do(new RevisePractice(who, 1, Written(says, "=1+1 ").ToByteArray(), Samples.Facts, says.Word("note"))));
        var foreignPractice = NewId();
        var foreign = Grains.GetGrain<IPracticeGrain>(foreignPractice);
        await Done(foreign.Do(new WritePractice(third, Written(others, "").ToByteArray(), Samples.Facts)));
        await Done(foreign.Do(new ShareInChapter(third, 1)));
        await Done(foreign.Do(new RevisePractice(who, 1, Written(others, "").ToByteArray(), Samples.Facts, says.Word("note d’autrui"))));

        var organization = NewId();
        var adoption = Grains.Adoption(Adoption.IdOf(PracticeReference.Own(foreignPractice), organization));
        await Done(adoption.Do(new SayStage(who, PracticeReference.Own(foreignPractice), organization, NewId(), new(AdoptionStage.Sustained, new(2025, 1, 1), says.Word("adoption"), "fr"))));
        await Done(adoption.Do(new SayStage(third, PracticeReference.Own(foreignPractice), organization, NewId(), new(AdoptionStage.Sustained, new(2025, 2, 1), others.Word("adoption"), "fr"))));
        await Done(Grains.IntentionsOf(who.Id).Do(new WantToTry(who, NewId(), new("", foreignPractice))));

        var (topic, declined, foreignTopic) = (NewId(), NewId(), NewId());
        await Done(Grains.GetGrain<ITopicGrain>(topic).Do(new ProposeTopic(who, new() { Title = says.Word("sujet"), Words = says.Word("pourquoi") })));
        await Done(Grains.GetGrain<ITopicGrain>(declined).Do(new ProposeTopic(who, new() { Title = says.Word("sujet écarté") })));
        await Done(Grains.GetGrain<ITopicGrain>(declined).Do(new DeclineTopic(third, others.Word("réponse", to: says.Mark))));
        await Done(Grains.GetGrain<ITopicGrain>(foreignTopic).Do(new ProposeTopic(third, new() { Title = others.Word("sujet"), Words = others.Word("pourquoi") })));
        await Done(Grains.GetGrain<ITopicGrain>(foreignTopic).Do(new SayMeToo(who)));
        await Done(Grains.GetGrain<ITopicGrain>(foreignTopic).Do(new DeclineTopic(who, says.Word("réponse"))));

        var (comment, foreignComment) = (NewId(), NewId());
        var thread = Grains.GetGrain<ICommentThreadGrain>(topic);
        await Done(thread.Do(new WriteComment(who, Topic.Kind, comment, new(says.Word("commentaire"), "fr", ShowsName: false))));
        await Done(thread.Do(new WriteComment(third, Topic.Kind, foreignComment, new(others.Word("commentaire"), "fr", ShowsName: false))));
        await Done(thread.Do(new HideComment(third, comment, others.Word("masqué", to: says.Mark))));
        await Done(thread.Do(new HideComment(who, foreignComment, says.Word("masqué"))));

        var today = Dates.DayOf(Now);
        var yesterday = today.AddDays(-1).ToDateTime(new(18, 0));
        var meeting = Grains.Meeting(NewId());
        await Done(meeting.Do(new PlanMeeting(who, MeetingSamples.Plan with
        {
            Title = says.Word("titre"), Start = yesterday, Place = says.Word("lieu"), VideoLink = "https://exemple.org/salle-fermee", Phone = "418-555-0199",
            PreReadings = [new(says.Word("lecture"), $"https://exemple.org/{says.Word("lien")}")],
            Items = [MeetingSamples.Plan.Items[0] with { Title = says.Word("point"), Presenter = others.Word("qui") }],
        })));
        await Done(meeting.Do(new RecordAfterwards(who)));
        await Done(meeting.Do(new TakeAttendance(who, [new(who.Id, AttendanceMode.Remote), new(third.Id, AttendanceMode.InPerson)])));
        var (action, correction) = (NewId(), NewId());
        await Done(meeting.Do(new RecordOutcome(who, NewId(), MeetingSamples.Item1, OutcomeKind.Decision, says.Word("décision"), null, null)));
        await Done(meeting.Do(new RecordOutcome(third, NewId(), MeetingSamples.Item1, OutcomeKind.Decision, others.Word("décision"), null, null)));
        await Done(meeting.Do(new RecordOutcome(third, action, MeetingSamples.Item1, OutcomeKind.Action, others.Word("suivi", to: says.Mark), who.Id, null)));
        await Done(meeting.Do(new CloseMeeting(who)));
        await Done(meeting.Do(new WriteMinutes(who, 0, says.Word("procès-verbal"))));
        await Done(meeting.Do(new ProposeCorrection(who, correction, says.Word("correction"), "fr")));
        await Done(meeting.Do(new AnswerCorrection(third, correction, false, others.Word("non", to: says.Mark))));
        var cancelled = Grains.Meeting(NewId());
        await Done(cancelled.Do(new PlanMeeting(third, MeetingSamples.Plan with
        {
            Title = others.Word("titre"), Start = today.AddDays(20).ToDateTime(new(18, 0)), Items =
            [
                MeetingSamples.Plan.Items[0] with { Presenter = $"{presenter ?? says.Name} et {others.Word("collègue")}", Title = others.Word("présenté", to: says.Mark) },
                MeetingSamples.Plan.Items[1] with { Presenter = $"{presenter ?? says.Name}ine", Title = others.Word("point") },
            ],
        })));
        await Done(cancelled.Do(new AnnounceMeeting(third, 1)));
        await Done(cancelled.Do(new AnswerInvitation(who, RsvpAnswer.Regrets)));
        await Done(cancelled.Do(new CancelMeeting(who, says.Word("annulée"))));
        // Leaders alone see drafts, and somebody else may have gone on with this one.
        await Done(Grains.Meeting(NewId()).Do(new PlanMeeting(who, MeetingSamples.Plan with { Title = others.Word("brouillon"), Start = today.AddDays(30).ToDateTime(new(18, 0)) })));

        await Done(Grains.Vote(NewId()).Do(new RecordVote(who, Committee.TheExecutive, null, new() { On = today, Question = says.Word("question"), Outcome = says.Word("résultat"), InFavour = 3 })));
        var seat = Committee.BuiltIn.Seats[says.Mark == "alpha" ? 0 : 1].Id;
        await Done(Grains.Committee(Committee.TheExecutive).Do(new OfferSeat(third, seat, who.Id, today, today.AddYears(1))));
        await Done(Grains.Committee(Committee.TheExecutive).Do(new AcceptSeat(who, seat, today, today.AddYears(1), "")));

        var charter = await Get<CharterQueries>().Find(Cancel);
        await Done(Grains.GetGrain<ICharterGrain>(Charter.TheId).Do(new PublishCharter(
            who, charter.Current, new(says.Word("charte"), says.Word("charter")), new(says.Word("quoi"), says.Word("what")))));
        Assert.True((await Get<InvitationStore>().Invite(
            new InvitePeople(who, NewId(), [new(1, "", EmailAddress.Parse("quelqu.un@exemple.org"), "fr", false)], says.Word("invitation")), Cancel)).Succeeded);
    }

    private static PracticeContent Written(Canaries says, string before)
    {
        var content = new PracticeContent();
        foreach (var field in PracticeFields.Written)
        {
            WireFields.Put(content, field, [before + says.Word(field.Name)]);
        }

        return content;
    }

    private Guid NewId() => Guid.CreateVersion7(Now);

    private static async Task Done(Task<Result> result) => Assert.Empty((await result).Refusals);
}

/// <summary>Words that nobody else says; the first is the name that somebody goes by.</summary>
internal sealed class Canaries(string mark)
{
    private readonly List<(string Word, string What, string? To)> _said = [];

    public string Mark => mark;

    public string Address => $"{mark}-canari@exemple.org";

    public string Name => _said[0].Word;

    public IEnumerable<string> Said => _said.Select(s => s.Word);

    /// <summary>Those that are of some fields.</summary>
    public IEnumerable<string> Of(params string[] what) => _said.Where(s => what.Contains(s.What)).Select(s => s.Word);

    public IEnumerable<string> To(string whom) => _said.Where(s => s.To == whom).Select(s => s.Word);

    public string Word(string what, string? to = null)
    {
        _said.Add(($"{mark}{_said.Count:D3}x", what, to));
        return _said[^1].Word;
    }
}
