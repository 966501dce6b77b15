using System.Net;
using System.Reflection;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.Sessions;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Tests.Web;

namespace RecoveryCoP.Node.Tests.Accounts;

public sealed class The_sign_in_page() : AtANode(null)
{
    [Theory]
    [InlineData("/fr/entrer", "Code ou lien")]
    [InlineData("/en/sign-in", "Code or link")]
    public async Task asks_for_the_code_where_scripts_are_off(string path, string label)
    {
        using var response = await Node.NewVisitor().GetAsync(path, Cancel);
        var page = await SampleNode.Read(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(label, page.QuerySelector("label[for=enter-Key]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#enter-Key")!.Closest("[hidden]"));
    }

    [Theory]
    [InlineData("/fr/entrer", "Vous allez entrer ici\u00a0: CdP Estrie")]
    [InlineData("/en/sign-in", "You are about to sign in to: Estrie CoP")]
    public async Task says_behind_a_link_whose_community_it_is_and_nothing_of_a_person_to_a_browser_that_did_not_ask(string path, string says)
    {
        Node.Call("CdP Estrie", "Estrie CoP");
        await Node.Add();
        await Node.AskAndRead(Node.NewVisitor());

        using var response = await Node.NewVisitor().GetAsync(path, Cancel);
        var behind = (await SampleNode.Read(response)).QuerySelector("#with-link")!;

        Assert.True(behind.HasAttribute("hidden"));
        Assert.Contains(says, string.Join(' ', behind.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" : ", "\u00a0: ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("@", behind.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task says_for_whom_a_link_was_asked_to_the_browser_that_asked_and_not_more_of_the_address_than_it_needs()
    {
        await Node.Add();
        var browser = Node.NewVisitor();
        var letter = await Node.AskAndRead(browser);

        using var response = await browser.GetAsync("/fr/entrer", Cancel);
        var page = (await SampleNode.Read(response)).Body!.TextContent;
        Assert.Contains("c…@exemple.org", page, StringComparison.Ordinal);
        Assert.DoesNotContain("camille", page, StringComparison.Ordinal);

        using var entered = await AccountsNode.Enter(browser, letter.Link.ToString());
        using var after = await Node.NewVisitor().GetAsync("/fr/entrer", Cancel);
        Assert.DoesNotContain("@exemple.org", (await SampleNode.Read(after)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task offers_one_script_of_its_own()
    {
        var visitor = Node.NewVisitor();
        using var response = await visitor.GetAsync("/fr/entrer", Cancel);
        var source = (await SampleNode.Read(response)).QuerySelectorAll("script[src*=sign-in]").Single().GetAttribute("src")!;

        using var script = await visitor.GetAsync(source, Cancel);

        Assert.Equal("text/javascript; charset=utf-8", script.Content.Headers.ContentType!.ToString());
        Assert.Contains("location.hash", await script.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(AccountRefusals))]
    [InlineData(typeof(SignInRefusals))]
    public void has_words_for_every_refusal(Type problems)
    {
        var codes = problems.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);

        Assert.Equal(codes.Order(), AccountRefusals.Texts.Concat(SignInRefusals.Texts).Select(t => t.Code).Where(c => codes.Contains(c)).Order());
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", "Firefox, Android")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData("curl/8.5.0", "")]
    public void recognises_a_device_by_two_words(string userAgent, string device) => Assert.Equal(device, Device.Describe(userAgent));

    [Fact]
    public void never_shows_an_address_in_a_log() => Assert.DoesNotContain("camille", $"{EmailAddress.Parse(AccountsNode.Address)}", StringComparison.OrdinalIgnoreCase);
}
