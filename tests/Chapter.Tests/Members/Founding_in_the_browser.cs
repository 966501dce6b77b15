using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Founding;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Chapter.Tests.Members;

public sealed class Founding_in_the_browser : IAsyncLifetime
{
    private static readonly (string Name, string Value)[] _typed =
    [
        ("NameFr", "CdP Rétablissement Estrie"), ("Region", "05"),
        ("PrivacyOfficerTitleFr", "Secrétariat"), ("PrivacyOfficerContact", "vie-privee@exemple.org"),
        ("PersonName", "Claude"), ("PersonAddress", "claude@exemple.org"), ("PersonLanguage", "fr"),
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly Uri _address = new($"http://127.0.0.1:{FreePorts.Take()}");
    private FormClient _founder = null!;
    private WebApplication _app = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await new NodeProgram(ChapterNode.Kind, ChapterNode.AddFeatures, typeof(ChapterNode).Assembly).Build(
            NodeSettings.Load(ChapterNode.Kind, new Dictionary<string, string?>
            {
                ["Node:DataFolder"] = _folder.Folder("data"), ["Node:Listen"] = _address.GetLeftPart(UriPartial.Authority), ["Logging:LogLevel:Default"] = "None",
            }),
            Cancel);
        await _app.StartAsync(Cancel);
        _founder = new FormClient(_address);
    }

    public async ValueTask DisposeAsync()
    {
        _founder.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("/fr/fonder")]
    [InlineData("/en/found")]
    public async Task tells_everything_that_is_missing_at_once_in_the_order_of_the_page(string path)
    {
        var refused = await _founder.Fill(path, "found", Cancel, ("PersonLanguage", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(
            ["TypedCode", "NameFr", "Region", "PrivacyOfficerTitleFr", "PrivacyOfficerContact", "PersonName", "PersonAddress", "PersonLanguage"],
            refused.Page.QuerySelectorAll(".problems a").Select(a => a.GetAttribute("href")!.Split('-')[^1]));
    }

    [Fact]
    public async Task signs_in_and_shows_the_thirteen_words_until_two_of_them_are_typed_back()
    {
        var founded = await Found();
        Assert.Equal((HttpStatusCode.SeeOther, "/fr/fonder/mots"), (founded.Status, founded.Location));

        // Left by mistake and come back to: still signed in, and the words are still there.
        Assert.Equal("/fr/charte/adherer?to=%2Ffr%2Fma-page%2Fprofil", (await _founder.Open("/fr/ma-page/profil", Cancel)).Location);
        var page = await _founder.Open("/fr/fonder/mots", Cancel);
        string[] words = [.. page.Page.QuerySelectorAll("ol.words li").Select(li => li.TextContent)];
        Assert.Equal(13, words.Length);
        Assert.True(page.Page.QuerySelector("button[data-print]")!.HasAttribute("hidden"));
        int[] asked = [.. page.Page.QuerySelectorAll("label").Select(label => int.Parse(label.TextContent["Mot ".Length..], System.Globalization.CultureInfo.InvariantCulture))];

        var wrong = await _founder.Send("/fr/fonder/mots", page, "words", Cancel, ("First", words[asked[0] - 1]), ("Second", words[asked[0] - 1]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(words, wrong.Page.QuerySelectorAll("ol.words li").Select(li => li.TextContent));
        Assert.Equal("#words-Second", Assert.Single(wrong.Page.QuerySelectorAll(".problems a")).GetAttribute("href"));

        var right = await _founder.Send("/fr/fonder/mots", wrong, "words", Cancel, ("First", words[asked[0] - 1].ToUpperInvariant()), ("Second", words[asked[1] - 1]));
        Assert.Equal("/fr/fonder/suite?done=founding.words-kept", right.Location);
        Assert.Equal(HttpStatusCode.NotFound, (await _founder.Open("/fr/fonder/mots", Cancel)).Status);
    }

    [Fact]
    public async Task shows_the_words_to_no_other_browser()
    {
        await Found();
        using var other = new FormClient(_address);

        Assert.Equal("/fr/entrer?to=%2Ffr%2Ffonder%2Fmots", (await other.Open("/fr/fonder/mots", Cancel)).Location);
    }

    [Fact]
    public async Task shows_the_words_to_nobody_else_who_signs_in_to_the_same_browser()
    {
        await Found();
        await _founder.Send("/fr/sortir", await _founder.Open("/fr/sortir", Cancel), "sign-out", Cancel);
        var accounts = _app.Services.GetRequiredService<AccountStore>();
        var dominique = (await accounts.Add("Dominique", EmailAddress.Parse("dominique@exemple.org")!, "fr", [], null, Cancel)).Value!;
        var link = await _app.Services.GetRequiredService<SignInLinks>().Create(dominique.Id, Cancel);
        await _founder.Fill("/fr/entrer", "enter", Cancel, ("Key", link!.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, (await _founder.Open("/fr/fonder/mots", Cancel)).Status);
    }

    [Theory]
    [InlineData("Secrétariat", "Secretary", "Secrétariat", "Secretary")]
    [InlineData("Secrétariat", "", "Secrétariat", "Secrétariat")]
    [InlineData("", "Secretary", "Secretary", "Secretary")]
    public async Task gives_who_answers_for_privacy_a_title_in_either_language(string french, string english, string inFrench, string inEnglish)
    {
        await Found(("PrivacyOfficerTitleFr", french), ("PrivacyOfficerTitleEn", english));

        Assert.Equal(inFrench, await Title("/fr/vie-privee"));
        Assert.Equal(inEnglish, await Title("/en/privacy"));

        async Task<string?> Title(string path) => (await _founder.Open(path, Cancel)).Page.QuerySelector(".card strong")?.TextContent;
    }

    private async Task<Answer> Found(params (string Name, string Value)[] but) => await _founder.Fill(
        "/fr/fonder", "found", Cancel,
        [.. _typed.Where(field => but.All(other => other.Name != field.Name)), ("TypedCode", _app.Services.GetRequiredService<FoundingCode>().Text), .. but]);
}
