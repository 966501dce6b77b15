using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Audit;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Members;

public sealed class Sealing_the_security_log : IAsyncLifetime
{
    // One each: what a test does to the log is not undone.
    private readonly OpenChapter chapter = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => chapter.InitializeAsync();

    public ValueTask DisposeAsync() => chapter.DisposeAsync();

    [Fact]
    public async Task signs_where_it_stands_with_the_profile_once_a_week_and_shows_when_it_was_rewritten()
    {
        var seals = chapter.Get<LogSeals>();
        Assert.False(await seals.Seal(Cancel)); // the profile is of today
        await AWeekLater();
        Assert.True(await seals.Seal(Cancel));
        Assert.False(await seals.Seal(Cancel));
        await AWeekLater();
        Assert.False(await seals.Seal(Cancel)); // nothing was added
        await chapter.AddMember("Camille");
        Assert.True(await seals.Seal(Cancel));

        var profiles = await Profiles();
        Assert.Equal([0, 32, 32], profiles.Select(p => p.SecurityLogSeal.Length));
        Assert.NotEqual(await chapter.Get<Database>().Find<byte[]>("select hash from security_head", null, Cancel), profiles[^1].SecurityLogSeal.ToByteArray());
        Assert.Equal(profiles[0].Region, profiles[^1].Region);
        Assert.Equal("CdP Rétablissement Estrie", chapter.Get<ThisNode>().Profile.Name.Fr);
        Assert.Equal(new(0, 0), await Compared());

        var left = await Rewrite();
        Assert.Equal((left, null), await chapter.Get<SecurityLog>().Verify(Cancel));
        Assert.Equal(new(2, 0), await Compared());

        // Another event does not make it fit.
        await Change("update security_seal set number = number - 1");
        Assert.Equal(new(2, 0), await Compared());
    }

    [Fact]
    public async Task refuses_nothing_that_came_back_from_the_network_after_an_older_backup_and_all_that_is_missing_from_then_on()
    {
        await SealAWeekLater();
        var given = (await chapter.Get<OwnFeed>().After(2, Cancel)).ToPage();
        await Change(
            "delete from item_content where position = (select max(position) from item)",
            "delete from item where feed_position = 3",
            "delete from feed_entry where first = 3",
            "update feed_head set position = 2, item_id = (select item_id from item where feed_position = 2)",
            "delete from security_seal");

        Assert.Equal(1, (await chapter.Get<ItemStore>().Accept(given, cancellationToken: Cancel)).NewItems);
        Assert.Equal(new(0, 1), await Compared());
        await chapter.AddMember("Camille");
        await SealAWeekLater();

        Assert.Equal(new(0, 1), await Compared());
        var said = await Verify();
        Assert.Equal(0, said.ExitCode);
        Assert.Contains("before a backup was restored, without an event here: 1.", said.Output, StringComparison.Ordinal);
        await Change("update security_seal set number = number - 1");
        Assert.Equal(new(1, 1), await Compared());
        await Change("delete from security_seal");
        Assert.Equal(new(1, 1), await Compared());
        Assert.Equal(1, (await Verify()).ExitCode);
    }

    [Fact]
    public async Task shows_with_a_seal_that_was_kept_elsewhere_what_a_database_that_was_rewritten_as_a_whole_hides()
    {
        await SealAWeekLater();
        var noted = Convert.ToHexStringLower((await Profiles())[^1].SecurityLogSeal.Span);
        Assert.Contains(noted, (await Run("audit-seals")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Verify(noted)).ExitCode);
        Assert.Equal(0, (await Verify(noted.ToUpperInvariant())).ExitCode);
        foreach (var wrong in new[] { "", "abc", noted[2..], noted + "00", "zz" + noted[2..] })
        {
            Assert.Contains("64", (await Verify(wrong)).Output, StringComparison.Ordinal);
        }

        await Rewrite();
        await Change("delete from security_seal", "update item set superseded = position where feed_position = 3");
        await SealAWeekLater();

        Assert.Equal(0, (await Verify()).ExitCode);
        Assert.Equal(0, (await Verify(Convert.ToHexStringLower((await Profiles())[^1].SecurityLogSeal.Span))).ExitCode);
        var refused = await Verify(noted);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("not the one of which this fingerprint was made", refused.Output, StringComparison.Ordinal);
    }

    private Task<ComparedSeals> Compared() => chapter.Get<SealComparison>().Compare(Cancel);

    private Task<VerbResult> Verify(string? seal = null) => Run("audit-verify", seal is null ? [] : new() { ["seal"] = seal });

    private Task<VerbResult> Run(string verb, Dictionary<string, string>? values = null) =>
        chapter.Get<IEnumerable<Verb>>().Single(v => v.Name == verb).Run(chapter.Get<IServiceProvider>(), values ?? [], Cancel);

    private async Task SealAWeekLater()
    {
        await AWeekLater();
        Assert.True(await chapter.Get<LogSeals>().Seal(Cancel));
    }

    /// <summary>Whoever has the server writes the whole chain anew, without the first event.</summary>
    private async Task<int> Rewrite()
    {
        var events = (await chapter.Get<SecurityLog>().Latest(1, 1000, Cancel)).Reverse().Skip(1).ToList();
        await chapter.Get<Database>().Write(
            async t =>
            {
                await t.Execute("delete from security_event");
                await t.Execute("update security_head set number = 0, hash = null");
                foreach (var one in events)
                {
                    await SecurityLog.Append(t, one.At, one.Kind, one.By, one.About, one.Detail);
                }
            },
            Cancel);
        return events.Count;
    }

    private Task Change(params string[] statements) => chapter.Get<Database>().Write(
        async t =>
        {
            foreach (var statement in statements)
            {
                await t.Execute(statement);
            }
        },
        Cancel);

    private Task<int> AWeekLater() => chapter.Get<Database>().Write(t => t.Execute("update item set received_at = @then", new { then = TimeProvider.System.GetUtcNow().AddDays(-8) }), Cancel);

    private async Task<IReadOnlyList<NodeProfile>> Profiles() =>
    [
        .. (await chapter.Get<OwnFeed>().After(0, Cancel)).Entries.Where(e => e.Entry.Run is not null)
            .SelectMany(e => e.Entry.Run.Items).Select(i => i.Item).Where(i => i.PayloadType == NodeProfile.Descriptor.FullName).Select(i => NodeProfile.Parser.ParseFrom(i.Payload)),
    ];
}
