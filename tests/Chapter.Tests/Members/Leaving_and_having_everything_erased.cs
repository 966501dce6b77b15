using RecoveryCoP.Chapter.Comments;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Tests.Backups;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Chapter.Tests.PersonalData;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Chapter.Topics;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Members;

/// <summary>Somebody who typed something everywhere leaves and wants everything erased: only what the community keeps without their name is found, by whoever looks at the bytes.</summary>
public abstract class Leaving_and_having_everything_erased(PostgresServer? server) : IAsyncLifetime
{
    // What belongs to meetings, to decisions and to what others wrote.
    private static readonly string[] _kept =
        ["note d’autrui", "réponse", "masqué", "titre", "lieu", "lecture", "lien", "point", "décision", "procès-verbal", "annulée", "question", "résultat", "charte", "charter", "quoi", "what"];

    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(server);

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task leaves_nothing_of_theirs_anywhere_and_nothing_comes_back_with_an_older_database()
    {
        var (third, _) = await _chapter.AddMember("tierce@exemple.org", "fr", ChapterRoles.Executive, ChapterRoles.Facilitator, ChapterRoles.Secretary);
        var (says, others) = (new Canaries("alpha"), new Canaries("tiers"));
        var life = new CanaryLife(_chapter.Get<IServiceProvider>());
        var who = await life.Join(says);
        await life.Live(who, says, third, others, presenter: "Une personne");
        await _chapter.Get<FollowerLoop>().CatchUp(Cancel);
        // An address that was theirs before, under which a browser had asked for a letter.
        var (now, earlier) = (_chapter.Clock.GetUtcNow(), "alpha.autrefois@exemple.org");
        await _chapter.Get<Database>().Write(
            async t =>
            {
                var values = new { id = Guid.CreateVersion7(now), who = who.Id, earlier, now, later = now.AddDays(1), secret = new byte[32] };
                await t.Execute("insert into address_left (id, account_id, address, at, told_at) values (@id, @who, @earlier, @now, @now)", values);
                await t.Execute("insert into sign_in_request (id, letter, address, token, browser, tries, made_at, expires_at) values (@id, @id, @earlier, @secret, @secret, 0, @now, @later)", values);
            },
            Cancel);
        string[] gone = [.. says.Said.Except(says.Of(_kept)), says.Address, earlier];
        Assert.Equal(gone.Order(StringComparer.Ordinal), await Found(gone));
        var kept = await Found(says.Of(_kept));
        Assert.NotEmpty(kept);
        var copy = await _chapter.CopyDatabase(server);

        Assert.True((await _chapter.Get<People>().LeaveErased(new(who, []), Cancel)).Succeeded);
        await IsGone(gone);
        Assert.Equal(kept, await Found(says.Of(_kept)));
        Assert.NotEmpty(await Found(others.Said));
        Assert.Equal(MemberText.Former, await _chapter.Get<MemberQueries>().NameGivenBy(who.Id, Cancel));
        Assert.Equal("erased", (await _chapter.Get<SecurityLog>().Latest(1, 1, Cancel)).Single().Kind);

        await _chapter.PutBack(copy, server);
        await IsGone(gone);
        Assert.Null(await _chapter.Get<AccountStore>().Find(who.Id, Cancel));
        Assert.Contains($"erased account {who.Id:N}", await File.ReadAllLinesAsync(Path.Combine(_chapter.Folder, "erased.ledger"), Cancel));
    }

    [Fact]
    public async Task keeps_what_they_shared_without_a_name_unless_they_want_that_erased_too()
    {
        foreach (var sharedToo in new[] { false, true })
        {
            var (who, address) = await _chapter.AddMember();
            var practice = Guid.CreateVersion7(_chapter.Clock.GetUtcNow());
            var grain = _chapter.Get<IGrainFactory>().GetGrain<IPracticeGrain>(practice);
            var text = Samples.Text();
            text.CreditName = "Camille du Lac";
            Assert.Empty((await grain.Do(Samples.Write(who, text))).Refusals);
            Assert.Empty((await grain.Do(new ShareInChapter(who, 1))).Refusals);

            Assert.True((await _chapter.Get<People>().LeaveErased(new(who, sharedToo ? ["practices-shared", "nonsense"] : ["nonsense"]), Cancel)).Succeeded);
            await _chapter.Get<FollowerLoop>().CatchUp(Cancel);

            var found = await _chapter.Get<PracticeQueries>().Find(practice, _chapter.Facilitator, Cancel);
            Assert.Equal(sharedToo, found is null or { Erased: true });
            if (!sharedToo)
            {
                Assert.NotEmpty(await Found([text.CreditName])); // as the box on their page says
            }

            Assert.DoesNotContain(await File.ReadAllLinesAsync(Path.Combine(_chapter.Folder, "erased.ledger"), Cancel), line => line.Contains("nonsense", StringComparison.Ordinal));

            // Whoever comes back with that address is somebody new.
            var (again, _) = await _chapter.AddMember(address);
            Assert.NotEqual(who.Id, again.Id);
        }
    }

