using System.Globalization;
using Microsoft.Playwright;
using RecoveryCoP.Testing;

namespace RecoveryCoP.Pictures;

/// <summary>A visitor of the demo who keeps pictures of what they see, in one language on one screen.</summary>
internal sealed class Photographer : IAsyncDisposable
{
    /// <summary>A picture is in the repository for ever, and in everybody's README.</summary>
    private const int MostBytes = 250_000;

    private readonly DemoProcess demo;
    private readonly Visitor visitor;
    private readonly string language;
    private readonly string folder;
    private readonly CancellationToken cancel;

    private Photographer(DemoProcess demo, Visitor visitor, string language, string folder, CancellationToken cancel) =>
        (this.demo, this.visitor, this.language, this.folder, this.cancel) = (demo, visitor, language, folder, cancel);

    private IPage Page => visitor.Page;

    /// <summary>Somebody with that language and screen.</summary>
    public static async Task<Photographer> Visit(DemoProcess demo, Browser browser, string language, Screen screen, string folder, CancellationToken cancel) =>
        new(demo, await browser.Visit(cancel, screen, locale: language == "fr" ? "fr-CA" : "en-CA"), language, folder, cancel);

    /// <summary>The side of what is said that this visitor reads.</summary>
    public string Said(string fr, string en) => language == "fr" ? fr : en;

    /// <summary>Goes somewhere and keeps a picture of what the screen shows there.</summary>
    /// <returns>The picture's name and size.</returns>
    public async Task<string> Take(string name, Func<Photographer, Task> look)
    {
        await look(this);
        var file = $"{name}.{language}.{Page.ViewportSize!.Width}.png";
        var picture = await Page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });
        if (picture.Length > MostBytes)
        {
            throw new InvalidOperationException($"{file} has {picture.Length} bytes, more than {MostBytes}.");
        }

        await File.WriteAllBytesAsync(Path.Combine(folder, file), picture, cancel);
        return string.Create(CultureInfo.InvariantCulture, $"{file} {(picture.Length + 512) / 1024} KB {new Uri(Page.Url).AbsolutePath}");
    }

    /// <summary>Opens a node's home.</summary>
    public async Task Enter(string node) => await Open(AddressOf(node).ToString());

    /// <summary>Comes in as somebody, with a link of their own.</summary>
    public async Task SignIn(string node, string person)
    {
        await Leave();
        await demo.FreshLinks(cancel);
        await Enter(node);
        await Follow("Entrer", "Sign in");
        await Page.GetByLabel(Said("Code ou lien", "Code or link")).FillAsync(demo.LinkOf(node, person));
        await Press("Entrer", "Sign in");
        // The form is sent by a script: the page that follows is there when somebody's name is.
        await Page.Locator(".account").First.WaitForAsync();
    }

    /// <summary>Forgets who this was.</summary>
    public Task Leave() => visitor.Context.ClearCookiesAsync();

    /// <summary>Follows a link that has that name, wherever on the page it is and even if a menu hides it.</summary>
    public Task Follow(string fr, string en) =>
        Follow(Page.GetByRole(AriaRole.Link, new() { Name = Said(fr, en), Exact = true, IncludeHidden = true }));

    /// <summary>Follows the first heading of the page's main part that is a link.</summary>
    public Task FollowFirstHeading() => Follow(Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Heading).GetByRole(AriaRole.Link));

    /// <summary>Follows the first link in a list of the page's main part.</summary>
    public Task FollowFirstRow() => Follow(Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Link));

    /// <summary>Looks for words with the page's search form.</summary>
    public async Task Search(string words)
    {
        await Page.GetByRole(AriaRole.Searchbox).First.FillAsync(words);
        await Press("Chercher", "Search");
    }

    /// <summary>Scrolls so that a heading is at the top.</summary>
    public Task Begin(string fr, string en) => ScrollTo(Page.GetByRole(AriaRole.Heading, new() { Name = Said(fr, en), Exact = true }).First);

    /// <summary>Scrolls to what was found, where the form hides it below the edge of the screen.</summary>
    public async Task ShowResults()
    {
        var results = Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Heading, new() { Level = 2 }).First;
        if (await results.BoundingBoxAsync() is { } box && box.Y > Page.ViewportSize!.Height / 2)
        {
            await ScrollTo(results);
        }
    }

    /// <summary>Presses a button of the page's main part.</summary>
    public async Task Press(string fr, string en)
    {
        await Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = Said(fr, en), Exact = true }).First.ClickAsync();
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>Opens what asks once more, and presses what does it.</summary>
    public async Task Confirm(string fr, string en)
    {
        var act = Page.GetByRole(AriaRole.Main).Locator("details.confirm", new() { HasText = Said(fr, en) }).First;
        await act.Locator("summary").ClickAsync();
        await act.GetByRole(AriaRole.Button, new() { Name = Said(fr, en), Exact = true }).ClickAsync();
        await Page.WaitForLoadStateAsync();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => visitor.DisposeAsync();

    private static async Task ScrollTo(ILocator place) => await place.EvaluateAsync("at => at.scrollIntoView({ block: 'start' })");

    private Uri AddressOf(string node) => demo.Nodes.Single(n => n.Key == node).Address;

    private async Task Follow(ILocator link)
    {
        var to = await link.First.GetAttributeAsync("href") ?? throw new InvalidOperationException($"{link} on {Page.Url} leads nowhere.");
        await Open(new Uri(new Uri(Page.Url), to).ToString());
    }

    private async Task Open(string address)
    {
        var answer = await Page.GotoAsync(address);
        if (answer is not { Ok: true })
        {
            throw new InvalidOperationException($"{address} answered {answer?.Status}.");
        }
    }
}
