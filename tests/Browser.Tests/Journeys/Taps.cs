using System.Globalization;
using Microsoft.Playwright;
using RecoveryCoP.Browser.Tests.Nodes;

namespace RecoveryCoP.Browser.Tests.Journeys;

/// <summary>What an aim costs somebody with a phone of 360 pixels: taps, pages and typed characters. The benchmark <c>taps</c> asks the journeys for them by a file.</summary>
/// <param name="person">Who does it.</param>
/// <param name="aim">What they want.</param>
/// <param name="most">The most taps that it may cost.</param>
internal sealed class Taps(Person person, string aim, int most)
{
    /// <summary>The variable with the file's path.</summary>
    private const string FileVariable = "RECOVERYCOP_TAPS";

    private static readonly Lock _gate = new();

    private int _pages;
    private int _typed;

    /// <summary>So far.</summary>
    public int Count { get; private set; }

    /// <summary>Touches something.</summary>
    public Task On(ILocator where)
    {
        Count++;
        return where.ClickAsync();
    }

    /// <summary>Touches something that leads to another page.</summary>
    public async Task To(ILocator where)
    {
        _pages++;
        Assert.Equal(200, await person.Land(() => On(where)));
    }

    /// <summary>Opens a link of a letter.</summary>
    public async Task Open(string link)
    {
        (Count, _pages) = (Count + 1, _pages + 1);
        await person.Page.GotoAsync(link);
    }

    /// <summary>Touches a field and writes a line; a phone's keyboard ends it with a tap.</summary>
    public async Task TypeAndSend(ILocator field, string words)
    {
        await On(field);
        await field.FillAsync(words);
        (Count, _pages, _typed) = (Count + 1, _pages + 1, _typed + words.Length);
        Assert.Equal(200, await person.Land(() => field.PressAsync("Enter")));
    }

    /// <summary>The aim is reached: it cost no more than it may, and whoever asks is told.</summary>
    public void Reached()
    {
        Assert.InRange(Count, 1, most);
        if (Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } file)
        {
            lock (_gate)
            {
                File.AppendAllText(file, string.Create(CultureInfo.InvariantCulture, $"{aim}\t{Count}\t{most}\t{_pages}\t{_typed}\n"));
            }
        }
    }
}
