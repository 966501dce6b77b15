using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.SampleChapters;

/// <summary>Something that happened at a time. Scenes of the same time are played in the order in which they were written.</summary>
/// <param name="At">When.</param>
/// <param name="Where">File and field that it comes from, for the report if it is refused.</param>
/// <param name="Play">The commands.</param>
internal sealed record Scene(DateTimeOffset At, string Where, Func<CancellationToken, Task<Result>> Play)
{
    /// <summary>Commands of different people at once; refused when one of them is.</summary>
    public static async Task<Result> Together(IEnumerable<Task<Result>> commands)
    {
        var outcomes = await Task.WhenAll(commands);
        return new Result([.. outcomes.SelectMany(o => o.Refusals)]);
    }
}
