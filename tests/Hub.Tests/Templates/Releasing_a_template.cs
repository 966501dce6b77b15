using System.Net;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Templates;
using RecoveryCoP.Hub.Tests.Harness;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.TemplateReleases;
using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Tests.Templates;

public abstract class Releasing_a_template(HubOn engine) : AtAHub(engine)
{
    private static int next;

    private readonly string id = $"modele-{Interlocked.Increment(ref next)}";

    [Fact]
    public async Task signs_it_into_the_hubs_feed_for_every_chapter_to_read()
    {
        var reader = await Hub.Admitted();

        Assert.Null(await Released("1.0.0"));

        var items = (await Everything(reader)).Where(i => i.Item.PayloadType == TemplateRelease.Descriptor.FullName).ToList();
        var (said, content) = (TemplateRelease.Parser.ParseFrom(items[^1].Item.Payload), items[^1].Content.Bytes.ToByteArray());
        Assert.Equal((id, "1.0.0", 1u), (said.TemplateId, said.Version, said.About.Revision));
        Assert.Equal(Of("1.0.0").Items, ReleasedTemplate.Read(Hub.Id.Value, said, content).Value!.Items);
    }

    [Fact]
    public async Task is_for_operators_and_each_version_is_newer_than_the_last()
    {
        Assert.Equal("access.members-only", await Code(null, Of("1.0.0")));
        Assert.Equal("access.role-missing", await Code(Hub.Operator with { Roles = ["steward"] }, Of("1.0.0")));
        Assert.Null(await Released("1.0.0"));
        Assert.Equal("release.not-newer", await Released("1.0.0"));
        Assert.Equal("release.not-newer", await Released("0.9.0"));
        Assert.Null(await Released("1.0.1"));
        Assert.Null(await Withdrawn("1.0.1"));
        // Communities may have taken it.
        Assert.Equal("release.not-newer", await Released("1.0.1"));
        Assert.Null(await Released("1.10.0"));
    }

    [Fact]
    public async Task refuses_what_its_readers_would_refuse_and_what_no_feed_takes()
    {
        Assert.Equal("template.html", await Code(Hub.Operator, Of("1.0.0", "<script>alert(1)</script>")));
        var random = new Random(1);
        string Noise() => string.Concat(Enumerable.Range(0, 19_000).Select(_ => (char)random.Next(0x4E00, 0x9FFF)));
        var large = Of("1.0.0") with { Items = [.. Enumerable.Range(0, 10).Select(n => new TemplateItem("text", $"texte-{n}").With("title", "T", "T").With("text", Noise(), Noise()))] };
        Assert.Equal("release.too-large", await Code(Hub.Operator, large));
        Assert.DoesNotContain(await Hub.Get<TemplateReleases>().All(Cancel), r => r.Release.TemplateId == id);
    }

    [Fact]
    public async Task says_what_it_was_made_from()
    {
        var fork = Of("1.0.0") with { Head = Of("1.0.0").Head with { ForkOf = BuiltInTemplate.Template.Head.Id } };
        Assert.Null(await Code(Hub.Operator, fork));
        await Followed();
        Assert.Equal(("", BuiltInTemplate.Template.Head.Id, BuiltInTemplate.Template.Head.Version.ToString()), await Origin(id));

        var grandchild = new Template(new TemplateHead(id + "-b", new(2, 0, 0)) { Name = fork.Head.Name, Changes = fork.Head.Changes, ForkOf = id }, fork.Items);
        Assert.Null(await Code(Hub.Operator, grandchild));
        await Followed();
        Assert.Equal((Hub.Id.Value, id, "1.0.0"), await Origin(id + "-b"));

        async Task<(string, string, string)> Origin(string of)
        {
            var origin = (await Hub.Get<HubReleases>().All(Cancel)).Single(r => r.TemplateId == of).Said.ForkedFrom;
            return (origin.NodeId, origin.TemplateId, origin.Version);
        }
    }

