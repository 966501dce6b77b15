using RecoveryCoP.Federation.V1;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.TestingHost;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Trust;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using V1 = RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Chapter.Tests.Practices;

public abstract class A_practice_grain : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private InProcessTestCluster _cluster = null!;
    private Database _database = null!;
    private int _next = 100;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IServiceProvider Silo => _cluster.Silos[0].ServiceProvider;

    private PracticeQueries Queries => Silo.GetRequiredService<PracticeQueries>();

    protected abstract Task<Database> Connect(TemporaryFolder folder);

    public async ValueTask InitializeAsync()
    {
        _database = await Connect(_folder);
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(TimeProvider.System);
            silo.Services.AddStorage();
            silo.Services.AddSingleton(_database);
            FoundedNode.Add(silo.Services, _folder);
            silo.Services.AddPractices();
            silo.Services.AddLogging(l => l.SetMinimumLevel(LogLevel.None));
            silo.AddGrainStates();
        });
        var node = typeof(Database).Assembly;
        await new Migrator(_database, [new(node, "Storage"), new(node, "Hosting"), new(node, "Accounts"), new(node, "Feed"), new(typeof(Practice).Assembly, "Practices")], TimeProvider.System, NullLogger<Migrator>.Instance).Migrate(Cancel);
        _cluster = builder.Build();
        await _cluster.DeployAsync();
        await FoundedNode.Found(Silo, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task keeps_every_text_it_ever_had()
    {
        var (id, grain) = New();
        await Done(grain.Do(Samples.Write(Samples.Author)));
        await Done(grain.Do(Samples.Revise(Samples.Author, 1)));

        var practice = (await Queries.Find(id, Samples.Author, Cancel))!;

        Assert.Equal(Samples.Text(), await Queries.TextOf(practice, 1, Samples.Author, Cancel));
        Assert.Equal(Samples.Text("Le café du jeudi"), await Queries.TextOf(practice, 2, Samples.Author, Cancel));
        Assert.Null(await Queries.TextOf(practice, 3, Samples.Author, Cancel));
        Assert.Null(await Queries.TextOf(practice, 0, Samples.Author, Cancel));
    }

    [Fact]
    public async Task leaves_nothing_behind_when_it_refuses()
    {
        var (id, grain) = New();

        Assert.Equal("access.members-only", (await grain.Do(Samples.Write(Samples.Nobody))).Refusals.Single().Code);

        Assert.Null(await Queries.Find(id, Samples.Executive, Cancel));
        Assert.Equal(0, await _database.Find<long>("select count(*) from text", null, Cancel));
        Assert.Equal(0, await _database.Find<long>("select count(*) from change_log", null, Cancel));
    }

    [Fact]
    public async Task is_news_once_in_the_readers_language_and_leads_to_the_other()
    {
        var (french, original) = New();
        var (english, translation) = New();
        await Done(original.Do(Samples.Write(Samples.Author)));
        await Done(original.Do(Samples.ShareHere(Samples.Author)));
        await Done(translation.Do(Samples.Write(Samples.Author, Samples.Text("The recovery coffee")) with { Facts = Samples.Facts with { Language = "en", TranslationOf = french } }));

        // A draft is its author's alone, and hides nothing.
        Assert.Equal([french], await News(Language.English));
        Assert.Equal(english, await Other(french, Samples.Author));
        Assert.Null(await Other(french, Samples.Someone(77)));

        await Done(translation.Do(Samples.ShareHere(Samples.Author)));
        Assert.Equal([french], await News(Language.French));
        Assert.Equal([english], await News(Language.English));
        Assert.Equal((english, french), (await Other(french, Samples.Someone(77)), await Other(english, Samples.Someone(77))));
        Assert.Equal((english, french), (await Marked(french), await Marked(english)));

        await Done(original.Do(new WithdrawPractice(Samples.Author, WithdrawalReason.Author)));
        Assert.Equal([english], await News(Language.French));
        Assert.Null(await Other(english, Samples.Author));
        Assert.Null(await Marked(english));

        async Task<IEnumerable<Guid>> News(Language reader) => (await Queries.News(reader, 10, Cancel)).Select(r => r.Id).Where(id => id == french || id == english);

        async Task<Guid?> Marked(Guid id) => (await Queries.List(Samples.Someone(77), null, 1, 100, Cancel)).Single(r => r.Id == id).InOtherLanguage;

        async Task<Guid?> Other(Guid id, Actor reader) => (await Queries.InOtherLanguage((await Queries.Find(id, Samples.Author, Cancel))!, reader, Cancel))?.Id;
    }

    [Fact]
    public async Task takes_no_more_than_a_days_share_of_one_person_and_says_so()
    {
        var busy = Samples.Someone(501);
        var refused = new List<string>();
        for (var number = 0; number < 60; number++)
        {
            var text = Samples.Text($"Brouillon {number}");
            text.Text = new string('a', 180 * 1024);
            refused.AddRange((await New().Grain.Do(Samples.Write(busy, text))).Refusals.Select(r => r.Code));
        }

        Assert.Equal(Enumerable.Repeat("storage.enough-for-today", 60 - 45), refused);
        await Done(New().Grain.Do(Samples.Write(Samples.Someone(502))));
    }

    [Fact]
    public async Task says_what_it_was_adapted_from_though_both_wait_to_be_said()
    {
        var ((original, first), (id, adaptation)) = (New(), New());
        await Done(first.Do(Samples.Write(Samples.Author)));
        await Done(first.Do(Samples.ShareHere(Samples.Author)));
        await Done(adaptation.Do(Samples.Write(Samples.Author, Samples.Text("Le thé du mardi")) with { Facts = Adapted(new(original)) }));
        await Done(adaptation.Do(Samples.ShareHere(Samples.Author)));
        await Hush();
        await Done(adaptation.Do(Samples.Share(Samples.Executive)));
        await Done(first.Do(Samples.Share(Samples.Executive)));
        await Node.Speak(Cancel);
        await CatchUp();
        // The network's own, whatever a later form says of it.
        await Done(adaptation.Do(Samples.Revise(Samples.Author, 1, "Le thé du mercredi") with { Facts = Adapted(new(null, "elsewhere", new string('0', 64))) }));
        await CatchUp();

        var said = (await Said()).Select(s => V1.PracticeRevision.Parser.ParseFrom(s.Payload)).ToList();
        var item = Convert.ToHexString((await Queries.ItemOf(original, 1, Cancel))!);
        Assert.Equal([(original, null, ""), (id, item, "place"), (id, item, "place")], said.Select(s =>
            (new Guid(s.About.Id.Span, bigEndian: true), s.AdaptedFrom is { } origin ? Convert.ToHexString(origin.ItemId.Span) : null, string.Join(' ', s.AdaptedParts))));
        Assert.Equal(Silo.GetRequiredService<ThisNode>().Identity.Id.Value, said[^1].AdaptedFrom.NodeId);
    }

    [Fact]
    public async Task says_of_what_a_revision_takes_something_up_and_still_knows_it_after_a_restore()
    {
        var (node, item) = (string.Concat(Enumerable.Repeat("ab23", 8)), Convert.ToHexStringLower(Enumerable.Repeat((byte)7, 32).ToArray()));
        var (id, grain) = New();
        await Done(grain.Do(Samples.Write(Samples.Author)));
        await Done(grain.Do(Samples.ShareHere(Samples.Author)));
        await Done(grain.Do(Samples.Share(Samples.Executive)));
        await Done(grain.Do(Samples.Revise(Samples.Author, 1) with { TakenFrom = new(null, node, item) }));
        await CatchUp();
        var said = (await Said()).Select(s => V1.PracticeRevision.Parser.ParseFrom(s.Payload)).ToList();
        Assert.Equal([null, (node, item)], said.Select(s => s.TakenFrom is { } from ? (from.NodeId, Convert.ToHexStringLower(from.ItemId.Span)) : ((string, string)?)null));

        await ComesBack(id, 3, "Du réseau", said: said[1]);
        await CatchUp();

        var revisions = (await Queries.Find(id, Samples.Executive, Cancel))!.Revisions;
        Assert.Equal([null, new AdaptedFrom(null, node, item), new AdaptedFrom(null, node, item)], revisions.Select(r => r.TakenFrom));
    }

    [Fact]
    public async Task says_what_it_was_adapted_from_in_the_network_and_still_knows_it_after_a_restore()
    {
        var (node, item) = (string.Concat(Enumerable.Repeat("ab23", 8)), Convert.ToHexStringLower(Enumerable.Repeat((byte)7, 32).ToArray()));
        var (id, grain) = New();
        await Done(grain.Do(Samples.Write(Samples.Author) with { Facts = Adapted(new(null, node, item)) }));
        await Done(grain.Do(Samples.ShareHere(Samples.Author)));
        await Done(grain.Do(Samples.Share(Samples.Executive)));
        await CatchUp();
        var said = V1.PracticeRevision.Parser.ParseFrom((await Said()).Single().Payload);
        Assert.Equal((node, item), (said.AdaptedFrom.NodeId, Convert.ToHexStringLower(said.AdaptedFrom.ItemId.Span)));

        await ComesBack(id, 2, "Du réseau", said: said);
        await CatchUp();

        var practice = (await Queries.Find(id, Samples.Executive, Cancel))!;
        Assert.Equal((2, new AdaptedFrom(null, node, item), "yes"), (practice.Current.Number, practice.Current.Facts.AdaptedFrom, practice.Current.Facts.Of("AdaptationHeart").Single()));
    }

    private static PracticeFacts Adapted(AdaptedFrom from) =>
        new PracticeForm { Language = "fr", AdaptedParts = ["place"], AdaptationHeart = "yes" }.ToFacts() with { AdaptedFrom = from };

    [Fact]
    public async Task is_no_translation_of_itself()
    {
        var (id, grain) = New();
        var (other, second) = New();
        await Done(second.Do(Samples.Write(Samples.Author)));

        var written = await grain.Do(Samples.Write(Samples.Author) with { Facts = Samples.Facts with { Language = "en", TranslationOf = id } });
        var revised = await second.Do(Samples.Revise(Samples.Author, 1) with { Facts = Samples.Facts with { Language = "en", TranslationOf = other } });

        Assert.Equal(("practice.translates-itself", "practice.translates-itself"), (written.Refusals.Single().Code, revised.Refusals.Single().Code));
    }

    [Fact]
    public async Task lets_one_of_two_who_revise_at_once_know()
    {
        var (_, grain) = New();
        await Done(grain.Do(Samples.Write(Samples.Author)));

        var both = await Task.WhenAll(grain.Do(Samples.Revise(Samples.Author, 1, "Un")), grain.Do(Samples.Revise(Samples.Executive, 1, "Deux")));

        Assert.Single(both, o => o.Succeeded);
        Assert.Equal("practice.stale", both.Single(o => !o.Succeeded).Refusals.Single().Code);
    }

    [Fact]
    public async Task shows_a_draft_to_its_author_and_the_executive_only()
    {
        var (id, grain) = New();
        await Done(grain.Do(Samples.Write(Samples.Author)));
        var member = Samples.Someone(10, "facilitator", "steward");

        Assert.Equal([id], (await Queries.List(Samples.Author, null, 1, 20, Cancel)).Select(r => r.Id));
        Assert.Equal(1, await Queries.Count(Samples.Executive, PracticeState.Draft, Cancel));
        Assert.Empty(await Queries.List(member, null, 1, 20, Cancel));
        Assert.Null(await Queries.Find(id, member, Cancel));

        await Done(grain.Do(Samples.ShareHere(Samples.Author)));

        var row = Assert.Single(await Queries.List(member, PracticeState.SharedInChapter, 1, 20, Cancel));
        Assert.Equal((id, "Le café du rétablissement", "fr", 1L), (row.Id, row.Title, row.Language, row.Revision));
    }

    [Fact]
    public async Task stands_in_the_list_by_when_it_was_last_revised()
    {
        var grains = Enumerable.Range(0, 5).Select(_ => New()).ToList();
        foreach (var (_, grain) in grains)
        {
            await Done(grain.Do(Samples.Write(Samples.Author)));
        }

        await Done(grains[2].Grain.Do(Samples.Revise(Samples.Author, 1)));

        var first = await Queries.List(Samples.Author, null, 1, 3, Cancel);
        var second = await Queries.List(Samples.Author, null, 2, 3, Cancel);
        Assert.Equal([2, 4, 3, 1, 0], first.Concat(second).Select(r => grains.FindIndex(g => g.Id == r.Id)));
        Assert.Equal(5, await Queries.Count(Samples.Author, null, Cancel));
    }

    [Fact]
    public async Task says_after_a_withdrawal_that_there_was_one_and_shows_the_text_to_its_author()
    {
        var (id, grain) = New();
        await Done(grain.Do(Samples.Write(Samples.Author)));
        await Done(grain.Do(Samples.ShareHere(Samples.Author)));
        await Done(grain.Do(new WithdrawPractice(Samples.Author, WithdrawalReason.Author)));
        var member = Samples.Someone(10);

        var practice = (await Queries.Find(id, member, Cancel))!;

        Assert.Null(await Queries.TextOf(practice, 1, member, Cancel));
        Assert.NotNull(await Queries.TextOf(practice, 1, Samples.Author, Cancel));
        Assert.Empty(await Queries.List(member, null, 1, 20, Cancel));
    }

    [Fact]
    public async Task erases_its_texts_but_not_those_of_another_practice()
    {
        var (_, erased) = New();
        var (otherId, other) = New();
        await Done(erased.Do(Samples.Write(Samples.Author)));
        await Done(erased.Do(Samples.Revise(Samples.Author, 1)));
        await Done(other.Do(Samples.Write(Samples.Author)));

        await Done(erased.Do(new WithdrawPractice(Samples.Author, WithdrawalReason.Erasure)));
        await Silo.GetRequiredService<FollowerLoop>().CatchUp(Cancel);

        Assert.Equal(1, await _database.Find<long>("select count(*) from text", null, Cancel));
        Assert.NotNull(await Queries.TextOf((await Queries.Find(otherId, Samples.Author, Cancel))!, 1, Samples.Author, Cancel));
    }

    [Fact]
    public async Task says_in_the_feed_what_the_network_should_know_and_says_it_once()
    {
        var (id, grain) = New();
        await Done(grain.Do(Samples.Write(Samples.Author)));
        await Done(grain.Do(Samples.ShareHere(Samples.Author)));
        await Done(grain.Do(Samples.Revise(Samples.Author, 1, "Deux")));
        await CatchUp();
        Assert.Empty(await Said());

        await Done(grain.Do(Samples.Share(Samples.Executive, 2)));
        await Done(grain.Do(Samples.Revise(Samples.Author, 2, "Trois")));
        await CatchUp();
        await Done(grain.Do(Samples.Revise(Samples.Author, 3, "Quatre")));
        await CatchUp();
        await CatchUp();

        var items = await Said();
        var revisions = items.Select(i => V1.PracticeRevision.Parser.ParseFrom(i.Payload)).ToList();
        Assert.Equal([2U, 3U, 4U], revisions.Select(r => r.About.Revision));
        Assert.Equal(id, new Guid(revisions[0].About.Id.Span, bigEndian: true));
        Assert.Empty(revisions[0].About.Parents);
        Assert.Equal(await Queries.ItemOf(id, 2, Cancel), revisions[1].About.Parents.Single().ToByteArray());
        Assert.Equal(await Queries.ItemOf(id, 3, Cancel), revisions[2].About.Parents.Single().ToByteArray());
        Assert.Equal(["recovery-college"], revisions[0].Topics);

        await Done(grain.Do(new WithdrawPractice(Samples.Author, WithdrawalReason.Erasure)));
        await CatchUp();
        await CatchUp();

        var last = (await Said())[^1];
        Assert.Equal(4, (await Said()).Count);
        Assert.Equal(V1.WithdrawalReason.Erasure, V1.Withdrawal.Parser.ParseFrom(last.Payload).Reason);
        Assert.Equal(0, await _database.Find<long>("select count(*) from text", null, Cancel));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task is_said_before_its_translation_when_both_wait_to_be_said(bool originalFirst)
    {
        var (french, original) = New();
        var (english, translation) = New();
        await Done(original.Do(Samples.Write(Samples.Author)));
        await Done(original.Do(Samples.ShareHere(Samples.Author)));
        await Done(translation.Do(Samples.Write(Samples.Author, Samples.Text("The recovery coffee")) with { Facts = Samples.Facts with { Language = "en", TranslationOf = french } }));
        await Done(translation.Do(Samples.ShareHere(Samples.Author)));
        await Hush(); // so that the background does not say the first before the second is shared
        foreach (var grain in originalFirst ? new[] { original, translation } : [translation, original])
        {
            await Done(grain.Do(Samples.Share(Samples.Executive, 1)));
            for (var other = 0; other < 10; other++)
            {
                await Done(New().Grain.Do(Samples.Write(Samples.Author))); // more than a follower takes at a time
            }
        }

        await Node.Speak(Cancel);
        await CatchUp();

        var said = V1.PracticeRevision.Parser.ParseFrom((await Said()).Select(i => i.Payload).Last());
        Assert.Equal((english, Convert.ToHexString((await Queries.ItemOf(french, 1, Cancel))!)), (new Guid(said.About.Id.Span, bigEndian: true), Convert.ToHexString(said.TranslationOf.Span)));
    }

    [Fact]
    public async Task that_never_went_to_the_network_is_not_spoken_of_when_withdrawn()
    {
        var (_, grain) = New();
        await Done(grain.Do(Samples.Write(Samples.Author)));
        await Done(grain.Do(Samples.ShareHere(Samples.Author)));
        await Done(grain.Do(new WithdrawPractice(Samples.Author, WithdrawalReason.Mistake)));

        await CatchUp();

        Assert.Empty(await Said());
    }

    [Fact]
    public async Task comes_back_from_the_network_after_a_restore_and_can_be_revised_and_erased()
    {
        var (id, grain) = New();
        await ComesBack(id, 3, "Trois");
        await ComesBack(id, 4, "Quatre");

        await CatchUp();
        var practice = (await Queries.Find(id, Samples.Executive, Cancel))!;
        var text = await Queries.TextOf(practice, 3, Samples.Executive, Cancel);
        await Done(grain.Do(Samples.Revise(Samples.Executive, 4, "Cinq")));
        await CatchUp();
        await Done(grain.Do(new WithdrawPractice(Samples.Executive, V1.WithdrawalReason.Erasure)));
        await CatchUp();

        Assert.Equal((PracticeState.SharedInNetwork, "Quatre", Guid.Empty), (practice.State, practice.Title, practice.Author));
        Assert.Equal([3, 4], practice.Revisions.Select(r => r.Number));
        Assert.Equal(["recovery-college"], practice.Current.Facts.Of("Topics"));
        Assert.Equal("Trois", text!.Title);
        var items = await Said();
        var said = V1.PracticeRevision.Parser.ParseFrom(items[2].Payload);
        Assert.Equal((5U, SigningInput.IdOf(items[1])), (said.About.Revision, ItemId.FromBytes(said.About.Parents.Single().Span)));
        Assert.Equal((4, V1.WithdrawalReason.Erasure), (items.Count, V1.Withdrawal.Parser.ParseFrom(items[3].Payload).Reason));
        Assert.Equal(0, await _database.Find<long>("select count(*) from text", null, Cancel));
    }

    [Fact]
    public async Task that_came_back_is_its_authors_again_once_the_executive_confirms_it()
    {
        var (id, grain) = New();
        await ComesBack(id, 1, "Un");
        await CatchUp();
        await Done(grain.Do(new ClaimPractice(Samples.Author)));
        Assert.Equal("practice.not-allowed", (await grain.Do(Samples.Revise(Samples.Author, 1))).Refusals.Single().Code);
        var waiting = await Queries.OpenClaims(10, Cancel);

        await Done(grain.Do(new ConfirmClaim(Samples.Executive, Samples.Author.Id)));
        await Done(grain.Do(Samples.Revise(Samples.Author, 1, "Deux")));
        await CatchUp();
        var practice = (await Queries.Find(id, Samples.Author, Cancel))!;
        await Done(grain.Do(new WithdrawPractice(Samples.Author, V1.WithdrawalReason.Erasure)));
        await CatchUp();

        Assert.Equal((id, "Un", "fr"), waiting.Select(c => (c.Id, c.Title, c.Language)).Single());
        Assert.Empty(await Queries.OpenClaims(10, Cancel));
        Assert.Equal([Samples.Author.Id, Samples.Author.Id], practice.Revisions.Select(r => r.By));
        Assert.Equal((3, V1.WithdrawalReason.Erasure), ((await Said()).Count, V1.Withdrawal.Parser.ParseFrom((await Said())[^1].Payload).Reason));
        Assert.Equal(0, await _database.Find<long>("select count(*) from text", null, Cancel));
    }

    [Fact]
    public async Task has_no_claim_any_more_when_the_claimants_membership_has_ended()
    {
        var (id, grain) = New();
        await Done(grain.Do(Samples.Recall));
        var accounts = new AccountStore(_database, TimeProvider.System);
        var people = new People(_database, accounts, new([], TimeProvider.System), [], new RoleCatalogue(ChapterRoles.All), TimeProvider.System);
        var member = await Joined();
        await CatchUp();

        await Done(grain.Do(new ClaimPractice(member)));
        await CatchUp();
        Assert.NotNull(await Claim());

        await Done(people.End(new(member, member.Id), Cancel));
        await CatchUp();
        Assert.Null(await Claim());

        // Whoever leaves and is back before anything noticed has another stay; what they say in it waits.
        await Joined();
        await Done(grain.Do(new ClaimPractice(member)));
        await Done(people.End(new(member, member.Id), Cancel));
        await Joined();
        await CatchUp();
        Assert.Null(await Claim());
        await Done(grain.Do(new ClaimPractice(member)));
        await CatchUp();
        Assert.NotNull(await Claim());

        async Task<Actor> Joined() => new((await accounts.Add("Camille", EmailAddress.Parse("camille@exemple.org")!, "fr", [], null, Cancel)).Value!.Id, []);

        async Task<AuthorClaim?> Claim() => (await Queries.Find(id, Samples.Executive, Cancel))!.Claim;
    }

    [Fact]
    public async Task that_came_back_and_was_a_thiefs_goes_again_and_is_not_said_anew()
    {
        var ((id, grain), (whole, _)) = (New(), New());
        await Done(grain.Do(Samples.Write(Samples.Author)));
        await Done(grain.Do(Samples.ShareHere(Samples.Author)));
        await Done(grain.Do(Samples.Share(Samples.Executive)));
        await CatchUp();
        var own = (await Queries.Find(id, Samples.Author, Cancel))!.Title;
        await ComesBack(id, 2, "Du voleur");
        await ComesBack(whole, 1, "Du voleur aussi");
        await CatchUp();
        Assert.Equal("Du voleur", (await Queries.Find(id, Samples.Author, Cancel))!.Title);

        await _database.Write(
            async t =>
            {
                await t.Execute("update item set status = 'disbelieved' where feed_position > 3");
                await FollowerLoop.Rewind(t, PracticeRecall.CursorName, 0);
                await ChangeLog.Append(t, Practice.Kind, id);
                await ChangeLog.Append(t, Practice.Kind, whole);
                return true;
            },
            Cancel);
        await CatchUp();

        var practice = (await Queries.Find(id, Samples.Author, Cancel))!;
        Assert.Equal((own, 1, 2), (practice.Title, practice.Current.Number, practice.LastNumber));
        Assert.False((await Queries.Find(whole, Samples.Executive, Cancel))?.MayRead(Samples.Executive) ?? false);
        Assert.Equal(3, (await Said()).Count);
        await Done(grain.Do(Samples.Revise(Samples.Author, 1, "De nous")));
        await CatchUp();
        Assert.Equal(3U, V1.PracticeRevision.Parser.ParseFrom((await Said())[^1].Payload).About.Revision);
    }

    [Fact]
    public async Task gives_what_was_written_meanwhile_a_number_behind_what_comes_back()
    {
        var (id, grain) = New();
        await Done(grain.Do(Samples.Write(Samples.Author)));
        await Done(grain.Do(Samples.ShareHere(Samples.Author)));
        await Done(grain.Do(Samples.Share(Samples.Executive)));
        await CatchUp();
        await Hush();
        await Done(grain.Do(Samples.Revise(Samples.Author, 1, "Ici")));
        await CatchUp();
        await ComesBack(id, 2, "Là-bas");
        await Node.Speak(Cancel);

        await CatchUp();

        var practice = (await Queries.Find(id, Samples.Author, Cancel))!;
        Assert.Equal([(1, Samples.Author.Id), (2, Guid.Empty), (3, Samples.Author.Id)], practice.Revisions.Select(r => (r.Number, r.By)));
        Assert.Equal(("Ici", Samples.Author.Id), (practice.Title, practice.Author));
        Assert.Equal([1U, 2U, 3U], (await Said()).Select(i => V1.PracticeRevision.Parser.ParseFrom(i.Payload).About.Revision));
        await CatchUp();
        Assert.Equal(3, (await Said()).Count);
    }

    [Fact]
    public async Task tells_the_network_what_changed_and_who_took_part_and_knows_both_again_when_they_come_back()
    {
        var ((id, grain), (lost, _)) = (New(), New());
        await Done(grain.Do(Samples.Write(Samples.Author)));
        await Done(grain.Do(Samples.ShareHere(Samples.Author)));
        await Done(grain.Do(Samples.Share(Samples.Executive)));
        await CatchUp();
        await Done(grain.Do(Samples.Revise(Samples.Author, 1)));
        await CatchUp();

        var content = (await _database.Query<byte[]>("select c.bytes from item_content c join item i on i.position = c.position where i.feed_position > 2 order by i.feed_position", null, Cancel)).Select(V1.PracticeContent.Parser.ParseFrom).ToList();
        Assert.Equal(["", "Plus clair"], content.Select(c => c.Note));
        Assert.Equal(["service-user"], V1.PracticeRevision.Parser.ParseFrom((await Said())[^1].Payload).Groups);

        // A backup that knows the practice, and not that it was said.
        await ComesBack(lost, 1, "D’avant", "Le jour a changé");
        await _database.Write(
            async t =>
            {
                await t.Execute("delete from practice_feed where practice_id = @id", new { id });
                await FollowerLoop.Rewind(t, PracticeRecall.CursorName, 0);
                return true;
            },
            Cancel);
        await CatchUp();

        var known = (await Queries.Find(id, Samples.Author, Cancel))!;
        Assert.Equal([(1, "", Samples.Author.Id), (2, "Plus clair", Samples.Author.Id)], known.Revisions.Select(r => (r.Number, r.Note, r.By)));
        var recalled = (await Queries.Find(lost, Samples.Executive, Cancel))!;
        Assert.Equal("Le jour a changé", recalled.Current.Note);
        Assert.Equal(Samples.Text("D’avant"), await Queries.TextOf(recalled, 1, Samples.Executive, Cancel));
    }

    [Fact]
    public async Task is_withdrawn_here_too_when_the_network_knows_that_it_was()
    {
        var (id, grain) = New();
        await Done(grain.Do(Samples.Write(Samples.Author)));
        await Done(grain.Do(Samples.ShareHere(Samples.Author)));
        await Done(grain.Do(Samples.Share(Samples.Executive)));
        await CatchUp();
        await _database.Write(
            t => Silo.GetRequiredService<OwnFeed>().Append(t, [new((at, _) => new V1.Withdrawal { At = at, About = new V1.Subject { Id = WireIdOf(id) }, Reason = V1.WithdrawalReason.Legal })]), Cancel);

        await CatchUp();
        await CatchUp();

        Assert.Equal((PracticeState.Withdrawn, true), (await Queries.Find(id, Samples.Author, Cancel) is { } p ? (p.State, p.Erased) : default));
        Assert.Equal(2, (await Said()).Count);
    }

    [Fact]
    public async Task is_said_again_when_another_copy_took_the_place_of_what_was_said()
    {
        var (_, grain) = New();
        await Done(grain.Do(Samples.Write(Samples.Author)));
        await Done(grain.Do(Samples.ShareHere(Samples.Author)));
        await Done(grain.Do(Samples.Share(Samples.Executive)));
        await CatchUp();
        var before = Assert.Single(await Said());

        await _database.Write(t => Silo.GetRequiredService<OwnFeed>().SetAside(t, 3), Cancel);
        await Node.Speak(Cancel);
        await CatchUp();

        var again = Assert.Single(await Said());
        Assert.NotEqual(before, again);
        Assert.Equal(1U, V1.PracticeRevision.Parser.ParseFrom(again.Payload).About.Revision);
    }

    // As the hub gives back what the chapter had said after its backup was made.
    private Task<IReadOnlyList<ItemId>> ComesBack(Guid id, int revision, string title, string note = "", V1.PracticeRevision? said = null) => _database.Write(
        async t => await Back(t,
            [
                new(
                    (at, hash) => new V1.PracticeRevision
                    {
                        At = at,
                        ContentHash = hash,
                        About = new V1.Subject { Id = WireIdOf(id), Revision = (uint)revision },
                        Language = "fr",
                        Topics = { "recovery-college" },
                        Licence = "CC-BY-4.0",
                        Credit = V1.CreditKind.Chapter,
                        AdaptedFrom = said?.AdaptedFrom,
                        TakenFrom = said?.TakenFrom,
                        AdaptationHeart = said?.AdaptationHeart ?? "",
                        RevisedAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(Samples.Noon),
                    },
                    new V1.PracticeContent(Samples.Text(title)) { Note = note }),
            ]),
        Cancel);

    private async Task<IReadOnlyList<ItemId>> Back(Transaction transaction, IReadOnlyList<Statement> statements)
    {
        await transaction.Execute("update node set silent = 0"); // what comes back is signed already
        return await Silo.GetRequiredService<OwnFeed>().Append(transaction, statements);
    }

    private static Google.Protobuf.ByteString WireIdOf(Guid id) => Google.Protobuf.ByteString.CopyFrom(id.ToByteArray(bigEndian: true));

    private ThisNode Node => Silo.GetRequiredService<ThisNode>();

    private async Task Hush()
    {
        await _database.Write(ThisNode.Hush, Cancel);
        await Node.Load(Cancel);
    }

    private Task CatchUp() => Silo.GetRequiredService<FollowerLoop>().CatchUp(Cancel);

    // After genesis and profile, everything in this feed is about the one practice of the test.
    private async Task<IReadOnlyList<V1.Item>> Said()
    {
        var page = await Silo.GetRequiredService<OwnFeed>().After(2, Cancel);
        return [.. page.Entries.SelectMany(e => e.Entry.Run.Items).Select(i => i.Item)];
    }

    private (Guid Id, IPracticeGrain Grain) New()
    {
        var id = Guid.Parse($"01890a5d-ac96-774b-bcce-{_next++:D12}");
        return (id, Silo.GetRequiredService<IGrainFactory>().GetGrain<IPracticeGrain>(id));
    }

    private static async Task Done(Task<Result> outcome) => Assert.Empty((await outcome).Refusals);
}

public sealed class A_practice_grain_on_sqlite : A_practice_grain
{
    protected override Task<Database> Connect(TemporaryFolder folder) => Task.FromResult<Database>(new SqliteDatabase(folder.File("node.db")));
}

public sealed class A_practice_grain_on_postgresql(PostgresServer server) : A_practice_grain
{
    protected override async Task<Database> Connect(TemporaryFolder folder) => new PostgreSqlDatabase(await server.CreateDatabase(TestContext.Current.CancellationToken));
}
