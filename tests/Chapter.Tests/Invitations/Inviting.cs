using System.Net;
using MimeKit;
using RecoveryCoP.Chapter.Invitations;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.MailSetup;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Invitations;

public abstract class Inviting(PostgresServer? server) : IAsyncLifetime
{
    private static readonly TimeSpan _undo = TimeSpan.FromMinutes(10), _day = TimeSpan.FromDays(1);
    private WritingChapter _chapter = null!;
    private Actor _member = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _chapter = await WritingChapter.Start(server);
        (_member, _) = await _chapter.AddMember();
    }

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task writes_one_letter_in_both_languages_that_names_neither_community_nor_inviter_on_a_lock_screen()
    {
        await Invite(_member, "amie@exemple.org", "Viens donc!\nhttps://exemple.org");
        Assert.Empty(await _chapter.Pass());

        var letter = Assert.Single(await _chapter.Pass(_undo));

        Assert.Equal("amie@exemple.org", letter.To.Mailboxes.Single().Address);
        Assert.Equal("Une invitation · An invitation", letter.Subject);
        Assert.DoesNotContain("Rétablissement", letter.Subject + letter.From + string.Concat(Plain(letter).Split('\n').Take(3)), StringComparison.Ordinal);
        Assert.Contains("CdP Rétablissement Estrie est une communauté de pratique", Plain(letter), StringComparison.Ordinal);
        Assert.Contains("CdP Rétablissement Estrie is a community of practice", Plain(letter), StringComparison.Ordinal);
        Assert.Contains("> Viens donc!\n> https://exemple.org\n", Plain(letter), StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"https://exemple.org\"", letter.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("voisine", letter.ToString(), StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", letter.Headers[HeaderId.ListUnsubscribePost]);
        Assert.Equal("auto-generated", letter.Headers[HeaderId.AutoSubmitted]);
        Assert.Empty(await Later(_day));
    }

    [Fact]
    public async Task writes_in_one_language_where_the_roster_says_so()
    {
        var (executive, _) = await _chapter.AddMember(null, "fr", ChapterRoles.Executive);
        Assert.True((await Store.Invite(new(executive, NewId(), Roster.Read("Courriel,Langue\na@exemple.org,en\nb@exemple.org,fr").Value!.Listed(0, 1), ""), Cancel)).Succeeded);

        var sent = await _chapter.Pass(_undo);

        Assert.Equal(["An invitation", "Une invitation"], sent.OrderBy(l => l.To.Mailboxes.Single().Address).Select(l => l.Subject));
        Assert.DoesNotContain("Bonjour", sent.Single(l => l.Subject == "An invitation").TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task tells_its_inviter_nothing_of_who_is_a_member_was_invited_or_wants_none()
    {
        var (_, ofMember) = await _chapter.AddMember();
        var (other, _) = await _chapter.AddMember();
        await Invite(other, "deja@exemple.org");
        await Store.Refuse(await _chapter.Get<AddressHashes>().Of(EmailAddress.Parse("jamais@exemple.org")!, Cancel), Cancel);
        await _chapter.Pass(_undo);

        await Invite(_member, $"{ofMember} deja@exemple.org jamais@exemple.org nouveau@exemple.org");
        Assert.All(await Rows(_member), r => Assert.True(r.IsWaiting));
        _chapter.Mail.HangsUp = true; // the server is away: the one that goes waits for it, and looks like the others
        await _chapter.Pass(_undo);
        Assert.All(await Rows(_member), r => Assert.False(r.IsWaiting));
        _chapter.Mail.HangsUp = false;
        await _chapter.Pass(_undo);

        Assert.Equal(["d…@exemple.org", "j…@exemple.org", "n…@exemple.org", "v…@exemple.org"], (await Rows(_member)).Select(r => r.Shown).Order(StringComparer.Ordinal));
        Assert.Empty(_chapter.Mail.To(ofMember));
        Assert.Empty(_chapter.Mail.To("jamais@exemple.org"));
        Assert.Single(_chapter.Mail.To("deja@exemple.org"));
        Assert.Equal(2, _chapter.Mail.To("nouveau@exemple.org").Count); // handed in twice, under one id: the server hung up on the first
        Assert.Single(_chapter.Mail.To("nouveau@exemple.org").Select(l => l.MessageId).Distinct());
    }

    [Fact]
    public async Task takes_the_variants_of_an_address_for_the_one_person_that_they_are()
    {
        Assert.Equal([false, true], AddressList.Read("amie+a@exemple.org amie+b@exemple.org").Select(p => p.IsRepeated));
        await Invite(_member, "amie+a@exemple.org");
        await _chapter.Pass(_undo);
        await Store.Refuse(await _chapter.Get<AddressHashes>().Of(EmailAddress.Parse("amie@exemple.org")!, Cancel), Cancel);

        await Invite(_member, "amie+b@exemple.org");
        Assert.Empty(await Later(_day));
        Assert.Equal(["amie+a@exemple.org"], _chapter.Mail.Letters.Select(l => l.To.Mailboxes.Single().Address));
    }

    [Fact]
    public async Task waits_for_a_mail_server_and_goes_once_there_is_one()
    {
        await using var chapter = await WritingChapter.Start(null, ("Mail:Host", ""));
        var (who, _) = await chapter.AddMember();
        Assert.True((await chapter.Get<InvitationStore>().Invite(new(who, NewId(), AddressList.Read("amie@exemple.org"), ""), Cancel)).Succeeded);
        await Later(_undo, chapter);
        Assert.True(Assert.Single(Assert.Single(await chapter.Get<InvitationStore>().Of(who, Cancel)).Rows).IsWaiting);

        var (steward, _) = await chapter.AddMember(null, "fr", ChapterRoles.Steward);
        var chosen = new MailSetupForm { Host = "127.0.0.1", Port = chapter.Mail.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), Security = "none" };
        Assert.True((await chapter.Get<MailServerSetup>().Choose(steward, chosen, Cancel)).Succeeded);

        Assert.Single(await Later(_undo, chapter));
    }

    [Fact]
    public async Task leaves_members_half_of_what_goes_in_a_day_and_counts_for_the_rest()
    {
        await using var chapter = await WritingChapter.Start(null, ("Mail:MostPerDay", "4"));
        var (who, _) = await chapter.AddMember();
        Assert.True((await chapter.Get<InvitationStore>().Invite(new(who, NewId(), AddressList.Read("a@exemple.org b@exemple.org c@exemple.org"), ""), Cancel)).Succeeded);
        Assert.Equal(2, (await Later(_undo, chapter)).Count);

        for (var number = 0; number < 3; number++)
        {
            await chapter.AddMember();
        }

        await chapter.Announce(new(2026, 3, 24, 18, 30, 0));
        Assert.Equal(2, (await chapter.Pass()).Count);
    }

    [Fact]
    public async Task can_be_taken_back_by_its_inviter_until_its_turn_comes()
    {
        await Invite(_member, "a@exemple.org b@exemple.org c@exemple.org");
        var rows = await Rows(_member);
        var (other, _) = await _chapter.AddMember();
        Assert.Equal("invitation.stale", (await Store.TakeBack(other, rows[0].Id, Cancel)).Refusals.Single().Code);

        Assert.True((await Store.TakeBack(_member, rows[0].Id, Cancel)).Succeeded);
        Assert.Equal(2, (await Rows(_member)).Count);
        Assert.True((await Store.TakeBack(_member, rows[0].Batch, Cancel)).Succeeded);
        Assert.Empty(await Store.Of(_member, Cancel));
        Assert.Equal(0, await Count("1 = 1"));
        Assert.Empty(await _chapter.Pass(_undo));

        await Invite(_member, "a@exemple.org");
        Assert.Single(await _chapter.Pass(_undo));
        Assert.Equal("invitation.stale", (await Store.TakeBack(_member, (await Rows(_member)).Single().Id, Cancel)).Refusals.Single().Code);
    }

    [Fact]
    public async Task ends_for_ever_by_one_request_of_a_mail_program()
    {
        await Invite(_member, "amie@exemple.org");
        var letter = Assert.Single(await _chapter.Pass(_undo));
        using var program = new HttpClient();

        var answer = await program.PostAsync(new Uri(letter.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>')), new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]), Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await StaysAwayFrom("amie@exemple.org");
    }

    [Theory]
    [InlineData("/fr/invitation/")]
    [InlineData("/en/invitation/")]
    public async Task leads_to_a_page_that_says_what_this_is_names_nobody_and_ends_it_with_a_button(string path)
    {
        await Invite(_member, "amie@exemple.org", "C’est moi");
        var letter = Assert.Single(await _chapter.Pass(_undo));
        var link = new Uri(Plain(letter).Split('\n').First(l => l.Contains(path, StringComparison.Ordinal))).AbsolutePath;
        using var browser = _chapter.NewBrowser();

        var page = await browser.Open(link, Cancel);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("voisine", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("amie", page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector($"main a[href='{(path.StartsWith("/fr", StringComparison.Ordinal) ? "/fr/joindre" : "/en/join")}']"));
        Assert.Equal(1, await Count("address is not null")); // opening changes nothing
        Assert.Equal(HttpStatusCode.OK, (await browser.Send(link, page, "never", Cancel)).Status);
        await StaysAwayFrom("amie@exemple.org");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"{path}autre-chose", Cancel)).Status);
    }

    [Fact]
    public async Task goes_to_five_a_day_and_the_others_follow_whatever_stops_and_starts()
    {
        await Invite(_member, string.Join(' ', Enumerable.Range(0, 12).Select(i => $"a{i}@exemple.org")));

        Assert.Equal(5, (await _chapter.Pass(_undo)).Count);
        await _chapter.Restart();
        Assert.Empty(await Later(TimeSpan.FromHours(8)));
        Assert.Equal(5, (await Later(_day)).Count);
        Assert.Equal(2, (await Later(_day)).Count);
        Assert.Equal(12, _chapter.Mail.Letters.Select(l => l.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task from_a_roster_of_five_thousand_goes_to_two_hundred_a_day_and_shows_how_far_it_is()
    {
        _chapter.Mail.HangsUp = true; // what counts is whose turn has come
        var (steward, _) = await _chapter.AddMember(null, "fr", ChapterRoles.Steward);
        var roster = Roster.Read(string.Join('\n', Enumerable.Range(0, 5000).Select(i => $"personne{i}@exemple.org"))).Value!.Listed(0, null);
        Assert.True((await Store.Invite(new(steward, NewId(), roster, ""), Cancel)).Succeeded);

        List<long> waiting = [];
        foreach (var later in (TimeSpan[])[TimeSpan.Zero, _undo, TimeSpan.FromHours(1), _day])
        {
            await Later(later);
            waiting.Add(Assert.Single(await Store.Of(steward, Cancel)).Waiting);
        }

        Assert.Equal([5000, 4800, 4800, 4600], waiting);
        Assert.True((await Store.TakeBack(steward, (await Store.Of(steward, Cancel))[0].Id, Cancel)).Succeeded);
        Assert.Equal(400, await Count("1 = 1"));
        Assert.Equal(0, (await Store.Of(steward, Cancel))[0].Waiting);
    }

    [Fact]
    public async Task waits_for_the_morning()
    {
        await Later(TimeSpan.FromHours(11.9)); // five to nine in the evening
        await Invite(_member, "amie@exemple.org");

        Assert.Empty(await _chapter.Pass(_undo));
        Assert.Single(await Later(TimeSpan.FromHours(11)));
    }

    [Fact]
    public async Task keeps_to_what_the_provider_takes_in_a_day()
    {
        await using var small = await WritingChapter.Start(server, ("Mail:MostPerDay", "4"));
        var (member, _) = await small.AddMember();
        Assert.True((await small.Get<InvitationStore>().Invite(new(member, NewId(), AddressList.Read("a@exemple.org b@exemple.org c@exemple.org"), ""), Cancel)).Succeeded);

        Assert.Equal(2, (await small.Pass(_undo)).Count);
        Assert.Empty(await Later(TimeSpan.FromHours(1), small));
        Assert.Single(await Later(_day, small));
    }

    [Fact]
    public async Task ends_when_the_server_does_not_know_the_address_and_goes_on_with_the_others()
    {
        _chapter.Mail.Unknown["inconnue@exemple.org"] = true;
        await Invite(_member, "inconnue@exemple.org amie@exemple.org");

        Assert.Equal("amie@exemple.org", Assert.Single(await _chapter.Pass(_undo)).To.Mailboxes.Single().Address);
        _chapter.Mail.Unknown.Clear();
        Assert.Empty(await Later(_day));
        Assert.All(await Rows(_member), r => Assert.False(r.IsWaiting));
    }

    [Fact]
    public async Task forgets_the_address_after_thirty_days_and_all_after_a_year()
    {
        await Invite(_member, "amie@exemple.org", "Viens!");
        await _chapter.Pass(_undo);

        await Later(TimeSpan.FromDays(29));
        Assert.Equal(1, await Count("address = 'amie@exemple.org' and words = 'Viens!'"));
        await Later(TimeSpan.FromDays(2));
        Assert.Equal(1, await Count("address is null and words is null and shown is null and inviter is null and stay is null"));
        Assert.Empty(await Store.Of(_member, Cancel));
        await Invite(_member, "amie@exemple.org");
        Assert.Empty(await Later(_day)); // still only one letter

        await Later(TimeSpan.FromDays(366));
        Assert.Equal(0, await Count("1 = 1"));
    }

    [Fact]
    public async Task forgets_the_address_of_whoever_joins_and_shows_no_difference()
    {
        await Invite(_member, "amie@exemple.org", "Viens!");
        await _chapter.Pass(_undo);
        var before = await Rows(_member);

        await _chapter.AddMember("amie@exemple.org");
        await _chapter.Pass();

        Assert.Equal(0, await Count("address is not null or words is not null"));
        Assert.Equal(before, await Rows(_member));
    }

    [Fact]
    public async Task does_not_go_once_its_inviter_has_left()
    {
        await Invite(_member, "amie@exemple.org");
        Assert.True((await _chapter.Get<People>().End(new EndMembership(_member, _member.Id), Cancel)).Succeeded);

        Assert.Empty(await _chapter.Pass(_undo));
        Assert.Equal(0, await Count("1 = 1"));
    }

    [Fact]
    public async Task once_shown_is_sent_once_however_often_the_form_is()
    {
        var batch = NewId();
        for (var i = 0; i < 2; i++)
        {
            Assert.True((await Store.Invite(new(_member, batch, AddressList.Read("amie@exemple.org"), ""), Cancel)).Succeeded);
        }

        Assert.Equal(1, await Count("1 = 1"));
    }

    [Theory]
    [InlineData("", 20)]
    [InlineData("facilitator", 20)]
    [InlineData("secretary", 20)]
    [InlineData("privacy-officer", 20)]
    [InlineData("executive", 5000)]
    [InlineData("steward", 5000)]
    public async Task is_for_every_member_and_in_numbers_for_those_who_answer_for_it(string role, int most)
    {
        var (who, _) = await _chapter.AddMember(null, "fr", role.Length > 0 ? [role] : []);

        Assert.Equal("invitation.too-many", (await Store.Invite(new(who, NewId(), People(most + 1), ""), Cancel)).Refusals.Single().Code);
        Assert.True((await Store.Invite(new(who, NewId(), People(most), ""), Cancel)).Succeeded);
    }

    [Fact]
    public async Task is_refused_and_records_nothing()
    {
        Assert.Equal(Access.MembersOnly, (await Store.Invite(new(new(Guid.Empty, []), NewId(), People(1), ""), Cancel)).Refusals.Single().Code);
        Assert.Equal(Access.MembersOnly, (await Store.Invite(new(new(NewId(), []), NewId(), People(1), ""), Cancel)).Refusals.Single().Code);
        Assert.Equal("invitation.nobody", (await Store.Invite(new(_member, NewId(), AddressList.Read("personne"), ""), Cancel)).Refusals.Single().Code);
        Assert.Equal("form.too-long", (await Store.Invite(new(_member, NewId(), People(1), new string('a', 301)), Cancel)).Refusals.Single().Code);
        Assert.Equal(0, await Count("1 = 1"));

        Assert.True((await Store.Invite(new(_member, NewId(), People(15), ""), Cancel)).Succeeded);
        Assert.Equal("invitation.too-many-waiting", (await Store.Invite(new(_member, NewId(), People(6), ""), Cancel)).Refusals.Single().Code);
        Assert.Equal(15, await Count("1 = 1"));
    }

    [Fact]
    public async Task knows_who_wants_none_after_the_next_start_and_keeps_no_address_of_theirs()
    {
        await Invite(_member, "amie@exemple.org");
        var hash = await _chapter.Get<AddressHashes>().Of(EmailAddress.Parse("amie@exemple.org")!, Cancel);
        await _chapter.Restart();

        Assert.Equal(hash, await _chapter.Get<AddressHashes>().Of(EmailAddress.Parse("amie@exemple.org")!, Cancel));
        var kept = await _chapter.Get<Database>().Find<byte[]>("select key from invitation_key", null, Cancel);
        Assert.NotEqual(32, kept!.Length); // sealed
    }

    private InvitationStore Store => _chapter.Get<InvitationStore>();

    private Guid NewId() => Guid.CreateVersion7(_chapter.Clock.GetUtcNow());

    private async Task Invite(Actor who, string addresses, string words = "")
    {
        var result = await Store.Invite(new(who, NewId(), AddressList.Read(addresses), words), Cancel);
        Assert.True(result.Succeeded, string.Join(", ", result.Refusals));
    }

    // Hours and days pass at once: every timer of the program that fires for each of their seconds takes longer than all the rest.
    private Task<IReadOnlyList<MimeMessage>> Later(TimeSpan time, WritingChapter? chapter = null)
    {
        chapter ??= _chapter;
        chapter.Clock.AdjustTime(chapter.Clock.GetUtcNow() + time);
        return chapter.Pass();
    }

    private async Task StaysAwayFrom(string address)
    {
        Assert.Equal(0, await Count("address is not null or words is not null"));
        await Invite(_member, address);
        Assert.Empty(await _chapter.Pass(_undo));
        Assert.All(await Rows(_member), r => Assert.False(r.IsWaiting));
    }

    private static IReadOnlyList<ListedAddress> People(int count) => AddressList.Read(string.Join(' ', Enumerable.Range(0, count).Select(i => $"personne{i}@exemple.org")));

    private async Task<IReadOnlyList<SentInvitation>> Rows(Actor who) => [.. (await Store.Of(who, Cancel)).SelectMany(b => b.Rows)];

    private Task<long> Count(string where) => _chapter.Get<Database>().Find<long>($"select count(*) from invitation where {where}", null, Cancel);

    private static string Plain(MimeMessage letter) => letter.TextBody!.ReplaceLineEndings("\n").Replace('\u00a0', ' ').Replace('\u202f', ' ');
}

public sealed class Inviting_on_sqlite() : Inviting(null);

public sealed class Inviting_on_postgresql(PostgresServer server) : Inviting(server);
