using System.Reflection;
using System.Reflection.Emit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Tests.Web;

public sealed class The_two_languages(SampleNode node) : IClassFixture<SampleNode>
{
    [Theory]
    [InlineData("/fr/pratiques/7?page=2&done=sample.saved", "/en/practices/7?page=2")]
    [InlineData("/en/practices/7?q=%C3%A9t%C3%A9", "/fr/pratiques/7?q=%C3%A9t%C3%A9")]
    [InlineData("/fr", "/en")]
    [InlineData("/fr/pratiques/404", "/en/practices/404")]
    [InlineData("/fr/rien", "/en")]
    public async Task lead_to_the_same_page_of_the_other(string path, string other)
    {
        using var response = await node.Client.GetAsync(path, TestContext.Current.CancellationToken);
        var link = (await SampleNode.Read(response)).QuerySelector("a.language")!;
        Assert.Equal(other, link.GetAttribute("href"));
        Assert.Equal(other[1..3], link.GetAttribute("lang"));
    }

    [Theory]
    [InlineData(null, "/fr")]
    [InlineData("de", "/fr")]
    [InlineData("en-CA,en;q=0.9,fr;q=0.8", "/en")]
    [InlineData("fr-CA,en;q=0.5", "/fr")]
    [InlineData("fr;q=0.1,en", "/en")]
    [InlineData("en;q=0", "/fr")]
    [InlineData(";;;garbage", "/fr")]
    public async Task follow_the_browser_at_the_root(string? wishes, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept-Language", wishes);
        using var response = await node.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(path, response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task are_marked_on_the_page_and_on_what_is_in_the_other()
    {
        using var response = await node.Client.GetAsync("/en", TestContext.Current.CancellationToken);
        var page = await SampleNode.Read(response);
        Assert.Equal("en-CA", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("fr", page.QuerySelector(".prose")!.GetAttribute("lang"));
        Assert.Equal("fr", page.QuerySelector(".brand span[lang]")!.GetAttribute("lang"));
    }

    [Fact]
    public void are_both_said_by_every_text_of_the_chassis()
    {
        var texts = typeof(WebText).GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(p => p.GetValue(null)).OfType<Text>().ToList();
        Assert.NotEmpty(texts);
        Assert.All(texts, t => Assert.False(string.IsNullOrWhiteSpace(t.Fr) || string.IsNullOrWhiteSpace(t.En)));
        Assert.All(typeof(Text).GetConstructors().Single(c => c.GetParameters().Length == 2).GetParameters(), p => Assert.False(p.IsOptional));
    }

    [Fact]
    public void are_both_needed_by_a_page_to_be_served()
    {
        var routes = new PageRoutes(node.Services.GetRequiredService<TemplateBinderFactory>());
        var refused = Assert.Throws<InvalidOperationException>(() => routes.Add([OnePageIn("/fr/moitie")]));
        Assert.Contains("HalfPage", refused.Message, StringComparison.Ordinal);
    }

    private static AssemblyBuilder OnePageIn(string route)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("OneLanguage"), AssemblyBuilderAccess.Run);
        var page = assembly.DefineDynamicModule("pages").DefineType("HalfPage");
        page.SetCustomAttribute(new CustomAttributeBuilder(typeof(RouteAttribute).GetConstructor([typeof(string)])!, [route]));
        page.CreateType();
        return assembly;
    }
}
