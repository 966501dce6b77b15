using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Accounts.Leaving;

/// <summary>Holds addresses that may be somebody's, and forgets one, or puts another in its place, in the same transaction in which their account does.</summary>
public interface IHoldsAddresses
{
    /// <summary>Forgets it, where it holds it.</summary>
    Task Forget(Transaction transaction, string address);

    /// <summary>They have another one now.</summary>
    Task Move(Transaction transaction, string before, string now);
}
