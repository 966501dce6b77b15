using RecoveryCoP.Chapter.Comments;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Tests.PersonalData;

/// <summary>What every feature gives of a person, read on an engine.</summary>
public abstract class The_parts_of_my_data(PostgresServer? server) : IAsyncLifetime
{
    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(server);

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task can_all_be_read_and_each_row_has_what_its_part_says()
    {
        var (author, _) = await _chapter.AddMember();
        var (neighbour, _) = await _chapter.AddMember();
        var grains = _chapter.Get<IGrainFactory>();
        // More than are read at a time, and somebody else's between them.
        for (var i = 0; i < 60; i++)
        {
            var practice = grains.GetGrain<IPracticeGrain>(Guid.CreateVersion7(_chapter.Clock.GetUtcNow().AddSeconds(i)));
            Assert.Empty((await practice.Do(Samples.Write(i % 6 == 0 ? neighbour : author))).Refusals);
        }

        var thread = grains.GetGrain<ICommentThreadGrain>(Samples.PracticeId);
        Assert.Empty((await thread.Do(new WriteComment(author, Practice.Kind, Guid.CreateVersion7(_chapter.Clock.GetUtcNow()), new("Le mien", "fr", ShowsName: false)))).Refusals);
        Assert.Empty((await thread.Do(new WriteComment(neighbour, Practice.Kind, Guid.CreateVersion7(_chapter.Clock.GetUtcNow()), new("Le sien", "fr", ShowsName: false)))).Refusals);

        var lost = grains.GetGrain<IPracticeGrain>(Guid.CreateVersion7(_chapter.Clock.GetUtcNow()));
        Assert.Empty((await lost.Do(Samples.Recall)).Refusals);
        Assert.Empty((await lost.Do(new ClaimPractice(author))).Refusals);
        Assert.Empty((await lost.Do(new TurnDownClaim(Samples.Executive, author.Id))).Refusals);

        var parts = _chapter.Get<IEnumerable<IPersonalData>>().SelectMany(d => d.Of(author.Id)).ToList();
        Dictionary<string, int> counts = [];
        foreach (var part in parts)
        {
            var rows = await part.Rows(Cancel).ToListAsync(Cancel);
            Assert.All(rows, row => Assert.Equal(part.Columns.Count, row.Count));
            Assert.Equal(part.Columns.Count, part.Columns.Select(c => c.Name).Distinct().Count());
            counts.Add(part.Name, rows.Count); // a name twice would be a file twice
        }

        Assert.Equal((50, 50, 1, 1), (counts["practices"], counts["practice-revisions"], counts["comments"], counts["account"]));
        Assert.Equal(2, counts["practice-acts"]); // that it was claimed, and turned down
    }
}

public sealed class The_parts_of_my_data_on_SQLite() : The_parts_of_my_data(null);

public sealed class The_parts_of_my_data_on_PostgreSQL(PostgresServer server) : The_parts_of_my_data(server);
