using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Node.Accounts;

/// <summary>
/// Hears who came and who went, once it is on disk; a program registers those it needs. A listener that fails or is cut off is not asked again:
/// what it does must also be found missing, and done, in another way.
/// </summary>
public interface IMembershipListener
{
    /// <summary>Somebody confirmed their address and joined, or came back.</summary>
    /// <param name="account">The account's id.</param>
    /// <param name="pledge">What they agreed to when they asked: <see cref="SignIn.Newcomer.Pledge"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task Joined(Guid account, string pledge, CancellationToken cancellationToken);

    /// <summary>Somebody left, or was shut out.</summary>
    /// <param name="account">The account's id.</param>
    /// <param name="by">Who ended the membership: they themselves, or whoever looks after people.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task Left(Guid account, Actor by, CancellationToken cancellationToken);
}
