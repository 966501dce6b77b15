using MimeKit;
using RecoveryCoP.Chapter.Comments;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Topics;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Notices;

/// <summary>The letters that nobody gets who does not ask: a summary on Mondays, and that somebody commented.</summary>
public abstract class Letters_for_who_asks(PostgresServer? server) : IAsyncLifetime
{
    private static readonly TimeSpan _untilNextMonday = TimeSpan.FromDays(7);
    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(server);

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task sum_up_on_monday_morning_what_is_new_and_what_comes_that_week_once()
    {
        var (asks, address) = await _chapter.AddMember();
        var (_, silent) = await _chapter.AddMember();
        await Ask(asks, "digest");
        await Propose("Dire non", at: TimeSpan.FromDays(1));
        await _chapter.Announce(new(2026, 3, 12, 18, 30, 0));
        await _chapter.Pass();
        var before = _chapter.Mail.To(silent).Count;

        await _chapter.Pass(_untilNextMonday - TimeSpan.FromDays(1)); // the clocks changed on Sunday
        await _chapter.Pass(TimeSpan.FromHours(1));
        await _chapter.Restart();
        await _chapter.Pass(TimeSpan.FromHours(1));

        var summary = Assert.Single(_chapter.Mail.To(address), IsSummary);
        Assert.Contains("Une rencontre cette semaine", summary.TextBody, StringComparison.Ordinal);
        Assert.Contains("Dire non", summary.TextBody, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe=One-Click", summary.Headers[HeaderId.ListUnsubscribePost], StringComparison.Ordinal);
        Assert.DoesNotContain(_chapter.Mail.To(silent).Skip(before), IsSummary);
    }

    [Fact]
    public async Task leave_out_a_week_in_which_nothing_is_new()
    {
        var (asks, address) = await _chapter.AddMember();
        await Ask(asks, "digest");

        await _chapter.Pass(_untilNextMonday);
        await _chapter.Pass(_untilNextMonday);

        Assert.Empty(_chapter.Mail.To(address));
    }

    [Fact]
    public async Task are_not_sent_when_the_week_is_half_over()
    {
        var (asks, address) = await _chapter.AddMember();
        await Ask(asks, "digest");
        await Propose("Dire non", at: TimeSpan.FromDays(1));

        await _chapter.Pass(_untilNextMonday + TimeSpan.FromDays(2)); // Thursday, after a power cut

        Assert.DoesNotContain(_chapter.Mail.To(address), IsSummary);
    }

    [Fact]
    public async Task tell_once_a_day_that_somebody_commented_and_neither_what_nor_who()
    {
        var (asks, address) = await _chapter.AddMember();
        var (other, _) = await _chapter.AddMember();
        var topic = await Propose("Dire non", by: asks);
        await Ask(asks, "comment");
        await Comment(topic, other, "C’est arrivé chez nous.");
        await Comment(topic, other, "Et encore.");

        Assert.Empty(await _chapter.Pass());
        var told = Assert.Single(await _chapter.Pass(TimeSpan.FromHours(2)));
        await Comment(topic, other, "Et de trois.");
        Assert.Empty(await _chapter.Pass(TimeSpan.FromHours(2)));

        Assert.Equal(address, told.To.Mailboxes.Single().Address);
        Assert.Equal("Un nouveau commentaire", told.Subject);
        Assert.DoesNotContain("chez nous", told.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("voisine", told.TextBody, StringComparison.Ordinal);
        Assert.Contains($"/fr/sujets/{topic}", told.TextBody, StringComparison.Ordinal);
        await Comment(topic, other, "Le lendemain.", TimeSpan.FromDays(1));
        Assert.Empty(await _chapter.Pass());
        Assert.Single(await _chapter.Pass(TimeSpan.FromHours(2)));
    }

    [Fact]
    public async Task tell_the_next_day_what_was_answered_after_the_first_one_went()
    {
        var (asks, address) = await _chapter.AddMember();
        var (other, _) = await _chapter.AddMember();
        var topic = await Propose("Dire non", by: asks);
        await Ask(asks, "comment");
        await Comment(topic, other, "Oui.");
        await _chapter.Pass();
        await _chapter.Pass(TimeSpan.FromHours(2));
        await Comment(topic, asks, "Comment?");
        await Comment(topic, other, "Ainsi.");
        Assert.Empty(await _chapter.Pass());
        Assert.Empty(await _chapter.Pass(TimeSpan.FromHours(6)));

        await _chapter.Pass(TimeSpan.FromHours(20));

        Assert.Equal(2, _chapter.Mail.To(address).Count);
    }

    [Fact]
    public async Task tell_nobody_of_their_own_comment_nor_of_one_that_was_hidden_meanwhile_nor_who_did_not_ask()
    {
        var (asks, address) = await _chapter.AddMember();
        var (other, silent) = await _chapter.AddMember();
        var topic = await Propose("Dire non", by: other);
        await Ask(asks, "comment");
        await Comment(topic, asks, "Merci.");
        Assert.Empty(await _chapter.Pass(TimeSpan.FromHours(2)));
        var said = await Comment(topic, other, "Marie m’en a parlé.");
        await _chapter.Pass();
        Assert.True((await Thread(topic).Do(new HideComment(_chapter.Facilitator, said, "On y reconnaît quelqu’un."))).Succeeded);

        Assert.Empty(await _chapter.Pass(TimeSpan.FromHours(2)));

        Assert.Empty(_chapter.Mail.To(address));
        Assert.Empty(_chapter.Mail.To(silent));
    }

    [Fact]
    public async Task end_by_the_request_of_a_mail_program()
    {
        var (asks, address) = await _chapter.AddMember();
        var (other, _) = await _chapter.AddMember();
        var topic = await Propose("Dire non", by: asks);
        await Ask(asks, "comment", "digest");
        await Comment(topic, other, "Oui.");
        await _chapter.Pass();
        await _chapter.Pass(TimeSpan.FromHours(2));
        using var program = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        using var asked = await program.PostAsync(new Uri(Assert.Single(_chapter.Mail.To(address)).Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>')), new FormUrlEncodedContent([]), Cancel);

        Assert.Equal(["digest"], (await _chapter.Get<MemberQueries>().Find(asks.Id, Cancel)).WantedLetters);
    }

    [Fact]
    public async Task are_from_the_community_by_name_for_those_who_choose_it()
    {
        var (open, address) = await _chapter.AddMember();
        var (_, discreet) = await _chapter.AddMember();
        Assert.True((await Member(open).Do(new ChooseLetters(open, [], [], NamedSender: true))).Succeeded);
        await _chapter.Announce(new(2026, 3, 24, 18, 30, 0));

        await _chapter.Pass();

        Assert.Equal("CdP Rétablissement Estrie", _chapter.Mail.To(address)[0].From.Mailboxes.Single().Name);
        Assert.Equal("Espace commun", _chapter.Mail.To(discreet)[0].From.Mailboxes.Single().Name);
    }

    private static bool IsSummary(MimeMessage letter) => letter.Subject == "Ce qu’il y a de nouveau cette semaine";

    private IMemberGrain Member(Actor who) => _chapter.Get<IGrainFactory>().GetGrain<IMemberGrain>(who.Id);

    private ICommentThreadGrain Thread(Guid about) => _chapter.Get<IGrainFactory>().GetGrain<ICommentThreadGrain>(about);

    private async Task Ask(Actor who, params string[] kinds) => Assert.True((await Member(who).Do(new ChooseLetters(who, [], kinds, NamedSender: false))).Succeeded);

    private async Task<Guid> Propose(string title, Actor? by = null, TimeSpan at = default)
    {
        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow() + at);
        var id = Guid.CreateVersion7(_chapter.Clock.GetUtcNow());
        Assert.True((await _chapter.Get<IGrainFactory>().GetGrain<ITopicGrain>(id).Do(
            new ProposeTopic(by ?? _chapter.Facilitator, new TopicContent { Title = title, Stream = TopicStream.System }))).Succeeded);
        return id;
    }

    private async Task<Guid> Comment(Guid about, Actor who, string text, TimeSpan later = default)
    {
        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow() + later + TimeSpan.FromMinutes(1));
        var id = Guid.CreateVersion7(_chapter.Clock.GetUtcNow());
        Assert.True((await Thread(about).Do(new WriteComment(who, Topic.Kind, id, new(text, "fr", ShowsName: false)))).Succeeded);
        return id;
    }
}

public sealed class Letters_for_who_asks_on_sqlite() : Letters_for_who_asks(null);

public sealed class Letters_for_who_asks_on_postgresql(PostgresServer server) : Letters_for_who_asks(server);