    [Fact]
    public async Task withdraws_a_version_and_erases_what_was_in_it()
    {
        Assert.Null(await Released("1.0.0"));
        Assert.Null(await Released("2.0.0"));
        Assert.Equal("access.role-missing", (await Hub.Get<WithdrawRelease>().Do(Hub.Operator with { Roles = [] }, id, "2.0.0", Cancel)).Refusals.Single().Code);

        Assert.Null(await Withdrawn("2.0.0"));

        Assert.Equal("release.unknown", await Withdrawn("2.0.0"));
        Assert.Equal("release.unknown", await Withdrawn("7.0.0"));
        Assert.Null(await Hub.Get<TemplateReleases>().Find(id, "2.0.0", Cancel));
        Assert.NotNull(await Hub.Get<TemplateReleases>().Find(id, "1.0.0", Cancel));
        using var visitor = new FormClient(Hub.Web);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Download($"/modeles/{id}-2.0.0.zip", Cancel)).Status);
    }

    [Fact]
    public async Task gives_the_newest_to_whoever_has_a_code_which_stays_good()
    {
        Assert.Null(await Released("1.0.0"));
        Assert.Null(await Released("1.1.0"));
        await Followed();
        var code = await Hub.NewCode();
        var enrolment = new EnrolmentService.EnrolmentServiceClient(Hub.Channel);

        var proofs = new List<ItemProof>();
        GetTemplatesResponse answer;
        do
        {
            answer = await enrolment.GetTemplatesAsync(new() { Code = code.Secret, After = proofs.Count == 0 ? 0 : ItemProofs.Verify(proofs[^1])!.Position }, deadline: Soon(), cancellationToken: Cancel);
            proofs.AddRange(answer.Releases);
        }
        while (answer.More);

        var proven = proofs.Select(p => ItemProofs.Verify(p)!).ToList();
        Assert.All(proven, p => Assert.True(code.IsFor(p.Node)));
        Assert.Equal("1.1.0", proven.Select(p => (TemplateRelease)p.Item.Payload!).Single(r => r.TemplateId == id).Version);
        await Refused.As(StatusCode.NotFound, "CODE_UNKNOWN", async () => await enrolment.GetTemplatesAsync(new() { Code = "00000000000000000000" }, deadline: Soon(), cancellationToken: Cancel));
        await Refused.As(StatusCode.InvalidArgument, "DEADLINE_REQUIRED", async () => await enrolment.GetTemplatesAsync(new() { Code = code.Secret }, cancellationToken: Cancel));
        Assert.Equal(EnrolmentState.Pending, (await new SampleChapter(Hub).Enrol(code)).State);
        // Whoever waits may still ask with it, until it is too old.
        Assert.NotEmpty((await enrolment.GetTemplatesAsync(new() { Code = code.Secret }, deadline: Soon(), cancellationToken: Cancel)).Releases);
        await Hub.Database.Write(t => t.Execute("update enrolment_code set expires_at = @past", new { past = DateTimeOffset.UnixEpoch }), Cancel);
        await Refused.As(StatusCode.FailedPrecondition, "CODE_EXPIRED", async () => await enrolment.GetTemplatesAsync(new() { Code = code.Secret }, deadline: Soon(), cancellationToken: Cancel));
    }

    [Fact]
    public async Task shows_which_chapter_runs_which_version_and_who_is_behind()
    {
        Assert.Null(await Released("1.0.0"));
        Assert.Null(await Released("1.1.0"));
        var (current, behind, foreign, silent) = (await Hub.Admitted(), await Hub.Admitted(), await Hub.Admitted(), await Hub.Admitted());
        await Says(current, "1.1.0", Hub.Id.Value);
        await Says(behind, "1.0.0", "");
        await Says(foreign, "1.0.0", silent.Id.Value); // another hub's of the same name
        await Followed();

        var running = (await Hub.Get<RunningTemplates>().All(Cancel)).ToDictionary(r => r.NodeId, r => (r.TemplateId, r.Version?.ToString(), r.Newer?.ToString()));
        Assert.Equal((id, "1.1.0", null), running[current.Id.Value]);
        Assert.Equal((id, "1.0.0", "1.1.0"), running[behind.Id.Value]);
        Assert.Equal((id, "1.0.0", null), running[foreign.Id.Value]);
        Assert.Equal(("", null, null), running[silent.Id.Value]);
        using var browser = new OperatorsBrowser(Hub, "operator");
        foreach (var (path, words) in new[] { ("/fr/modeles", "en retard\u00a0: 1.1.0 est publiée"), ("/en/templates", "behind: 1.1.0 is released"), ("/fr/inscriptions", $"{id} 1.0.0"), ("/en/enrolments", "behind: 1.1.0 is released") })
        {
            Assert.Contains(words, (await browser.Open(path)).Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        using var visitor = new OperatorsBrowser(Hub, "");
        Assert.Null((await visitor.Open("/fr/modeles")).Document.QuerySelector("#running"));
    }

    [Fact]
    public async Task is_done_on_a_page_where_everybody_reads_what_changed_and_downloads_it()
    {
        using var form = new FormClient(Hub.Web);
        Assert.Null(await Released("1.0.0"));
        using var browser = new OperatorsBrowser(Hub, "operator");

        var page = (await form.Open("/fr/modeles", Cancel)).Page.QuerySelector($"#{id}")!;
        Assert.Contains("Des mots plus simples.", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("Plainer words.", (await form.Open("/en/templates", Cancel)).Page.QuerySelector($"#{id}")!.TextContent, StringComparison.Ordinal);
        var zip = await form.Download(page.QuerySelector("a[href$='.zip']")!.GetAttribute("href")!, Cancel);
        Assert.Equal(Of("1.0.0"), TemplateReader.Read(zip.Bytes).Value);
        Assert.False((await form.Open("/fr/modeles", Cancel)).Has("release"));

        var withdrawn = await browser.Send("/fr/modeles", $"withdraw-{id}-1-0-0");
        Assert.Equal((HttpStatusCode.SeeOther, "/fr/modeles?done=release.withdrawn"), (withdrawn.Status, withdrawn.Location));
        await Followed();
        Assert.Contains("retirée", (await form.Open("/fr/modeles", Cancel)).Page.QuerySelector($"#{id}")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_done_from_the_command_line_with_a_folder_or_a_zip()
    {
        using var folder = new TemporaryFolder();
        var zip = folder.File("modele.zip");
        await File.WriteAllBytesAsync(zip, TemplateWriter.ToZip(Of("1.0.0")), Cancel);
        var tree = folder.Folder("modele");
        foreach (var (path, text) in TemplateWriter.ToFiles(Of("1.1.0")))
        {
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(tree, path))!);
            await File.WriteAllTextAsync(Path.Combine(tree, path), text, Cancel);
        }

        foreach (var place in new[] { zip, tree })
        {
            var released = await Run("template-release", ("template", place));
            Assert.True(released.ExitCode == 0, released.Output);
        }

        Assert.Contains("1.1.0", (await Run("template-release", ("template", tree))).Output, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(tree, "template.json"), "{", Cancel);
        Assert.Contains("template.json", (await Run("template-release", ("template", tree))).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await Run("template-release", ("template", zip), ("fork-of-hub", "nobody"))).ExitCode);
        Assert.Contains($"{id} 1.1.0", (await Run("template-releases")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("template-withdraw", ("id", id), ("version", "1.1.0"))).ExitCode);
        Assert.Equal(1, (await Run("template-withdraw", ("id", id), ("version", "1.1.0"))).ExitCode);
        Assert.Matches($"{id} 1.1.0.*withdrawn", (await Run("template-releases")).Output);
    }

    private Template Of(string version, string text = "Une phrase.") => new(
        new TemplateHead(id, Version.Parse(version)) { Name = new("Rétablissement", "Recovery"), Changes = new("Des mots plus simples.", "Plainer words.") },
        [new TemplateItem("text", "guide").With("title", "Guide", "Guide").With("text", text, text)]);

    private async Task<string?> Code(Actor? actor, Template template) => (await Hub.Get<ReleaseTemplate>().Do(actor, template, Cancel)).Refusals is [var first, ..] ? first.Code : null;

    private async Task<string?> Released(string version)
    {
        var code = await Code(Hub.Operator, Of(version));
        await Followed();
        return code;
    }

    private async Task<string?> Withdrawn(string version)
    {
        var code = (await Hub.Get<WithdrawRelease>().Do(Hub.Operator, id, version, Cancel)).Refusals.SingleOrDefault()?.Code;
        await Followed();
        return code;
    }

    private Task Followed() => Hub.Get<FollowerLoop>().CatchUp(Cancel);

    private Task<Node.Hosting.VerbResult> Run(string verb, params (string Name, string Value)[] values) =>
        Hub.Get<IEnumerable<Node.Hosting.Verb>>().Single(v => v.Name == verb).Run(Hub.Services, values.ToDictionary(v => v.Name, v => v.Value), Cancel);

    private static DateTime Soon() => TimeProvider.System.GetUtcNow().AddSeconds(40).UtcDateTime;

    private async Task Says(SampleChapter chapter, string version, string hub)
    {
        var content = ContentHash.NewContent(new NodeProfileContent { NameFr = $"Communauté {chapter.Id.Value[..6]}" });
        await chapter.Push(chapter.Say(at => new NodeProfile { At = at, ContentHash = ContentHash.Of(content), Languages = { "fr" }, TemplateId = id, TemplateVersion = version, TemplateHub = hub }, content));
    }

    private static async Task<IReadOnlyList<ItemWithContent>> Everything(SampleChapter reader)
    {
        var (all, cursor) = (new List<ItemWithContent>(), Google.Protobuf.ByteString.Empty);
        PullResponse page;
        do
        {
            page = await reader.Pull(cursor);
            all.AddRange(page.Page.Entries.SelectMany(e => e.Run?.Items ?? []));
            cursor = page.NextCursor;
        }
        while (page.More);

        return all;
    }
}

public sealed class Releasing_a_template_on_SQLite(HubOnSqlite engine) : Releasing_a_template(engine), IClassFixture<HubOnSqlite>;

public sealed class Releasing_a_template_on_PostgreSQL(HubOnPostgres engine) : Releasing_a_template(engine), IClassFixture<HubOnPostgres>;
