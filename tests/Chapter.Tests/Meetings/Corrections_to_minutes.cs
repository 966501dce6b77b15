using System.Net;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Meetings;

public sealed class A_correction_to_minutes
{
    private static readonly DateTimeOffset _then = MeetingSamples.Now.AddDays(10);
    private static readonly Meeting _corrected = MeetingSamples.Corrected(MeetingSamples.WithMinutes());

    [Fact]
    public void is_one_when_its_form_is_sent_twice_and_another_text_is_not_taken_for_it()
    {
        Assert.Same(_corrected, _corrected.Try(Propose("Nous étions douze."), _then).Value);
        Assert.Equal(["meeting.correction-exists"], Codes(_corrected.Try(Propose("Nous étions treize."), _then)));
    }

    [Fact]
    public void has_an_end()
    {
        Assert.Equal(["meeting.correction-missing"], Codes(_corrected.Try(Propose(" "), _then)));
        Assert.Equal(["meeting.correction-too-long"], Codes(_corrected.Try(Propose(new string('a', 1001)), _then)));
        var full = Enumerable.Range(1, Correction.MostOfOne - 1).Aggregate(_corrected, (m, i) => m.Try(new ProposeCorrection(MeetingSamples.Member, new Guid(i, 0, 0, new byte[8]), "Encore", "fr"), _then).Value!);
        Assert.Equal(["meeting.corrections-too-many"], Codes(full.Try(new ProposeCorrection(MeetingSamples.Member, MeetingSamples.Later, "Encore", "fr"), _then)));
        Assert.True(full.Try(new ProposeCorrection(MeetingSamples.Owner, MeetingSamples.Later, "Encore", "fr"), _then).Succeeded);
    }

    [Fact]
    public void is_answered_with_a_word_when_it_is_not_taken_in_and_otherwise_when_somebody_thinks_better()
    {
        Assert.Equal(["meeting.correction-word-missing"], Codes(_corrected.Try(Answer(false, " "), _then)));
        var answered = _corrected.Try(Answer(false, "C’était treize."), _then).Value!;
        Assert.Equal((false, "C’était treize."), (answered.Minutes!.Corrections[0].Answer!.IsTaken, answered.Minutes.Corrections[0].Answer!.Word));
        Assert.Same(answered, answered.Try(Answer(false, "C’était treize."), _then.AddDays(1)).Value);
        Assert.True(answered.Try(Answer(true, ""), _then).Value!.Minutes!.Corrections[0].Answer!.IsTaken);
        Assert.Equal(["meeting.correction-unknown"], Codes(_corrected.Try(new AnswerCorrection(MeetingSamples.Secretary, MeetingSamples.Later, true, ""), _then)));
    }

    [Fact]
    public void stays_when_the_text_is_saved_again_and_ends_with_the_approval()
    {
        var saved = _corrected.Try(new WriteMinutes(MeetingSamples.Secretary, 1, "# Douze"), _then).Value!;
        Assert.Single(saved.Minutes!.Corrections);

        var approved = saved.Try(new ApproveMinutes(MeetingSamples.Facilitator, 2, MeetingSamples.Later), _then).Value!;

        Assert.Single(approved.Minutes!.Corrections);
        Assert.Equal(["meeting.minutes-approved"], Codes(approved.Try(new ProposeCorrection(MeetingSamples.Owner, MeetingSamples.Later, "Trop tard", "fr"), _then)));
        Assert.Equal(["meeting.minutes-approved"], Codes(approved.Try(Answer(true, ""), _then)));
        Assert.Equal(["meeting.minutes-none"], Codes(MeetingSamples.Closed().Try(Propose("Trop tôt"), _then)));
    }

    [Fact]
    public void is_forgotten_with_its_author_and_nobody_elses()
    {
        var two = _corrected.Try(new ProposeCorrection(MeetingSamples.Owner, MeetingSamples.Later, "La mienne", "fr"), _then).Value!;

        Assert.Equal(["La mienne"], two.Try(new ForgetInMeeting(Actor.Node, MeetingSamples.Member.Id, _then)).Value!.Minutes!.Corrections.Select(c => c.Text));
        Assert.Same(two, two.Try(new ForgetInMeeting(Actor.Node, MeetingSamples.Member.Id, MeetingSamples.Now)).Value);
    }

    private static IEnumerable<string> Codes(Result<Meeting> result) => result.Refusals.Select(r => r.Code);

    private static ProposeCorrection Propose(string text) => new(MeetingSamples.Member, MeetingSamples.Proposed, text, "fr");

    private static AnswerCorrection Answer(bool taken, string word) => new(MeetingSamples.Secretary, MeetingSamples.Proposed, taken, word);
}

