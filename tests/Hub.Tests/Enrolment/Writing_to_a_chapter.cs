using System.Net;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Hub.Tests.Harness;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Hub.Tests.Enrolment;

/// <summary>A chapter says how it is, or is silent; whoever looks after the hub sees it, and asks whether it needs help.</summary>
public abstract class Writing_to_a_chapter(PostgresServer? server) : IAsyncLifetime
{
    private readonly MailServer mail = new();
    private RunningHub hub = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => hub = await RunningHub.Start(
        server is null ? null : await server.CreateDatabase(Cancel), [.. mail.Settings.Select(s => (s.Key, s.Value!)), ("Mail:NameServer", "127.0.0.1:1")]);

    public async ValueTask DisposeAsync()
    {
        await hub.DisposeAsync();
        await mail.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task that_says_that_something_is_wrong_goes_once_a_week_to_its_public_address()
    {
        using var browser = new OperatorsBrowser(hub, "operator");
        var chapter = await hub.Admitted();
        await hub.Get<FollowerLoop>().CatchUp(Cancel);
        var (fr, en) = ($"/fr/inscriptions/{chapter.Id}", $"/en/enrolments/{chapter.Id}");

        await chapter.Hello(NodeHealth.Well, Timestamp.FromDateTimeOffset(SampleChapter.Founded));
        Assert.Contains("Dit que tout va bien", await Words("/fr/inscriptions"), StringComparison.Ordinal);
        Assert.Contains("15 janvier 2026", await Words(fr), StringComparison.Ordinal);
        Assert.DoesNotContain("Lui écrire", await Words(fr), StringComparison.Ordinal);
        Assert.Equal("enrolment.not-ailing", await Refused(hub.Operator));

        await chapter.Hello(NodeHealth.Wrong, null);
        await chapter.Hello(NodeHealth.Unspecified, null); // it was started again, and has not looked yet
        Assert.Contains("Dit que quelque chose ne va pas", await Words("/fr/inscriptions"), StringComparison.Ordinal);
        Assert.Contains("Says that something is wrong", await Words(en), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(fr, "write-to")).Status);

        var letter = Assert.Single(mail.To("bonjour@communaute.example"));
        Assert.Contains("dit que quelque chose ne va pas, sans dire quoi", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("tells us that something is wrong, without saying what", letter.TextBody, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(fr, "write-to")).Status);
        Assert.Equal("enrolment.written-lately", await Refused(hub.Operator));
        Assert.Equal(Access.RoleMissing, await Refused(new(hub.Operator.Id, [])));

        await Write("update chapter_letter set at = @at", new { at = TimeProvider.System.GetUtcNow().AddDays(-8) });
        Assert.True((await hub.Get<ChapterLetters>().Write(hub.Operator, chapter.Id, Cancel)).Succeeded);
        Assert.Equal(2, mail.Letters.Count);

        async Task<string> Words(string path) => (await browser.Open(path)).Document.Body!.TextContent;
        async Task<string> Refused(Actor by) => (await hub.Get<ChapterLetters>().Write(by, chapter.Id, Cancel)).Refusals.Single().Code;
    }

    [Fact]
    public async Task that_has_been_silent_for_a_week_may_be_tried_again_when_the_mail_server_did_not_take_it()
    {
        var chapter = await hub.Admitted();
        await hub.Get<FollowerLoop>().CatchUp(Cancel);
        await chapter.Hello();
        await Write("update chapter_contact set last_at = @at", new { at = TimeProvider.System.GetUtcNow().AddDays(-7) });
        using var browser = new OperatorsBrowser(hub, "operator");
        Assert.Contains("Not heard from for a week", (await browser.Open("/en/enrolments")).Document.Body!.TextContent, StringComparison.Ordinal);

        mail.Refuses = (421, "4.3.2 closed");
        Assert.Equal("enrolment.letter-not-taken", (await hub.Get<ChapterLetters>().Write(hub.Operator, chapter.Id, Cancel)).Refusals.Single().Code);
        mail.Refuses = null;
        Assert.True((await hub.Get<ChapterLetters>().Write(hub.Operator, chapter.Id, Cancel)).Succeeded);
        Assert.Contains("depuis une semaine", Assert.Single(mail.Letters).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task whose_proven_restore_is_no_time_or_lies_ahead_is_heard_all_the_same()
    {
        var chapter = await hub.Admitted();
        await hub.Get<FollowerLoop>().CatchUp(Cancel);

        foreach (var at in new[] { new Timestamp { Seconds = -1 }, new() { Nanos = -1 }, Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddDays(2)) })
        {
            await chapter.Hello(NodeHealth.Well, at);
            Assert.Null((await ChapterCondition.Find(hub.Database, chapter.Id, Cancel))!.RestoreProvenAt);
        }

        await chapter.Hello((NodeHealth)99, null); // of a later version
    }

    private Task<int> Write(string sql, object values) => hub.Database.Write(t => t.Execute(sql, values), Cancel);
}

public sealed class Writing_to_a_chapter_on_sqlite() : Writing_to_a_chapter(null);

public sealed class Writing_to_a_chapter_on_postgresql(PostgresServer server) : Writing_to_a_chapter(server);
