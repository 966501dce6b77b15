using System.Net;
using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.TakeDowns;
using RecoveryCoP.Hub.Tests.Harness;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Hub.Tests.TakeDowns;

public abstract class Taking_a_practice_down(HubOn engine) : AtAHub(engine)
{
    [Fact]
    public async Task erases_it_here_and_for_whoever_pulls_and_says_why()
    {
        var (author, practice) = (await Hub.Admitted(), Guid.CreateVersion7(SampleChapter.Founded));
        var reader = await Hub.Admitted();
        var (first, second) = (author.Revise("Zoulmirak", practice: practice), author.Revise("Zoulmirak revu", practice: practice));
        await author.Push(first, second);
        await Followed();
        using var browser = new OperatorsBrowser(Hub, "operator");
        var page = $"/fr/bibliotheque/{author.Id}/{practice}";
        var link = (await browser.Open(page)).Document.QuerySelector($"main a[href='{page}/retirer']");
        Assert.NotNull(link);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(page + "/retirer", "take-down", ("Reason", ""))).Status);
        var sent = await browser.Send(page + "/retirer", "take-down", ("Reason", "personal-data"));
        Assert.Equal((HttpStatusCode.SeeOther, "/fr/bibliotheque?done=take-down.done"), (sent.Status, sent.Location));

        var pulled = await Everything(reader);
        Assert.All(pulled.SelectMany(e => e.Run?.Items ?? []).Where(i => i.Item.PayloadType == PracticeRevision.Descriptor.FullName && Is(i, practice)), i => Assert.Null(i.Content));
        var said = TakeDown.Parser.ParseFrom(pulled.SelectMany(e => e.Run?.Items ?? []).Last(i => i.Item.PayloadType == TakeDown.Descriptor.FullName).Item.Payload);
        Assert.Equal((author.Id.Value, TakeDownReason.PersonalData, 0), (said.NodeId, said.Reason, said.Revisions.Count));
        await Followed();
        foreach (var (language, words) in new[] { ("fr/bibliotheque", "Elle parle d’une personne qui ne l’a pas accepté"), ("en/library", "It speaks of a person who did not agree to it") })
        {
            var gone = await browser.Open($"/{language}/{author.Id}/{practice}");
            Assert.Equal(HttpStatusCode.Gone, gone.Status);
            Assert.Contains(words, gone.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(page + "/retirer")).Status);
    }

    [Fact]
    public async Task is_not_undone_by_pushing_it_again_and_nothing_is_asked_for()
    {
        var (author, practice) = (await Hub.Admitted(), Guid.CreateVersion7(SampleChapter.Founded));
        var (first, second) = (author.Revise(practice: practice), author.Revise(practice: practice));
        var bare = second.Clone();
        bare.Run.Items[0].Content = null;
        await author.Push(first, bare);
        Assert.Single((await author.Hello()).ContentsWanted);
        await Followed();
        Assert.True((await Hub.Get<TakeDownPractice>().Do(Hub.Operator, author.Id, practice, TakeDownReason.Harmful, Cancel)).Succeeded);

        var again = await author.Push(first, second);
        var third = await author.Push(author.Revise(practice: practice));

        Assert.All([.. again.Results, .. third.Results], r => Assert.Empty(r.Items));
        Assert.Empty((await author.Hello()).ContentsWanted);
        Assert.Equal(1, await Hub.Database.Find<long>(
            "select count(*) from item_content c join item i on i.position = c.position where i.node_id = @node", new { node = author.Id.Value }, Cancel)); // its profile
    }

    [Fact]
    public async Task is_for_operators_with_a_reason_and_only_once()
    {
        var (author, practice) = (await Hub.Admitted(), Guid.CreateVersion7(SampleChapter.Founded));
        await author.Push(author.Revise(practice: practice));
        await Followed();
        using var visitor = new OperatorsBrowser(Hub, "");
        Assert.Null((await visitor.Open($"/en/library/{author.Id}/{practice}")).Document.QuerySelector("main a[href$='take-down']"));

        Assert.Equal("access.role-missing", await Code(Hub.Operator with { Roles = ["steward"] }, TakeDownReason.Legal));
        Assert.Equal("access.members-only", await Code(null, TakeDownReason.Legal));
        Assert.Equal("take-down.reason-missing", await Code(Hub.Operator, null));
        Assert.Equal("take-down.reason-missing", await Code(Hub.Operator, (TakeDownReason)99));
        Assert.Null(await Code(Hub.Operator, TakeDownReason.Legal));
        Assert.Equal("take-down.stale", await Code(Hub.Operator, TakeDownReason.Legal));

        async Task<string?> Code(Node.Operations.Actor? actor, TakeDownReason? reason) =>
            (await Hub.Get<TakeDownPractice>().Do(actor, author.Id, practice, reason, Cancel)).Refusals.SingleOrDefault()?.Code;
    }

    [Fact]
    public async Task leads_on_to_the_same_practice_in_the_other_language_which_stays_otherwise()
    {
        var (author, french, english) = (await Hub.Admitted(), Guid.CreateVersion7(SampleChapter.Founded), Guid.CreateVersion7(SampleChapter.Founded));
        var original = author.Revise("Le café", practice: french);
        await author.Push(original, author.Revise("The coffee", practice: english, language: "en", translates: original));
        await Followed();
        using var browser = new OperatorsBrowser(Hub, "operator");

        var page = (await browser.Open($"/fr/bibliotheque/{author.Id}/{french}/retirer")).Document;

        Assert.NotNull(page.QuerySelector($".notice a[href='/en/library/{author.Id}/{english}']"));
    }

    private Task Followed() => Hub.Get<FollowerLoop>().CatchUp(Cancel);

    private static bool Is(ItemWithContent item, Guid practice) =>
        PracticeRevision.Parser.ParseFrom(item.Item.Payload).About.Id.Span.SequenceEqual(practice.ToByteArray(bigEndian: true));

    private static async Task<IReadOnlyList<FeedEntry>> Everything(SampleChapter reader)
    {
        var (all, cursor) = (new List<FeedEntry>(), ByteString.Empty);
        PullResponse page;
        do
        {
            page = await reader.Pull(cursor);
            all.AddRange(page.Page.Entries);
            cursor = page.NextCursor;
        }
        while (page.More);

        return all;
    }
}

public sealed class Taking_a_practice_down_on_SQLite(HubOnSqlite engine) : Taking_a_practice_down(engine), IClassFixture<HubOnSqlite>;

public sealed class Taking_a_practice_down_on_PostgreSQL(HubOnPostgres engine) : Taking_a_practice_down(engine), IClassFixture<HubOnPostgres>;
