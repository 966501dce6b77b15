using RecoveryCoP.Node.Rules;

namespace RecoveryCoP.Chapter.Members;

/// <summary>One member. Its key is the account's id.</summary>
[Alias("member")]
public interface IMemberGrain : IGrainWithGuidKey
{
    /// <inheritdoc cref="Member.Accept"/>
    [Alias("accept")]
    Task<Outcome> Accept(AcceptCharter command);

    /// <inheritdoc cref="Member.Describe"/>
    [Alias("describe")]
    Task<Outcome> Describe(DescribeYourself command);

    /// <inheritdoc cref="Member.Declare"/>
    [Alias("declare")]
    Task<Outcome> Declare(DeclareGroups command);

    /// <inheritdoc cref="Member.Withdraw"/>
    [Alias("withdraw")]
    Task<Outcome> Withdraw(WithdrawGroups command);

    /// <inheritdoc cref="Member.Forget"/>
    [Alias("forget")]
    Task<Outcome> Forget(ForgetMember command);
}
