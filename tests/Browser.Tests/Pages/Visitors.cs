using RecoveryCoP.Browser.Tests.Nodes;

namespace RecoveryCoP.Browser.Tests.Pages;

/// <summary>Who goes from page to page for a whole class of tests: a browser that is open already is most of what a visit costs.</summary>
public sealed class Visitors : IAsyncDisposable
{
    private readonly Dictionary<(string Program, Who Who), (Person Person, Inspection Inspection)> _here = [];

    /// <summary>The inspection of somebody's pages; they come in the first time they are asked for.</summary>
    public async Task<Inspection> Of(string program, Who who, Func<Task<Person>> comes)
    {
        if (!_here.TryGetValue((program, who), out var found))
        {
            var person = await comes();
            found = _here[(program, who)] = (person, await Inspection.ThatWeighsAfresh(person));
        }

        return found.Inspection;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (person, _) in _here.Values)
        {
            await person.DisposeAsync();
        }
    }
}
