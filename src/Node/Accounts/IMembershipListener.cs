namespace RecoveryCoP.Node.Accounts;

/// <summary>
/// Hears who joined, once it is on disk; a program registers those it needs. A listener that fails or is cut off is not asked again: what it does
/// must be found missing in another way. What must not be missed is for a follower of <see cref="AccountStore.Kind"/>.
/// </summary>
public interface IMembershipListener
{
    /// <summary>Somebody confirmed their address and joined, or came back.</summary>
    /// <param name="account">The account's id.</param>
    /// <param name="stay">The stay that begins: <see cref="Account.Stay"/>.</param>
    /// <param name="pledge">What they agreed to when they asked: <see cref="SignIn.Newcomer.Pledge"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task Joined(Guid account, Guid stay, string pledge, CancellationToken cancellationToken);
}
