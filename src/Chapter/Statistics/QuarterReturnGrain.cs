using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Statistics;

/// <summary>Decides by the rules of <see cref="QuarterReturn"/> and saves.</summary>
[GrainType("quarter-return")]
internal sealed class QuarterReturnGrain([PersistentState(QuarterReturn.Kind)] IPersistentState<QuarterReturn> approved, TimeProvider clock) : Grain, IQuarterReturnGrain
{
    public Task<Result> Approve(ApproveReturn command) => approved.Apply(r => r.Approve(command, clock.GetUtcNow()));
}
