using System.IO.Compression;
using RecoveryCoP.Chapter.Federation;
using RecoveryCoP.Chapter.ReleasedTemplates;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Chapter.Tests.Federation;
using RecoveryCoP.Chapter.Tests.Members;
using RecoveryCoP.Chapter.Tests.Templates;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Tests.ReleasedTemplates;

/// <summary>A chapter on one engine, and a hub that hands it what it released.</summary>
public abstract class A_hub_that_releases_templates(PostgresServer? server) : IAsyncLifetime
{
    private OpenChapter _chapter = null!;
    private FakeHub _hub = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _chapter = new() { Postgres = server is null ? null : await server.CreateDatabase(Cancel) };
        await _chapter.InitializeAsync();
        _hub = await new FakeHub().Start();
    }

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task offers_the_newest_version_of_each_that_is_a_template_and_says_why_not_the_others()
    {
        await Enrol();
        Release(Of("good", "1.0.0"), 1);
        Release(Of("good", "1.2.0"), 2);
        Release(Of("good", "1.2.0", "Autre chose"), 3); // no newer version
        Release(Of("good", "1.1.0"), 4);
        Release(Of("back", "1.0.0"), 1);
        Release(Of("back", "1.1.0"), 2);
        _hub.Others.Add(_hub.Feed.WithdrawRelease("back", 2));
        Release(Of("back", "1.1.0", "Encore"), 3); // a version that was withdrawn does not come again
        Release(Of("bomb", "1.0.0"), packed: Packed(new byte[11_000_000]));
        Release(Of("noise", "1.0.0"), packed: [1, 2, 3]);
        Release(Of("text", "1.0.0"), packed: Packed("bonjour"u8.ToArray()));
        Release(Of("path", "1.0.0"), packed: Packed("""{"../../etc/passwd": "x"}"""u8.ToArray()));
        Release(Of("script", "1.0.0", "<script>alert(1)</script>"));
        Release(Of("hash", "1.0.0"), bent: said => said.TemplateHash = Google.Protobuf.ByteString.CopyFrom(new byte[32]));
        Release(Of("name", "1.0.0"), bent: said => said.TemplateId = "another-name");
        Release(Of("fork", "1.0.0"), bent: said => said.ForkedFrom = new TemplateOrigin { TemplateId = "quebec-recovery" });
        Release(Of("spaces", "1.0.0"), packed: Packed([.. TemplateWriter.ToBytes(Of("spaces", "1.0.0")), (byte)' ']));
        Release(Of("future", "1.0.0"), bent: said => said.MinimumSoftware = "99.0");
        var stranger = new FakeFeed();
        _hub.Others.AddRange([.. stranger.Entries, stranger.Release(Of("foreign", "1.0.0")), stranger.Release(Of("good", "9.0.0"))]);
        await Exchanged();

        var offered = await FromHub();
        Assert.Equal(["back 1.0.0", "good 1.2.0"], offered.Select(a => $"{a.Head.Id} {a.Head.Version}").Order(StringComparer.Ordinal));
        Assert.All(offered, a => Assert.Equal(_hub.Feed.Id.Value, a.Head.Hub));
        Assert.Equal("Une phrase.", (await offered.Single(a => a.Head.Id == "good").Read(Cancel)).Value!.Items.Single().In(Language.French, "text"));
        Assert.Equal(
            [
                "another-name template.another", "bomb template.bytes", "fork template.another", "future template.newer-software", "hash template.another", "noise template.bytes",
                "path template.path", "script template.html", "spaces template.another", "text template.bytes",
            ],
            (await _chapter.Get<TemplateUpgrade>().Unfit(Cancel)).Select(u => $"{u.Id} {u.Why.Code}").Order(StringComparer.Ordinal));

        var steward = await _chapter.SignIn(_chapter.Claude.Id);
        Assert.Contains("Ce que vous ne pouvez pas prendre", (await steward.Open("/fr/notre-modele", Cancel)).Words, StringComparison.Ordinal);
        Assert.Contains("! future 1.0.0: template.newer-software", (await Run("template-status")).Output, StringComparison.Ordinal);
        Assert.Equal(0, await _chapter.Get<Database>().Find<long>("select count(*) from grain_state where kind = @Kind", new { InstalledTemplate.Kind }, Cancel));
    }

    [Fact]
    public async Task is_told_once_on_the_home_and_the_profile_says_what_runs_here()
    {
        await Enrol();
        await Take(TemplateSamples.Of("1.0.0", TemplateSamples.Topic("silence", "Le silence")));
        Assert.Equal(["quebec", "1.0.0", ""], await Said());
        var second = TemplateSamples.Of("1.1.0", TemplateSamples.Topic("silence", "Les silences"));
        Release(second with { Head = second.Head with { Changes = new("Un titre plus juste.", "A better title.") } });
        await Exchanged();
        var (_, executive) = await _chapter.AddMember("Ève", ChapterRoles.Executive);
        var (_, member) = await _chapter.AddMember("Max");

        Assert.DoesNotContain("Un titre plus juste.", (await member.Open("/fr", Cancel)).Words, StringComparison.Ordinal);
        Assert.Contains("A better title.", (await executive.Open("/en", Cancel)).Words, StringComparison.Ordinal);
        var home = await executive.Open("/fr", Cancel);
        Assert.Contains("Un titre plus juste.", home.Words, StringComparison.Ordinal);
        var later = await executive.Send("/fr", home, "template-not-now", Cancel);
        Assert.True(later.IsDone, later.Words);
        Assert.DoesNotContain("Un titre plus juste.", (await executive.Open("/fr", Cancel)).Words, StringComparison.Ordinal);

        var profiles = await Profiles();
        Assert.Equal(0, (await Run("template-apply")).ExitCode);
        await Exchanged();
        await Exchanged();
        Assert.Equal(["quebec", "1.1.0", _hub.Feed.Id.Value], await Said());
        Assert.Equal(profiles + 1, await Profiles());
        Assert.Equal(0, (await Run("template-undo")).ExitCode);
        await Exchanged();
        Assert.Equal(["quebec", "1.0.0", ""], await Said());
    }

    [Fact]
    public async Task gives_its_templates_for_a_code_before_the_chapter_is_enrolled()
    {
        var code = _hub.NewCode();
        Give(Of("good", "1.0.0"));
        Give(Of("other", "2.0.0"));
        Give(Of("script", "1.0.0", "<script>"));
        var steward = await _chapter.SignIn(_chapter.Claude.Id);

        var fetched = await steward.Fill("/fr/notre-modele", "fetch-templates", Cancel, ("Code", code.Print()), ("Address", _hub.Address));

        Assert.True(fetched.IsDone, fetched.Words);
        Assert.Equal(code.Secret, _hub.CodeGiven);
        Assert.Equal(["GetTemplates", "GetTemplates", "GetTemplates"], _hub.Calls);
        Assert.Equal(["good", "other"], (await Fetched()).Select(a => a.Head.Id));
        Assert.Contains("Obtenu d’un carrefour", (await steward.Open("/fr/notre-modele", Cancel)).Words, StringComparison.Ordinal);
        // Whoever founds can begin with them.
        Assert.True((await steward.Fill("/fr/fonder/modele", "fetch-templates", Cancel, ("Code", code.Print()), ("Address", _hub.Address))).IsDone);
        Assert.Contains("Obtenu d’un carrefour", (await steward.Open("/fr/fonder/modele", Cancel)).Words, StringComparison.Ordinal);
        var again = await Run("template-fetch", ("code", code.Print()), ("hub", _hub.Address));
        Assert.Contains("+ good 1.0.0", again.Output, StringComparison.Ordinal);
        Assert.Contains("! script 1.0.0: ", again.Output, StringComparison.Ordinal);

        // Once the hub's feed is here, it says what there is.
        _hub.Feed.Release(Of("later", "1.0.0"));
        _hub.Others.Clear();
        _hub.Others.AddRange(_hub.Feed.Entries);
        Assert.True((await _chapter.Get<Enrolment>().Enrol(code.Print(), _hub.Address, Cancel)).Succeeded);
        await Exchanged();
        Assert.Empty(await Fetched());
        Assert.False((await steward.Open("/fr/notre-modele", Cancel)).Has("fetch-templates"));
    }

    [Fact]
    public async Task is_not_believed_where_it_is_not_the_hub_of_the_code_or_proves_nothing()
    {
        var good = Proof(Of("good", "1.0.0"));
        var forged = good.Clone();
        forged.Item.Item.Payload = Google.Protobuf.ByteString.CopyFrom([.. good.Item.Item.Payload, 0xA2, 0x06, 1, (byte)'x']);
        var other = new FakeFeed();
        var foreign = other.ProofOf(other.Release(Of("good", "1.0.0")));
        var bare = good.Clone();
        bare.Item.Content = null;
        foreach (var (proof, why) in new[] { (forged, "federation.wrong-hub"), (foreign, "federation.wrong-hub"), (bare, "federation.hub-unclear"), (_hub.Feed.ProofOf(_hub.Feed.Say("Un carrefour")), "federation.hub-unclear") })
        {
            _hub.Templates.Clear();
            _hub.Templates.Add(proof);
            Assert.Equal(why, await Why(_hub.NewCode().Print(), _hub.Address));
        }

        _hub.Templates.Clear();
        Assert.Equal("released.none", await Why(_hub.NewCode().Print(), _hub.Address));
        Assert.Equal("federation.code-mistyped", await Why("012345", _hub.Address));
        _hub.Refuse = _ => A_failed_call.RefusalFor(Grpc.Core.StatusCode.FailedPrecondition, "CODE_EXPIRED");
        Assert.Equal("federation.code-expired", await Why(_hub.NewCode().Print(), _hub.Address));
        Assert.Equal("access.role-missing", (await _chapter.Get<FetchTemplates>().Do(_chapter.Claude with { Roles = [ChapterRoles.Executive] }, new(), Cancel)).Refusals.Single().Code);
        Assert.Empty(await Fetched());

        async Task<string> Why(string code, string address) =>
            (await _chapter.Get<FetchTemplates>().Do(_chapter.Claude, new EnrolChapter { Code = code, Address = address }, Cancel)).Refusals.Single().Code;
    }

    private static Template Of(string id, string version, string text = "Une phrase.") => new(
        new TemplateHead(id, Version.Parse(version)) { Name = new("Rétablissement", "Recovery"), Changes = new("Des mots plus simples.", "Plainer words.") },
        [new TemplateItem("text", "guide").With("title", "Guide", "Guide").With("text", text, text)]);

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private void Release(Template template, uint number = 1, Action<TemplateRelease>? bent = null, byte[]? packed = null) => _hub.Others.Add(_hub.Feed.Release(template, number, null, bent, packed));

    private ItemProof Proof(Template template) => _hub.Feed.ProofOf(_hub.Feed.Release(template));

    private void Give(Template template) => _hub.Templates.Add(Proof(template));

    private async Task Enrol() => Assert.True((await _chapter.Get<Enrolment>().Enrol(_hub.NewCode().Print(), _hub.Address, Cancel)).Succeeded);

    private async Task Exchanged()
    {
        await _chapter.Get<FollowerLoop>().CatchUp(Cancel);
        Assert.Null((await _chapter.Get<SyncRound>().Run(Cancel)).Failure);
        await _chapter.Get<FollowerLoop>().CatchUp(Cancel);
    }

    private async Task Take(Template template)
    {
        Assert.Empty((await _chapter.Get<TemplateInstaller>().Install(_chapter.Claude, template, Language.French, new Dictionary<string, string>(), Cancel)).Refusals);
        await Exchanged();
    }

    private async Task<IReadOnlyList<AvailableTemplate>> FromHub() => await _chapter.Get<IEnumerable<ITemplateSource>>().OfType<HubTemplates>().Single().Available(Cancel);

    private async Task<IReadOnlyList<AvailableTemplate>> Fetched() => await _chapter.Get<FetchedTemplates>().Available(Cancel);

    private Task<VerbResult> Run(string verb, params (string Name, string Value)[] values) =>
        _chapter.Get<IEnumerable<Verb>>().Single(v => v.Name == verb).Run(_chapter.Get<IServiceProvider>(), values.ToDictionary(v => v.Name, v => v.Value), Cancel);

    private async Task<string[]> Said()
    {
        var last = NodeProfile.Parser.ParseFrom((await Payloads())[^1]);
        return [last.TemplateId, last.TemplateVersion, last.TemplateHub];
    }

    private async Task<int> Profiles() => (await Payloads()).Count;

    private Task<IReadOnlyList<byte[]>> Payloads() => _chapter.Get<Database>().Query<byte[]>(
        "select payload from item where node_id = @self and payload_type = @type order by feed_position", new { self = _chapter.Get<ThisNode>().Identity.Id.Value, type = NodeProfile.Descriptor.FullName }, Cancel);
}

public sealed class A_hub_that_releases_templates_on_SQLite() : A_hub_that_releases_templates(null);

public sealed class A_hub_that_releases_templates_on_PostgreSQL(PostgresServer server) : A_hub_that_releases_templates(server);
