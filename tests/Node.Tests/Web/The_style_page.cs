using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;

namespace RecoveryCoP.Node.Tests.Web;

public sealed class The_style_page
{
    [Theory]
    [InlineData("/fr/style", "/en/style")]
    [InlineData("/en/style", "/fr/style")]
    public async Task shows_every_part_and_picture_with_no_id_twice(string path, string other)
    {
        await using var guide = StyleGuide.StyleProgram.Build("http://127.0.0.1:0");
        await guide.StartAsync(TestContext.Current.CancellationToken);
        using var visitor = new HttpClient { BaseAddress = new Uri(guide.Urls.Single()) };

        using var answer = await visitor.GetAsync(path, TestContext.Current.CancellationToken);
        var page = await SampleNode.Read(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(other, page.QuerySelector("a.language")!.GetAttribute("href"));
        Assert.All(
            new[] { ".card", ".empty", ".notice.done", ".notice.attention", ".status.stopped", ".entries", ".numbers", ".confirm", ".problems li", ".fault", "select", "del", "ins", ".lineage li li li" },
            part => Assert.NotNull(page.QuerySelector(part)));
        Assert.Equal(7, page.QuerySelectorAll("figure.picture").Length);
        Assert.All(page.QuerySelectorAll("figure.picture"), picture =>
        {
            Assert.NotEmpty(picture.QuerySelector("svg[role]")!.GetAttribute("aria-label")!);
            Assert.NotNull(picture.QuerySelector("details table tbody tr"));
        });
        Assert.Empty(page.QuerySelectorAll("[style], [onclick]"));
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }
}
