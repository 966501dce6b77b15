using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Statistics;

/// <summary>One quarter's return. Its key is <see cref="Quarter.Key"/>.</summary>
[Alias("quarter-return")]
public interface IQuarterReturnGrain : IGrainWithGuidKey
{
    /// <inheritdoc cref="QuarterReturn.Approve"/>
    [Alias("approve")]
    Task<Result> Approve(ApproveReturn command);
}