public abstract class Corrections_to_minutes(PostgresServer? server) : IAsyncLifetime
{
    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(server);

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("/fr/rencontres/{0}/proces-verbal", "Pas encore de réponse", "Pas retenue", "Écrivez ce qui devrait être corrigé.")]
    [InlineData("/en/meetings/{0}/minutes", "No answer yet", "Not taken in", "Write what should be corrected.")]
    public async Task are_proposed_by_a_member_answered_by_the_secretary_and_shown_to_nobody_else(string address, string waits, string left, string says)
    {
        var (author, _) = await _chapter.AddMember();
        var (secretary, _) = await _chapter.AddMember(null, "fr", ChapterRoles.Secretary);
        var (other, _) = await _chapter.AddMember();
        var meeting = await Written();
        var path = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, meeting);
        using var hers = await SignIn(author);
        var refused = await hers.Fill(path, "correction", Cancel, ("Correction", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(says, refused.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await hers.Send(path, refused, "correction", Cancel, ("Correction", new string('a', 1001)))).Status);
        Assert.True((await hers.Send(path, refused, "correction", Cancel, ("Correction", "Nous étions <b>douze</b>."))).IsDone);
        var shown = (await hers.Open(path, Cancel)).Page.QuerySelector("#corrections")!;
        Assert.Contains("Nous étions <b>douze</b>.", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains(waits, shown.TextContent, StringComparison.Ordinal);

        using var others = await SignIn(other);
        Assert.Null((await others.Open(path, Cancel)).Page.QuerySelector("#corrections"));
        using var theirs = await SignIn(secretary);
        var editor = await theirs.Open($"/fr/rencontres/{meeting}/proces-verbal/rediger", Cancel);
        Assert.Contains("Nous étions", editor.Page.QuerySelector("#corrections")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("voisine", editor.Page.QuerySelector("#corrections")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["minutes"], editor.Forms.Where(f => f == "minutes" || f.StartsWith("correct", StringComparison.Ordinal)));
        var page = await theirs.Open(path, Cancel);
        var form = page.Forms.Single(f => f.StartsWith("correct-", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await theirs.Send(path, page, form, Cancel, ("Taken", "no"), ("Word", ""))).Status);
        Assert.True((await theirs.Send(path, page, form, Cancel, ("Taken", "no"), ("Word", "La liste en compte onze."))).IsDone);

        shown = (await hers.Open(path, Cancel)).Page.QuerySelector("#corrections")!;
        Assert.Contains(left, shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("La liste en compte onze.", shown.TextContent, StringComparison.Ordinal);
        Assert.Null((await theirs.Open($"/fr/rencontres/{meeting}/proces-verbal/rediger", Cancel)).Page.QuerySelector("#corrections"));
        await Approve(meeting);
        var after = await hers.Open(path, Cancel);
        Assert.False(after.Has("correction"));
        Assert.Contains("onze", after.Page.QuerySelector("#corrections")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task are_taken_back_by_their_author_and_go_with_them()
    {
        var (author, _) = await _chapter.AddMember();
        var meeting = await Written();
        var path = $"/fr/rencontres/{meeting}/proces-verbal";
        using var browser = await SignIn(author);
        await browser.Fill(path, "correction", Cancel, ("Correction", "Une première"));
        var page = await browser.Open(path, Cancel);
        Assert.True((await browser.Send(path, page, page.Forms.Single(f => f.StartsWith("take-back-correction-", StringComparison.Ordinal)), Cancel)).IsDone);
        Assert.Null((await browser.Open(path, Cancel)).Page.QuerySelector("#corrections"));
        await browser.Fill(path, "correction", Cancel, ("Correction", "Une deuxième"));
        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow().AddHours(1));
        Assert.True((await _chapter.Get<People>().End(new(author, author.Id), Cancel)).Succeeded);

        await _chapter.Pass();

        Assert.Equal(0, await _chapter.Get<Database>().Find<long>("select count(*) from grain_state where kind = 'meeting' and cast(state as text) like '%deuxième%'", null, Cancel));
    }

    private async Task<FormClient> SignIn(Actor who)
    {
        var browser = _chapter.NewBrowser();
        await browser.SignIn((await _chapter.Get<SignInLinks>().Create(who.Id, Cancel))!.ToString(), Cancel);
        return browser;
    }

    // A meeting that is over, with a draft of its minutes.
    private async Task<Guid> Written()
    {
        var id = await _chapter.Announce(MeetingSamples.Plan.Start);
        _chapter.Clock.AdjustTime(MeetingSamples.Plan.StartsAt);
        await _chapter.Do(id, new BeginMeeting(_chapter.Facilitator));
        await _chapter.Do(id, new CloseMeeting(_chapter.Facilitator));
        await _chapter.Do(id, new WriteMinutes(_chapter.Facilitator, 0, "# Présences\n\nOnze personnes."));
        return id;
    }

    private async Task Approve(Guid meeting) => await _chapter.Do(meeting, new ApproveMinutes(_chapter.Facilitator, 1, MeetingSamples.Later));
}

public sealed class Corrections_to_minutes_on_sqlite() : Corrections_to_minutes(null);

public sealed class Corrections_to_minutes_on_postgresql(PostgresServer server) : Corrections_to_minutes(server);
