using System.Net;
using RecoveryCoP.Chapter.Tests.Members;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Audit;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Community;

/// <summary>What founding asked, and what a community says of itself, can be changed: a new signed profile goes out.</summary>
public sealed class Saying_who_we_are : IAsyncLifetime
{
    private const string Fr = "/fr/qui-nous-sommes", En = "/en/who-we-are";

    private readonly OpenChapter chapter = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => chapter.InitializeAsync();

    public ValueTask DisposeAsync() => chapter.DisposeAsync();

    [Fact]
    public async Task goes_out_as_a_new_signed_profile_and_once_only()
    {
        var steward = await chapter.SignIn(chapter.Claude.Id);

        var saved = await steward.Fill(
            Fr, "profile", Cancel, ("NameEn", "Estrie Recovery CoP"), ("DescriptionFr", "Nous nous voyons le mardi.\nTout le monde est bienvenu."), ("DescriptionEn", "We meet on Tuesdays."),
            ("Region", "16"), ("Languages", "fr"), ("Languages", "en"), ("PublicContact", "bonjour@exemple.org"), ("WebAddress", "https://exemple.org/cdp"));
        Assert.True(saved.IsDone, saved.Words);
        Assert.True((await steward.Fill(Fr, "profile", Cancel)).IsDone); // nothing changed

        var profiles = await Profiles();
        Assert.Equal(2, profiles.Count);
        Assert.Equal(("16", "fr en"), (profiles[1].Profile.Region.Code, string.Join(' ', profiles[1].Profile.Languages)));
        Assert.Equal(
            ("CdP Rétablissement Estrie", "Estrie Recovery CoP", "We meet on Tuesdays.", "https://exemple.org/cdp", "Secrétaire du comité"),
            (profiles[1].Content.NameFr, profiles[1].Content.NameEn, profiles[1].Content.DescriptionEn, profiles[1].Content.WebAddress, profiles[1].Content.PrivacyOfficerTitleFr));
        Assert.Equal(["profile-changed"], (await chapter.Get<SecurityLog>().Latest(1, 1, Cancel)).Select(e => e.Kind));
        Assert.Equal(new(0, 0), await chapter.Get<SealComparison>().Compare(Cancel));

        var visitor = chapter.NewBrowser();
        var home = await visitor.Open("/fr", Cancel);
        Assert.Contains("Tout le monde est bienvenu.", home.Words, StringComparison.Ordinal);
        Assert.NotNull(home.Page.QuerySelector("main a[href='mailto:bonjour@exemple.org']"));
        Assert.Equal("Estrie Recovery CoP", (await visitor.Open("/en", Cancel)).Page.QuerySelector(".brand")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("steward", true)]
    [InlineData("executive", true)]
    [InlineData("facilitator", false)]
    [InlineData("secretary", false)]
    [InlineData("privacy-officer", false)]
    [InlineData(null, false)]
    public async Task is_for_stewards_and_the_executive_committee(string? role, bool may)
    {
        var (_, browser) = await chapter.AddMember("Camille", role is null ? [] : [role]);

        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await browser.Open(Fr, Cancel)).Status);
        var result = await chapter.Get<RecoveryCoP.Node.Profile.ChangeProfile>().Do(new Actor(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), role is null ? [] : [role]), new() { NameFr = "x" }, Cancel);
        Assert.Equal(!may, result.Refusals.Any(r => r.Code == Access.RoleMissing));
    }

    [Theory]
    [InlineData(Fr)]
    [InlineData(En)]
    public async Task is_refused_with_what_was_typed_where_nobody_could_use_it(string path)
    {
        var steward = await chapter.SignIn(chapter.Claude.Id);

        var refused = await steward.Fill(
            path, "profile", Cancel, ("NameFr", " "), ("WebAddress", "javascript:alert(1)"), ("DescriptionFr", new string('a', 2001)), ("Region", "99"), ("PrivacyOfficerTitleFr", ""), ("PrivacyOfficerContact", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.All(
            ["NameFr", "WebAddress", "DescriptionFr", "Region", "PrivacyOfficerTitleFr", "PrivacyOfficerContact"],
            field => Assert.NotNull(refused.Page.QuerySelector($"#profile-{field}-problem")));
        Assert.Equal("javascript:alert(1)", refused.Page.QuerySelector("#profile-WebAddress")!.GetAttribute("value"));

        var tooLong = await steward.Fill(path, "profile", Cancel, ("WebAddress", $"https://exemple.org/{new string('a', 500)}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.Status);
        Assert.Single(await Profiles());
    }

    private async Task<IReadOnlyList<(NodeProfile Profile, NodeProfileContent Content)>> Profiles() =>
    [
        .. from entry in (await chapter.Get<OwnFeed>().After(0, Cancel)).ToPage().Entries
           where entry.Run is not null
           from item in entry.Run.Items
           where item.Item.PayloadType == NodeProfile.Descriptor.FullName
           select (NodeProfile.Parser.ParseFrom(item.Item.Payload), NodeProfileContent.Parser.ParseFrom(item.Content.Bytes)),
    ];
}
