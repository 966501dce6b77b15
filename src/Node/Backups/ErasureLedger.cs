using System.Globalization;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Backups;

/// <summary>
/// Who has left and what was erased, in a file beside the database: ids only, a line a stay that ended (<c>left …</c>) or a thing (<c>erased …</c>), never shortened. A
/// database that is older than the file, put back from a backup or copied by hand, has people in it who have left since and what was erased since: at the start
/// their stay is ended again, with everything that follows a leaving, and things are erased again by whoever keeps them. In the database the accounts and the table
/// <c>erasure</c> say it.
/// </summary>
internal sealed partial class ErasureLedger(Database database, DataFolder folder, AccountStore accounts, RoleCatalogue roles, IEnumerable<IErasesAgain> keepers, ILogger<ErasureLedger> log)
{
    /// <summary>The file's name, in the data folder and in a backup.</summary>
    public const string Name = "erased.ledger";

    private readonly Lock turn = new();

    /// <summary>
    /// What <see cref="Apply"/> did: how many stays were ended, the accounts of those that cannot be, since nobody would be left to give roles, and how many things the
    /// database did not know to be erased, whether it has them or not.
    /// </summary>
    public (int Ended, IReadOnlyList<Guid> Left, int Erased) Outcome { get; private set; } = (0, [], 0);

    /// <summary>False while <see cref="Apply"/> has not been called: a program that only looks does not.</summary>
    public bool IsApplied { get; private set; }

    private string File => folder.File(Name);

    /// <summary>The lines of a file that say what a ledger says; what was cut off while it was written is none.</summary>
    public static IReadOnlySet<string> Read(string file) => System.IO.File.Exists(file)
        ? System.IO.File.ReadLines(file).Where(line => Left(line) is not null || Erased(line) is not null).ToHashSet(StringComparer.Ordinal)
        : new HashSet<string>();

    /// <summary>Puts what another ledger says into this folder's.</summary>
    public static void Merge(string folder, IReadOnlySet<string> lines)
    {
        var file = Path.Combine(folder, Name);
        var all = Read(file).Union(lines).Order(StringComparer.Ordinal).ToList();
        Durable.Write(file + ".tmp", to => to.Write(System.Text.Encoding.ASCII.GetBytes(string.Concat(all.Select(line => line + "\n")))));
        Durable.Move(file + ".tmp", file);
    }

    /// <summary>Ends again what the file says had ended, and writes into it what only the database says. Called at every start, before anything looks at people.</summary>
    public async Task Apply(CancellationToken cancellationToken)
    {
        var (ended, left) = (0, new List<Guid>());
        foreach (var (account, stay) in Read(File).Select(Left).OfType<(Guid, Guid)>())
        {
            if (await database.Find<long>("select count(*) from account where id = @account and stay = @stay and left_at is null", new { account, stay }, cancellationToken) == 0)
            {
                continue;
            }

            if (await database.Write(t => accounts.End(t, account, roles, Actor.Node.Id), cancellationToken) is { Succeeded: true })
            {
                ended++;
            }
            else
            {
                left.Add(account);
                LogNotEnded(account);
            }
        }

        Note(await database.Query<Ended>("select account_id as account, id as stay from account_period where left_at is not null order by left_at limit 1000000", null, cancellationToken));
        (Outcome, IsApplied) = ((ended, left, await EraseAgain(cancellationToken)), true);
    }

    // In one transaction, so that a start that was cut off begins again; what is not there is noted all the same, and not looked for at the next start.
    // Not so what was whoever's who is here: that waits until they are not.
    private async Task<int> EraseAgain(CancellationToken cancellationToken)
    {
        var here = (await database.Query<Guid>("select id from account where left_at is null order by id limit 1000000", null, cancellationToken)).ToHashSet();
        var erased = Read(File).Select(Erased).OfType<Erasure>().Except(await Erasures.All(database, cancellationToken)).Where(e => !here.Contains(e.Id)).ToHashSet();
        if (erased.Count > 0)
        {
            await database.Write(
                async t =>
                {
                    foreach (var keeper in keepers)
                    {
                        await keeper.Erase(t, erased);
                    }

                    await Erasures.Note(t, erased);
                },
                cancellationToken);
        }

        await NoteErased(cancellationToken);
        return erased.Count;
    }

    /// <summary>Writes what was erased into the file.</summary>
    public async Task NoteErased(CancellationToken cancellationToken) =>
        Write((await Erasures.All(database, cancellationToken)).Select(e => string.Create(CultureInfo.InvariantCulture, $"erased {e.Kind} {e.Id:N}")));

    /// <summary>Writes stays that ended into the file.</summary>
    public async Task Note(IReadOnlyList<Guid> changed, CancellationToken cancellationToken)
    {
        foreach (var id in changed)
        {
            Note(await database.Query<Ended>("select account_id as account, id as stay from account_period where account_id = @id and left_at is not null order by left_at limit 1000", new { id }, cancellationToken));
        }
    }

    private void Note(IReadOnlyList<Ended> ended) => Write(ended.Select(stay => string.Create(CultureInfo.InvariantCulture, $"left {stay.Account:N} {stay.Stay:N}")));

    private void Write(IEnumerable<string> lines)
    {
        lock (turn)
        {
            var known = Read(File);
            var missing = lines.Where(line => !known.Contains(line)).ToList();
            if (missing.Count > 0)
            {
                using var to = new FileStream(File, FileMode.Append, FileAccess.Write, FileShare.Read);
                to.Write(System.Text.Encoding.ASCII.GetBytes(string.Concat(missing.Select(line => line + "\n"))));
                to.Flush(flushToDisk: true);
            }
        }
    }

    private static (Guid Account, Guid Stay)? Left(string line) =>
        line.Split(' ') is ["left", var account, var stay] && Guid.TryParseExact(account, "N", out var who) && Guid.TryParseExact(stay, "N", out var which) ? (who, which) : null;

    private static Erasure? Erased(string line) => line.Split(' ') is ["erased", { Length: > 0 } kind, var id] && Guid.TryParseExact(id, "N", out var which) ? new(kind, which) : null;

    [LoggerMessage(Level = LogLevel.Error, Message = "Account {Account} had left, and is in this database again as its only administrator: give the role to somebody else, then start this server again")]
    private partial void LogNotEnded(Guid account);

    private sealed record Ended
    {
        public required Guid Account { get; init; }

        public required Guid Stay { get; init; }
    }
}

/// <summary>Writes into the ledger's file who has left.</summary>
internal sealed class ErasureLedgerFollower(Database database, ErasureLedger ledger) : GrainFollower(database)
{
    public override string Name => "erasure-ledger";

    protected override string Kind => AccountStore.Kind;

    protected override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        await ledger.Note(ids, cancellationToken);
        return _ => Task.CompletedTask;
    }
}

/// <summary>Writes into the ledger's file what was erased.</summary>
internal sealed class ErasedThingsFollower(Database database, ErasureLedger ledger) : GrainFollower(database)
{
    public override string Name => "erased-things";

    protected override string Kind => Erasures.Kind;

    protected override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        await ledger.NoteErased(cancellationToken);
        return _ => Task.CompletedTask;
    }
}
