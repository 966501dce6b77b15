using System.Net;
using System.Text.Json;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Organizations;
using RecoveryCoP.Chapter.Tests.Members;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Organizations;

public abstract class Organizations_of_a_chapter(PostgresServer? server) : IAsyncLifetime
{
    private readonly List<FormClient> _browsers = [];
    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private OrganizationQueries Queries => _chapter.Get<OrganizationQueries>();

    private MemberQueries Members => _chapter.Get<MemberQueries>();

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(server);

    public async ValueTask DisposeAsync()
    {
        _browsers.ForEach(b => b.Dispose());
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("/fr/organisations", "/fr/organisations/ajouter", "Est-ce celle-ci?")]
    [InlineData("/en/organizations", "/en/organizations/add", "Is it this one?")]
    public async Task are_added_by_any_member_once_and_offered_to_who_adds_the_same(string list, string add, string offer)
    {
        var (_, browser) = await SignedIn();
        Assert.Contains(add, (await browser.Open(list, Cancel)).Page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);

        var added = await browser.Fill(add, "add-organization", Cancel, ("Name", "Le Moulin"), ("Kind", "community-organization"), ("Region", "05"), ("WebAddress", "https://moulin.exemple.org/"));
        var again = await browser.Fill(add, "add-organization", Cancel, ("Name", "Le Moulin"), ("Kind", "community-organization"), ("Region", "05"), ("WebAddress", "https://moulin.exemple.org/"));
        var (_, other) = await SignedIn();
        var like = await other.Fill(add, "add-organization", Cancel, ("Name", "LE MOULIN."), ("Kind", "other"));

        Assert.Equal($"{list}/{Organization.IdOf("Le Moulin")}?done=organization.added", added.Location);
        Assert.Equal(added.Location, again.Location);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, like.Status);
        Assert.Contains(offer, like.Words, StringComparison.Ordinal);
        Assert.Equal("Le Moulin", like.Page.QuerySelector("#same a")!.TextContent);
        Assert.Single(await Queries.Listed(Cancel));
        Assert.Contains("Le Moulin", (await other.Open(list, Cancel)).Words, StringComparison.Ordinal);
        Assert.Equal("moulin.exemple.org", (await other.Open(added.Location!, Cancel)).Page.QuerySelector("main a[rel~=nofollow]")!.TextContent);
        Assert.Empty((await other.Open($"{list}?q=envol", Cancel)).Page.QuerySelectorAll("main ul.rows a"));
        Assert.Single((await other.Open($"{list}?q=MOUL", Cancel)).Page.QuerySelectorAll("main ul.rows a"));
    }

    [Fact]
    public async Task are_refused_with_what_was_typed_when_something_is_missing_or_wrong()
    {
        var (_, browser) = await SignedIn();

        var nothing = await browser.Fill("/fr/organisations/ajouter", "add-organization", Cancel);
        var wrong = await browser.Fill("/fr/organisations/ajouter", "add-organization", Cancel, ("Name", "Le Moulin"), ("Kind", "other"), ("WebAddress", "http://moulin.exemple.org"), ("DescriptionFr", new string('a', 1001)));

        Assert.All([nothing, wrong], a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.Status));
        Assert.NotNull(nothing.Page.QuerySelector("#add-organization-Name-problem"));
        Assert.NotNull(wrong.Page.QuerySelector("#add-organization-WebAddress-problem"));
        Assert.Equal("Le Moulin", wrong.Page.QuerySelector("#add-organization-Name")!.GetAttribute("value"));
        Assert.Empty(await Queries.Listed(Cancel));
    }

    [Fact]
    public async Task are_in_the_order_that_readers_expect()
    {
        foreach (var name in (string[])["Zoé", "Établissement", "Escale", "atelier"])
        {
            await Added(name);
        }

        Assert.Equal(["atelier", "Escale", "Établissement", "Zoé"], (await Queries.Listed(Cancel)).Select(o => o.Name));
    }

    [Fact]
    public async Task show_who_belongs_only_where_that_person_shows_it()
    {
        var id = await Added("L’Escale");
        var (who, browser) = await SignedIn();
        var (_, other) = await SignedIn();
        var executive = (await SignedIn(ChapterRoles.Executive)).Browser;
        var name = (await _chapter.Get<AccountStore>().Find(who.Id, Cancel))!.Name;

        Assert.True((await browser.Fill("/fr/ma-page/profil", "belong", Cancel, ("Organization", id.ToString()))).IsDone);
        var unseen = new[] { await other.Open($"/fr/organisations/{id}", Cancel), await executive.Open($"/fr/organisations/{id}", Cancel), await other.Open("/fr/personnes", Cancel) };
        Assert.All(unseen, page => Assert.DoesNotContain(name, page.Words, StringComparison.Ordinal));
        Assert.Null(unseen[0].Page.QuerySelector("#belonging"));
        Assert.Contains("Personne d’autre ne le voit", (await browser.Open($"/fr/organisations/{id}", Cancel)).Words, StringComparison.Ordinal);

        await browser.Fill("/fr/ma-page/profil", "describe", Cancel, ("Shown", "name"));
        Assert.DoesNotContain("L’Escale", (await other.Open("/fr/personnes", Cancel)).Page.QuerySelector(".rows")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await Members.Showing(id, Cancel));

        await browser.Fill("/fr/ma-page/profil", "describe", Cancel, ("Shown", "name"), ("Shown", "affiliation"));
        Assert.Contains("L’Escale", (await other.Open("/fr/personnes", Cancel)).Page.QuerySelector(".rows")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(name, (await other.Open($"/fr/organisations/{id}", Cancel)).Page.QuerySelector("#belonging")!.TextContent, StringComparison.Ordinal);

        Assert.True((await browser.Fill($"/fr/organisations/{id}", "leave-organization", Cancel)).IsDone);
        Assert.Empty(await Members.Showing(id, Cancel));
        Assert.True((await browser.Fill($"/fr/organisations/{id}", "belong-here", Cancel)).IsDone);
        Assert.Equal(who.Id, Assert.Single(await Members.Showing(id, Cancel)).MemberId);
    }

    [Fact]
    public async Task are_chosen_from_the_list_and_ten_at_most()
    {
        var (who, browser) = await SignedIn();
        var unknown = await browser.Open("/fr/ma-page/profil", Cancel);
        Assert.False(unknown.Has("belong"));
        for (var n = 0; n <= Member.MostOrganizations; n++)
        {
            await Added($"Lieu {n}");
        }

        foreach (var one in (await Queries.Listed(Cancel)).Take(Member.MostOrganizations))
        {
            Assert.True((await browser.Fill("/fr/ma-page/profil", "belong", Cancel, ("Organization", one.Id.ToString()))).IsDone);
        }

        var last = (await Queries.Listed(Cancel))[^1].Id;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Fill("/fr/ma-page/profil", "belong", Cancel, ("Organization", last.ToString()))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Fill("/fr/ma-page/profil", "belong", Cancel, ("Organization", who.Id.ToString()))).Status);
        var first = (await Members.Find(who.Id, Cancel)).Organizations[0];
        Assert.True((await browser.Fill("/fr/ma-page/profil", $"no-longer-belong-{first}", Cancel)).IsDone);
        Assert.Equal(Member.MostOrganizations - 1, (await Members.Find(who.Id, Cancel)).Organizations.Count);
    }

    [Fact]
    public async Task are_corrected_by_the_executive_and_not_into_another_one()
    {
        var id = await Added("L’Escale");
        await Added("Le Moulin");
        var (_, executive) = await SignedIn(ChapterRoles.Executive);
        var (_, member) = await SignedIn();
        var path = $"/fr/organisations/{id}/corriger";
        Assert.Equal(HttpStatusCode.Forbidden, (await member.Open(path, Cancel)).Status);

        var stale = await executive.Open(path, Cancel);
        Assert.True((await executive.Send(path, await executive.Open(path, Cancel), "correct-organization", Cancel, ("Name", "L’Escale du Nord"))).IsDone);
        var late = await executive.Send(path, stale, "correct-organization", Cancel, ("Name", "L’Escale du Sud"));
        var taken = await executive.Fill(path, "correct-organization", Cancel, ("Name", "le moulin"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity), (late.Status, taken.Status));
        Assert.Contains("L’Escale du Nord", late.Page.QuerySelector("#theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("L’Escale du Nord", (await Queries.Find(id, Cancel))!.Content.Name);
        // Whoever adds it under the name that it had means it.
        Assert.Equal(id, (await Queries.Named("l'escale", Cancel))!.Id);
    }

    [Fact]
    public async Task are_taken_away_without_telling_whether_anybody_belongs_and_come_back()
    {
        var id = await Added("L’Escale");
        var (who, browser) = await SignedIn();
        await browser.Fill("/fr/ma-page/profil", "belong", Cancel, ("Organization", id.ToString()));
        await browser.Fill("/fr/ma-page/profil", "describe", Cancel, ("Shown", "name"), ("Shown", "affiliation"));
        var (_, executive) = await SignedIn(ChapterRoles.Executive);

        Assert.True((await executive.Fill($"/fr/organisations/{id}", "take-away", Cancel)).IsDone);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"/fr/organisations/{id}", Cancel)).Status);
        Assert.DoesNotContain("L’Escale", (await browser.Open("/fr/organisations", Cancel)).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("L’Escale", (await browser.Open("/fr/personnes", Cancel)).Words, StringComparison.Ordinal);
        Assert.Contains("Retirée de la liste", (await browser.Open("/fr/ma-page/profil", Cancel)).Words, StringComparison.Ordinal);
        Assert.DoesNotContain((await _chapter.Get<AccountStore>().Find(who.Id, Cancel))!.Name, (await executive.Open($"/fr/organisations/{id}", Cancel)).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Fill("/fr/organisations/ajouter", "add-organization", Cancel, ("Name", "L’Escale"), ("Kind", "other"))).Status);

        Assert.Contains("L’Escale", (await executive.Open("/fr/organisations", Cancel)).Words, StringComparison.Ordinal);
        Assert.True((await executive.Fill($"/fr/organisations/{id}", "put-back", Cancel)).IsDone);
        Assert.Equal(who.Id, Assert.Single(await Members.Showing(id, Cancel)).MemberId);
    }

    [Fact]
    public async Task are_ten_a_day_from_one_person()
    {
        var (_, browser) = await SignedIn();
        for (var n = 0; n < Organization.MostADayEach; n++)
        {
            Assert.True((await Add(browser, $"Lieu {n}")).IsDone);
        }

        var refused = await Add(browser, "Un de trop");
        Assert.Contains("Vous en avez ajouté 10 depuis hier", refused.Words, StringComparison.Ordinal);
        Assert.True((await Add((await SignedIn()).Browser, "D’une autre personne")).IsDone);
        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow().AddDays(1));
        Assert.True((await Add(browser, "Le lendemain")).IsDone);
    }

    [Fact]
    public async Task take_room_only_while_they_are_in_the_list()
    {
        var (_, executive) = await SignedIn(ChapterRoles.Executive);
        var id = await Added("L’Escale");
        Assert.True((await executive.Fill($"/fr/organisations/{id}", "take-away", Cancel)).IsDone);
        await Fill(Organization.Most, _chapter.Clock.GetUtcNow());
        Assert.True((await Add(executive, "Le Moulin")).IsDone);
        Assert.Equal("Le Moulin", Assert.Single(await Queries.Listed(Cancel)).Name);

        await Fill(Organization.Most - 1, null);
        Assert.Contains("il n’y a plus de place", (await Add(executive, "L’Envol")).Words, StringComparison.Ordinal);
        Assert.Contains("il n’y a plus de place", (await executive.Fill($"/fr/organisations/{id}", "put-back", Cancel)).Words, StringComparison.Ordinal);
        Assert.NotNull((await Queries.Find(id, Cancel))!.TakenAwayAt);
    }

    [Fact]
    public async Task forget_who_belonged_when_they_leave()
    {
        var id = await Added("L’Escale");
        var (who, browser) = await SignedIn();
        await browser.Fill("/fr/ma-page/profil", "belong", Cancel, ("Organization", id.ToString()));
        await browser.Fill("/fr/ma-page/profil", "describe", Cancel, ("Shown", "name"), ("Shown", "affiliation"));
        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow().AddMinutes(1));

        Assert.True((await _chapter.Get<People>().End(new(who, who.Id), Cancel)).Succeeded);
        Assert.Empty(await Members.Showing(id, Cancel));
        await _chapter.Pass();

        Assert.Empty((await Members.Find(who.Id, Cancel)).Organizations);
        Assert.Equal(0, await _chapter.Get<Database>().Find<long>($"select count(*) from grain_state where cast(state as text) like '%{id}%' and kind <> 'organization'", null, Cancel));
    }

    private static Task<Answer> Add(FormClient browser, string name) => browser.Fill("/fr/organisations/ajouter", "add-organization", Cancel, ("Name", name), ("Kind", "other"));

    // So many that were added long ago, straight into storage.
    private Task Fill(int count, DateTimeOffset? takenAwayAt) => _chapter.Get<Database>().Write(
        async t =>
        {
            var now = _chapter.Clock.GetUtcNow();
            for (var n = 0; n < count; n++)
            {
                var one = new Organization { Id = Guid.CreateVersion7(now), Version = 1, AddedAt = now.AddDays(-30), Content = new() { Name = $"Ancien lieu {n}" }, TakenAwayAt = takenAwayAt };
                var key = one.Id.ToByteArray();
                await t.Execute(
                    $"insert into grain_state (kind, n0, n1, state, version, modified) values (@Kind, @n0, @n1, {(server is null ? "@json" : "cast(@json as jsonb)")}, 1, @now)",
                    new { Organization.Kind, n0 = BitConverter.ToInt64(key, 0), n1 = BitConverter.ToInt64(key, 8), json = JsonSerializer.Serialize(one, GrainJson.Options), now });
            }
        },
        Cancel);

    private async Task<Guid> Added(string name)
    {
        var id = Organization.IdOf(name);
        Assert.Empty((await _chapter.Get<IGrainFactory>().Organization(id).Do(new AddOrganization(_chapter.Facilitator, new OrganizationContent { Name = name }))).Refusals);
        return id;
    }

    private async Task<(Actor Who, FormClient Browser)> SignedIn(params string[] roles)
    {
        var (who, _) = await _chapter.AddMember(null, "fr", roles);
        var browser = _chapter.NewBrowser();
        _browsers.Add(browser);
        await browser.SignIn((await _chapter.Get<SignInLinks>().Create(who.Id, Cancel))!.ToString(), Cancel);
        return (who, browser);
    }
}

public sealed class Organizations_of_a_chapter_on_sqlite() : Organizations_of_a_chapter(null);

public sealed class Organizations_of_a_chapter_on_postgresql(PostgresServer server) : Organizations_of_a_chapter(server);