    [Fact]
    public async Task is_refused_to_the_only_one_who_manages_access_and_erases_nothing()
    {
        var claude = (await _chapter.Get<AccountStore>().Find(EmailAddress.Parse("claude@exemple.org")!, Cancel))!;

        var refused = await _chapter.Get<People>().LeaveErased(new(new(claude.Id, [ChapterRoles.Steward]), []), Cancel);

        Assert.Equal("account.last-administrator", Assert.Single(refused.Refusals).Code);
        Assert.Equal("Claude", (await _chapter.Get<AccountStore>().Find(claude.Id, Cancel))!.Name);
    }

    private async Task IsGone(string[] gone)
    {
        await _chapter.Get<FollowerLoop>().CatchUp(Cancel);
        // What was written over lies in the embedded database's log for some seconds; whoever closes it empties it.
        await _chapter.Restart();
        Assert.Empty(await Found(gone));
    }

    private Task<IReadOnlyList<string>> Found(IEnumerable<string> words) => WhatIsThere.Of(_chapter.Folder, _chapter.Get<Database>(), words);
}

public sealed class Leaving_and_having_everything_erased_on_SQLite() : Leaving_and_having_everything_erased(null);

public sealed class Leaving_and_having_everything_erased_on_PostgreSQL(PostgresServer server) : Leaving_and_having_everything_erased(server);

/// <summary>The same on one’s page.</summary>
public sealed class The_button_that_erases_everything(OpenChapter chapter) : IClassFixture<OpenChapter>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task says_what_goes_and_what_stays_and_does_it()
    {
        var (who, browser) = await chapter.AddMember("Camille");
        var topic = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        Assert.Empty((await chapter.Get<IGrainFactory>().GetGrain<ITopicGrain>(topic).Do(new ProposeTopic(who, new() { Title = "Parler du bruit" }))).Refusals);
        Assert.Empty((await chapter.Get<IGrainFactory>().GetGrain<ICommentThreadGrain>(topic).Do(new WriteComment(who, Topic.Kind, topic, new("Le bruit", "fr", ShowsName: true)))).Refusals);

        foreach (var (page, words) in new[]
        {
            ("/fr/ma-page", new[] { "vos commentaires", "dont aucune rencontre terminée n’a parlé", "vos brouillons de pratiques", "ici et dans tout le réseau", "avec le nom que j’y ai mis", "Ex-membre" }),
            ("/en/my-page", ["your comments", "no meeting that is over has treated", "your drafts of practices", "in the whole network", "with the name that I put on them", "Former member"]),
        })
        {
            var said = (await browser.Open(page, Cancel)).Words;
            Assert.All(words, word => Assert.Contains(word, said, StringComparison.Ordinal));
        }

        var left = await browser.Fill("/fr/ma-page", "leave-erased", Cancel, ("Also", "practices-shared"));

        Assert.Equal("/fr?done=account.erased", left.Location);
        Assert.DoesNotContain("Camille", (await (await chapter.SignIn(chapter.Claude.Id)).Open("/fr/acces", Cancel)).Words, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, (await browser.Open("/fr/ma-page", Cancel)).Status); // to sign in
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await chapter.Get<CommentQueries>().Find(topic, Cancel)).Comments.Count > 0 || await chapter.Get<TopicQueries>().Find(topic, chapter.Claude, Cancel) is not null)
        {
            await tick.WaitForNextTickAsync(Cancel);
        }
    }
}
