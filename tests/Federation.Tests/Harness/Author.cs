using System.Net;
using System.Net.Sockets;

namespace RecoveryCoP.Federation.Tests.Harness;

/// <summary>
/// Somebody of a chapter's committee who writes, shares, revises and withdraws, one form after the other, and sends a form again until the
/// node acknowledges it, as a person would whose server is away for a moment.
/// </summary>
public sealed class Author(TestNode chapter, FormClient browser, Random random)
{
    private readonly List<Written> _practices = [];

    /// <summary>What was acknowledged.</summary>
    public IReadOnlyList<Written> Practices => _practices;

    /// <summary>Goes on until told to stop; then finishes what was begun.</summary>
    public async Task Work(CancellationToken stop, CancellationToken cancel)
    {
        // A person's pace: the nodes need the machine too.
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (!stop.IsCancellationRequested)
        {
            await Something(cancel);
            await pace.WaitForNextTickAsync(cancel);
        }
    }

    /// <summary>Any one of the four things.</summary>
    public Task Something(CancellationToken cancel)
    {
        var open = _practices.Where(p => !p.IsWithdrawn).ToList();
        if (open.Count == 0 || random.Next(4) == 0)
        {
            return Write(cancel);
        }

        var practice = open[random.Next(open.Count)];
        return practice.SharedFrom is null ? Share(practice, cancel)
            : random.Next(5) == 0 ? Withdraw(practice, erase: random.Next(2) == 0, cancel)
            : Revise(practice, cancel);
    }

    public async Task<Written> Write(CancellationToken cancel)
    {
        var practice = new Written(chapter, new Guid(Bytes(16)));
        var mark = NewMark();
        await Acknowledged("/fr/pratiques/ecrire", "write", cancel, [("Id", practice.Id.ToString()), ("Share", "yes"), .. Texts(mark)]);
        practice.Revised(mark);
        _practices.Add(practice);
        return practice;
    }

    public async Task<Written> WriteAndShare(CancellationToken cancel)
    {
        var practice = await Write(cancel);
        await Share(practice, cancel);
        return practice;
    }

    public async Task Share(Written practice, CancellationToken cancel)
    {
        await Acknowledged($"/fr/pratiques/{practice.Id}", "share-in-network", cancel);
        practice.Shared();
    }

    public async Task Revise(Written practice, CancellationToken cancel)
    {
        var mark = NewMark();
        await Acknowledged($"/fr/pratiques/{practice.Id}/reviser", "revise", cancel, Texts(mark));
        practice.Revised(mark);
    }

    public async Task Withdraw(Written practice, bool erase, CancellationToken cancel)
    {
        await Acknowledged($"/fr/pratiques/{practice.Id}", "withdraw", cancel, ("Reason", erase ? "erasure" : "author"));
        practice.Withdrawn(erase);
    }

    private async Task Acknowledged(string path, string form, CancellationToken cancel, params (string Name, string Value)[] values)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var again = false; !await Try(path, form, again, values, cancel); again = true)
        {
            await tick.WaitForNextTickAsync(cancel);
        }
    }

    private async Task<bool> Try(string path, string form, bool again, (string Name, string Value)[] values, CancellationToken cancel)
    {
        try
        {
            var page = await browser.Open(path, cancel);
            if (again && page.Status == HttpStatusCode.OK && !page.Has(form))
            {
                // The answer was lost on its way, and the page says that the work was not.
                return true;
            }

            var answer = page.Status == HttpStatusCode.OK ? await browser.Send(path, page, form, cancel, values) : page;
            Assert.True(answer.IsDone || answer.Status >= HttpStatusCode.InternalServerError, $"{chapter.Name} {path} {form}: {answer.Status} {answer.Words}");
            return answer.IsDone;
        }
        catch (Exception away) when (away is HttpRequestException or IOException or SocketException)
        {
            return false;
        }
    }

    private (string, string)[] Texts(string mark) =>
        [("Title", $"Titre {mark}"), ("Summary", $"En bref {mark}"), ("Text", $"{mark} {new string('x', random.Next(2000))}")];

    private string NewMark() => $"marque{Convert.ToHexStringLower(Bytes(8))}";

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
