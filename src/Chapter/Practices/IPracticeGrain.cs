using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>One practice. Its key is the practice's id, a UUIDv7.</summary>
[Alias("practice")]
public interface IPracticeGrain : IGrainWithGuidKey
{
    /// <inheritdoc cref="Practice.Write"/>
    [Alias("write")]
    Task<Result> Write(WritePractice command);

    /// <inheritdoc cref="Practice.Revise"/>
    [Alias("revise")]
    Task<Result> Revise(RevisePractice command);

    /// <inheritdoc cref="Practice.ShareInChapter"/>
    [Alias("share-in-chapter")]
    Task<Result> ShareInChapter(SharePractice command);

    /// <inheritdoc cref="Practice.ShareInNetwork"/>
    [Alias("share-in-network")]
    Task<Result> ShareInNetwork(SharePractice command);

    /// <inheritdoc cref="Practice.Withdraw"/>
    [Alias("withdraw")]
    Task<Result> Withdraw(WithdrawPractice command);
}
