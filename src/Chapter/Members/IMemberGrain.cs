using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Members;

/// <summary>One member. Its key is the account's id.</summary>
[Alias("member")]
public interface IMemberGrain : IGrainWithGuidKey
{
    /// <inheritdoc cref="Member.Accept"/>
    [Alias("accept")]
    Task<Result> Accept(AcceptCharter command);

    /// <inheritdoc cref="Member.Describe"/>
    [Alias("describe")]
    Task<Result> Describe(DescribeYourself command);

    /// <inheritdoc cref="Member.Declare"/>
    [Alias("declare")]
    Task<Result> Declare(DeclareGroups command);

    /// <inheritdoc cref="Member.Withdraw"/>
    [Alias("withdraw")]
    Task<Result> Withdraw(WithdrawGroups command);

    /// <inheritdoc cref="Member.Forget"/>
    [Alias("forget")]
    Task<Result> Forget(ForgetMember command);
}
