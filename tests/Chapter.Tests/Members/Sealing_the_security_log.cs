using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Audit;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Members;

public sealed class Sealing_the_security_log(OpenChapter chapter) : IClassFixture<OpenChapter>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

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
        Assert.Equal(0, await seals.Missing(Cancel));

        // Whoever has the server writes the whole chain anew, without the first event.
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
        Assert.Equal((events.Count, null), await chapter.Get<SecurityLog>().Verify(Cancel));
        Assert.Equal(2, await seals.Missing(Cancel));

        // Another salt does not make it fit.
        await chapter.Get<Database>().Write(t => t.Execute("update security_seal set number = number - 1"), Cancel);
        Assert.Equal(2, await seals.Missing(Cancel));
    }

    private Task<int> AWeekLater() => chapter.Get<Database>().Write(t => t.Execute("update item set received_at = @then", new { then = TimeProvider.System.GetUtcNow().AddDays(-8) }), Cancel);

    private async Task<IReadOnlyList<NodeProfile>> Profiles() =>
    [
        .. (await chapter.Get<OwnFeed>().After(0, Cancel)).Entries.Where(e => e.Entry.Run is not null)
            .SelectMany(e => e.Entry.Run.Items).Select(i => i.Item).Where(i => i.PayloadType == NodeProfile.Descriptor.FullName).Select(i => NodeProfile.Parser.ParseFrom(i.Payload)),
    ];
}
