using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Feed;

/// <summary>
/// The hub whose word counts here for what is taken down and for what chapters are called: at a chapter the one that it enrolled at, at a hub itself. Which
/// one that is stands in the view <c>trusted_hub</c> of the program, so that it is read in the transaction that acts on it.
/// </summary>
internal static class TrustedHub
{
    private const string Sql = "select node_id from trusted_hub";

    /// <summary>Its id; null while there is none.</summary>
    public static Task<string?> Find(Transaction transaction) => transaction.Find<string>(Sql);

    /// <inheritdoc cref="Find(Transaction)" />
    public static Task<string?> Find(Database database, CancellationToken cancellationToken) => database.Find<string>(Sql, null, cancellationToken);
}
