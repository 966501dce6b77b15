using MimeKit;
using RecoveryCoP.Chapter.Committees;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Tests.Committees;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Notices;

public abstract class Letters_about_seats(PostgresServer? server) : IAsyncLifetime
{
    private static readonly Guid _seat = Committee.BuiltIn.Seats[1].Id;
    private WritingChapter _chapter = null!;
    private Actor _executive = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DateOnly Today => Dates.DayOf(_chapter.Clock.GetUtcNow());

    public async ValueTask InitializeAsync()
    {
        _chapter = await WritingChapter.Start(server);
        _executive = (await _chapter.AddMember("executif@exemple.org", "fr", ChapterRoles.Executive)).Who;
    }

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task say_which_seat_and_until_when_and_lead_to_where_one_answers()
    {
        var (asked, address) = await _chapter.AddMember();
        await Offer(asked, new(2027, 3, 1));

        Assert.Empty(await _chapter.Pass());
        var letter = Assert.Single(await _chapter.Pass(TimeSpan.FromMinutes(20)));

        Assert.Equal((address, "Un siège vous est proposé"), (letter.To.Mailboxes.Single().Address, letter.Subject));
        Assert.Contains("Le siège : Secrétariat (Comité exécutif), jusqu’au 1er mars 2027.", Plain(letter), StringComparison.Ordinal);
        Assert.DoesNotContain("executif", Plain(letter), StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", letter.Headers[HeaderId.ListUnsubscribePost]);
        using var browser = _chapter.NewBrowser();
        await browser.SignIn((await _chapter.Get<SignInLinks>().Create(asked.Id, Cancel))!.ToString(), Cancel);
        var path = new Uri(Plain(letter).Split('\n').Single(line => line.Contains("/fr/comites/", StringComparison.Ordinal))).AbsolutePath;
        Assert.True((await browser.Fill(path, $"accept-seat-{_seat}", Cancel)).IsDone);
        await _chapter.Restart();
        Assert.Empty(await _chapter.Pass(TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task do_not_name_a_seat_that_is_kept_for_a_group()
    {
        var (asked, _) = await _chapter.AddMember(language: "en");
        var (special, seat) = (Guid.CreateVersion7(_chapter.Clock.GetUtcNow()), CommitteeSamples.SeatId);
        await Do(new MakeCommittee(_executive, CommitteeSamples.Content), special);
        await Do(new AddSeat(_executive, seat, CommitteeSamples.KeptSeat), special);
        await Do(new OfferSeat(_executive, seat, asked.Id, Today, new(2027, 3, 1)), special);
        await _chapter.Pass();

        var text = Plain(Assert.Single(await _chapter.Pass(TimeSpan.FromMinutes(20))));

        Assert.Contains("The committee: Colloque. The term is until March 1, 2027.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Accueil", text, StringComparison.Ordinal);
        Assert.DoesNotContain("service", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task ask_whoever_holds_a_seat_whether_they_go_on()
    {
        var (holder, _) = await _chapter.AddMember();
        await Offer(holder, new(2027, 3, 1));
        await Do(new AcceptSeat(holder, _seat, Today, new(2027, 3, 1), ""));
        await Do(new RenewTerm(_executive, _seat, new(2028, 3, 1)));
        await _chapter.Pass();

        var text = Plain(Assert.Single(await _chapter.Pass(TimeSpan.FromMinutes(20))));

        Assert.Contains("garder votre siège", text, StringComparison.Ordinal);
        Assert.Contains("jusqu’au 1er mars 2028", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task do_not_go_when_the_offer_was_taken_back_or_answered_before()
    {
        var (first, _) = await _chapter.AddMember();
        await Offer(first, new(2027, 3, 1));
        await _chapter.Pass();
        await Do(new TakeBackSeatOffer(_executive, _seat));
        Assert.Empty(await _chapter.Pass(TimeSpan.FromHours(1)));

        var (second, _) = await _chapter.AddMember();
        await Offer(second, new(2027, 3, 1));
        await _chapter.Pass();
        await Do(new DeclineSeat(second, _seat));
        Assert.Empty(await _chapter.Pass(TimeSpan.FromHours(1)));

        await Offer(second, new(2027, 3, 1));
        await _chapter.Pass();
        Assert.Single(await _chapter.Pass(TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task tell_another_last_day_and_the_same_one_once()
    {
        var (asked, _) = await _chapter.AddMember();
        await Offer(asked, new(2027, 3, 1));
        await _chapter.Pass();
        Assert.Single(await _chapter.Pass(TimeSpan.FromMinutes(20)));

        await Do(new TakeBackSeatOffer(_executive, _seat));
        await Offer(asked, new(2027, 3, 1));
        await _chapter.Pass();
        Assert.Empty(await _chapter.Pass(TimeSpan.FromMinutes(20)));

        await Do(new TakeBackSeatOffer(_executive, _seat));
        await Offer(asked, new(2027, 6, 1));
        await _chapter.Pass();
        Assert.Contains("1er juin 2027", Plain(Assert.Single(await _chapter.Pass(TimeSpan.FromMinutes(20)))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task wait_for_the_morning_and_are_not_for_who_left_or_wants_none()
    {
        var (leaver, _) = await _chapter.AddMember();
        var (silent, _) = await _chapter.AddMember();
        var (asked, address) = await _chapter.AddMember();
        Assert.True((await _chapter.Get<IGrainFactory>().GetGrain<IMemberGrain>(silent.Id).Do(new DeclineLetters(silent, "seat"))).Succeeded);
        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow().AddHours(12.5)); // half past nine in the evening
        await Offer(leaver, new(2027, 3, 1), Committee.BuiltIn.Seats[0].Id);
        await Offer(silent, new(2027, 3, 1), Committee.BuiltIn.Seats[2].Id);
        await Offer(asked, new(2027, 3, 1));
        await _chapter.Pass();
        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow().AddMinutes(1));
        Assert.True((await _chapter.Get<People>().End(new(leaver, leaver.Id), Cancel)).Succeeded);

        Assert.Empty(await _chapter.Pass(TimeSpan.FromHours(10)));
        Assert.Equal(address, Assert.Single(await _chapter.Pass(TimeSpan.FromHours(1))).To.Mailboxes.Single().Address);
    }

    private Task Offer(Actor asked, DateOnly until, Guid? seat = null) => Do(new OfferSeat(_executive, seat ?? _seat, asked.Id, Today, until));

    private async Task Do<T>(T operation, Guid? committee = null) where T : IOperation<Committee> =>
        Assert.Empty((await _chapter.Get<IGrainFactory>().Committee(committee ?? Committee.TheExecutive).Do(operation)).Refusals);

    private static string Plain(MimeMessage letter) => letter.TextBody!.ReplaceLineEndings("\n").Replace('\u00a0', ' ').Replace('\u202f', ' ');
}

public sealed class Letters_about_seats_on_sqlite() : Letters_about_seats(null);

public sealed class Letters_about_seats_on_postgresql(PostgresServer server) : Letters_about_seats(server);
