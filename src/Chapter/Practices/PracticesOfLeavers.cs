using RecoveryCoP.Node.Accounts.Leaving;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>Erases the practices of those who left and wanted everything erased: what nobody reads any more or yet, and where they wanted it what they shared, in the whole network.</summary>
internal sealed class PracticesOfLeavers(Database database, IGrainFactory grains) : LeaverFollower(database)
{
    /// <summary>That somebody wants the practices erased that they had shared, in the list of erasures.</summary>
    public const string SharedToo = "practices-shared";

    private readonly Database database = database;

    public override string Name => "practices-of-leavers";

    protected override async Task Erase(Guid person, CancellationToken cancellationToken)
    {
        var sharedToo = await Erasures.Contain(database, new(SharedToo, person), cancellationToken);
        foreach (var practice in await database.Query<Guid>("select id from practice where author = @person order by id limit 100000", new { person }, cancellationToken))
        {
            Demand(await grains.GetGrain<IPracticeGrain>(practice).Do(new ErasePracticeOf(Actor.Node, person, sharedToo)), practice);
        }
    }
}
