using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Google.Protobuf;
using RecoveryCoP.Chapter.Charters;
using RecoveryCoP.Chapter.Comments;
using RecoveryCoP.Chapter.Committees;
using RecoveryCoP.Chapter.Invitations;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Tests.Meetings;
using RecoveryCoP.Chapter.Tests.Members;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Chapter.Topics;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.PersonalData;

/// <summary>Whoever asks for their data gets everything that they wrote anywhere, what was written to them, and nothing of anybody else's.</summary>
public sealed class Everything_of_one_person(OpenChapter chapter) : IClassFixture<OpenChapter>
{
    private const string Fr = "/fr/ma-page/mes-donnees", En = "/en/my-page/my-data";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IGrainFactory Grains => chapter.Get<IGrainFactory>();

    [Fact]
    public Task covers_every_place_of_the_privacy_page_or_says_why_not() => WhatIsKept.IsGiven(ChapterNode.Kind, ChapterNode.AddFeatures, typeof(ChapterNode).Assembly);

    [Fact]
    public async Task is_given_and_nothing_of_anybody_else()
    {
        var others = new Canaries("tiers");
        var (third, _) = await chapter.AddMember("Une tierce personne", "executive", "facilitator", "secretary");
        var (ours, theirs) = (new Canaries("alpha"), new Canaries("bravo"));
        var us = await Join(ours);
        var them = await Join(theirs);
        await Live(us, ours, third, others);
        await Live(them, theirs, third, others);

        var mine = await Take(us, Fr);
        var yours = await Take(them, En);

        foreach (var (file, own, foreign) in new[] { (mine, ours, theirs), (yours, theirs, ours) })
        {
            Assert.All(own.Said, word => Assert.Contains(word, file.Text, StringComparison.Ordinal));
            Assert.DoesNotContain(foreign.Mark, file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(foreign.Address, file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Une tierce personne", file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("salle-fermee", file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("418-555-0199", file.Text, StringComparison.Ordinal);
            // Of a third person only what was said to or about whoever asks.
            Assert.Equal(others.To(own.Mark).Order(), others.Said.Where(word => file.Text.Contains(word, StringComparison.Ordinal)).Order());
        }

        Assert.Contains("lisez-moi.html", mine.Names);
        Assert.Contains("readme.html", yours.Names);
        Assert.All(mine.Names.Where(n => n.EndsWith(".json", StringComparison.Ordinal)), name => JsonDocument.Parse(mine.Files[name]).Dispose());
        // Each part is there for machines and for spreadsheets, and has its section to read.
        Assert.All(mine.Names.Where(n => n.EndsWith(".json", StringComparison.Ordinal)), name => Assert.Contains(name.Replace(".json", ".csv", StringComparison.Ordinal), mine.Names));
        using var consents = JsonDocument.Parse(mine.Files["consents.json"]);
        Assert.StartsWith(ConsentTexts.Groups.Fr, consents.RootElement[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        using var charters = JsonDocument.Parse(mine.Files["charter-acceptances.json"]);
        Assert.Equal(BuiltInCharter.Text.En, charters.RootElement[0].GetProperty("textEn").GetString());
        using var seats = JsonDocument.Parse(mine.Files["seats.json"]);
        Assert.Equal("held", seats.RootElement[0].GetProperty("standing").GetString());
        Assert.Equal("data-taken", (await chapter.Get<SecurityLog>().Latest(1, 1, Cancel)).Single().Kind);
        // What spreadsheets would work out stands there as text.
        Assert.Contains("\"'=1+1 ", mine.Files["practices.csv"], StringComparison.Ordinal);
        Assert.DoesNotContain("\"=1+1 ", mine.Files["practices.csv"], StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", mine.Files["lisez-moi.html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_for_a_session_of_theirs_alone_and_not_for_ever()
    {
        var (_, browser) = await chapter.Add("Camille");
        var (other, othersBrowser) = await chapter.AddMember("Dominique");

        var file = (await browser.Fill(Fr, "my-data", Cancel)).Location; // whoever has not accepted the charter yet has rights too
        for (var i = 0; i < 2; i++) // a download may break off
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.Download(file, Cancel)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Download(file, Cancel)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await othersBrowser.Download(file, Cancel)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await chapter.SignIn(other.Id)).Download($"{file}x", Cancel)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Download("/mes-donnees/rien", Cancel)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await chapter.NewBrowser().Download(file, Cancel)).Status);
        Assert.True((await chapter.NewBrowser().Open(Fr, Cancel)).IsDone); // to sign in
    }

    [Fact]
    public async Task is_asked_for_ten_times_a_day_at_most()
    {
        var (_, browser) = await chapter.Add("Camille");
        for (var i = 0; i < 10; i++)
        {
            Assert.True((await browser.Fill(En, "my-data", Cancel)).IsDone);
        }

        var refused = await browser.Fill(En, "my-data", Cancel);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("10 times today", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_said_on_the_page_before_anybody_asks()
    {
        var (_, browser) = await chapter.AddMember("Camille");

        var page = await browser.Open(En, Cancel);

        Assert.Contains("Your comments", page.Words, StringComparison.Ordinal);
        Assert.Contains("A fingerprint does not say whose it is.", page.Words, StringComparison.Ordinal);
        Assert.NotNull((await browser.Open("/en/my-page", Cancel)).Page.QuerySelector($"main a[href='{En}']"));
    }

    private async Task<Actor> Join(Canaries says)
    {
        string[] roles = ["executive", "facilitator", "secretary"];
        var account = (await chapter.Get<AccountStore>().Add(says.Word("nom"), EmailAddress.Parse(says.Address)!, "fr", roles, null, Cancel)).Value!;
        var who = new Actor(account.Id, roles);
        await Done(Grains.GetGrain<IMemberGrain>(who.Id).Do(new AcceptCharter(who, 1, account.Stay)));
        return who;
    }

    // Everything that somebody can type, and what is typed to them.
    private async Task Live(Actor who, Canaries says, Actor third, Canaries others)
    {
        var member = Grains.GetGrain<IMemberGrain>(who.Id);
        await Done(member.Do(new DescribeYourself(who, new() { Affiliation = says.Word("organisme"), TalkAbout = says.Word("parler"), Notices = [says.Word("avis")] }, new(true, true, true))));
        await Done(member.Do(new DeclareGroups(who, ["service-user"], Agrees: true)));

        var practice = Grains.GetGrain<IPracticeGrain>(NewId());
        await Done(practice.Do(new WritePractice(who, Written(says, "=1+1 ").ToByteArray(), Samples.Facts)));
        await Done(practice.Do(new RevisePractice(who, 1, Written(says, "=1+1 ").ToByteArray(), Samples.Facts, says.Word("note"))));
        var foreign = Grains.GetGrain<IPracticeGrain>(NewId());
        await Done(foreign.Do(new WritePractice(third, Written(others, "").ToByteArray(), Samples.Facts)));
        await Done(foreign.Do(new ShareInChapter(third, 1)));
        await Done(foreign.Do(new RevisePractice(who, 1, Written(others, "").ToByteArray(), Samples.Facts, says.Word("note d’autrui"))));

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

        var today = Dates.DayOf(TimeProvider.System.GetUtcNow());
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
                MeetingSamples.Plan.Items[0] with { Presenter = $"{says.Name} et {others.Word("collègue")}", Title = others.Word("présenté", to: says.Mark) },
                MeetingSamples.Plan.Items[1] with { Presenter = $"{says.Name}ine", Title = others.Word("point") },
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

        var charter = await chapter.Get<CharterQueries>().Find(Cancel);
        await Done(Grains.GetGrain<ICharterGrain>(Charter.TheId).Do(new PublishCharter(
            who, charter.Current, new(says.Word("charte"), says.Word("charter")), new(says.Word("quoi"), says.Word("what")))));
        Assert.True((await chapter.Get<InvitationStore>().Invite(
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

    private async Task<Taken> Take(Actor who, string path)
    {
        var browser = await chapter.SignIn(who.Id);
        var asked = await browser.Fill(path, "my-data", Cancel);
        Assert.True(asked.IsDone, asked.Words);
        var (status, bytes) = await browser.Download(asked.Location, Cancel);
        Assert.Equal(HttpStatusCode.OK, status);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return new(zip.Entries.ToDictionary(e => e.FullName, e => new StreamReader(e.Open(), Encoding.UTF8).ReadToEnd()));
    }

    private static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    private static async Task Done(Task<Result> result) => Assert.Empty((await result).Refusals);

    private sealed record Taken(IReadOnlyDictionary<string, string> Files)
    {
        public IEnumerable<string> Names => Files.Keys;

        public string Text { get; } = string.Join('\n', Files.Values);
    }

    /// <summary>Words that nobody else says; the first is the name that somebody goes by.</summary>
    private sealed class Canaries(string mark)
    {
        private readonly List<(string Word, string? To)> _said = [];

        public string Mark => mark;

        public string Address => $"{mark}-canari@exemple.org";

        public string Name => _said[0].Word;

        public IEnumerable<string> Said => _said.Select(s => s.Word);

        public IEnumerable<string> To(string whom) => _said.Where(s => s.To == whom).Select(s => s.Word);

        public string Word(string what, string? to = null)
        {
            _said.Add(($"{mark}{_said.Count:D3}x", to));
            return _said[^1].Word;
        }
    }
}
