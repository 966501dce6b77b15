using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Accounts.Security;

/// <summary>
/// Who came in, who was let in, who was given what: written in the very transaction that does it, and chained, each event with the hash of the one before, so
/// that none can be changed or taken out alone. Whoever can write to the database can rewrite all of it; what was signed of it with the profile then fits no longer.
/// </summary>
public sealed class SecurityLog(Database database)
{
    private const int Page = 500;

    // Names beside the columns of the table, which says "by" and "about" with other words: both mean something to a database.
    private const string Columns = "number, at, kind, done_by as by, done_to as about, detail, hash";

    /// <summary>A page of events, the latest first.</summary>
    public Task<IReadOnlyList<SecurityEvent>> Latest(int page, int size, CancellationToken cancellationToken) => database.Query<SecurityEvent>(
        $"select {Columns} from security_event order by number desc limit @size offset @skipped", new { size, skipped = ((long)page - 1) * size }, cancellationToken);

    /// <summary>What somebody did, and what was done to them; the first first.</summary>
    public Task<IReadOnlyList<SecurityEvent>> About(Guid account, int limit, CancellationToken cancellationToken) => database.Query<SecurityEvent>(
        $"select {Columns} from security_event where done_by = @account or done_to = @account order by number limit @limit", new { account, limit }, cancellationToken);

    /// <summary>How many events there are.</summary>
    public Task<long> Count(CancellationToken cancellationToken) => database.Find<long>("select number from security_head where one = 1", null, cancellationToken);

    /// <summary>Looks at every event from the first on.</summary>
    /// <returns>How many hold together, and the number of the first that does not; null when all do.</returns>
    public async Task<(long Whole, long? Broken)> Verify(CancellationToken cancellationToken)
    {
        // What is added meanwhile is not looked at.
        var head = (await database.Find<Head>("select number, hash from security_head where one = 1", null, cancellationToken).ConfigureAwait(false))!;
        var (number, hash) = (0L, Array.Empty<byte>());
        while (true)
        {
            var events = await database.Query<SecurityEvent>(
                $"select {Columns} from security_event where number > @number and number <= @last order by number limit @Page", new { number, last = head.Number, Page }, cancellationToken).ConfigureAwait(false);
            foreach (var one in events)
            {
                if (one.Number != number + 1 || !one.Hash.AsSpan().SequenceEqual(HashOf(hash, one)))
                {
                    return (number, number + 1);
                }

                (number, hash) = (one.Number, one.Hash);
            }

            if (events.Count < Page)
            {
                return head.Number == number && (head.Hash ?? []).AsSpan().SequenceEqual(hash) ? (number, null) : (number, number + 1);
            }
        }
    }

    /// <summary>The hash of an event; null when there is none of that number.</summary>
    public Task<byte[]?> HashOf(long number, CancellationToken cancellationToken) =>
        database.Find<byte[]>("select hash from security_event where number = @number", new { number }, cancellationToken);

    /// <summary>Where the chain ends: the number of its last event, and its hash; no hash while there is none.</summary>
    internal static async Task<Head> Last(Transaction transaction) => (await transaction.Find<Head>("select number, hash from security_head where one = 1").ConfigureAwait(false))!;

    /// <summary>Adds an event; the last thing in its transaction, so that two that wait for each other's rows never hold it.</summary>
    /// <param name="transaction">That which does what the event says.</param>
    /// <param name="now">When.</param>
    /// <param name="kind">What.</param>
    /// <param name="by">Who did it; null for whoever runs the server, or somebody unknown.</param>
    /// <param name="about">Whom it is about.</param>
    /// <param name="detail">A role's code, or nothing.</param>
    public static async Task Append(Transaction transaction, DateTimeOffset now, string kind, Guid? by, Guid? about, string detail = "")
    {
        // Whoever comes next waits here until this one is committed: there is one chain.
        var head = (await transaction.Find<Head>("update security_head set number = number + 1 where one = 1 returning number, hash").ConfigureAwait(false))!;
        var one = new SecurityEvent
        {
            Number = head.Number,
            At = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()),
            Kind = kind,
            By = by,
            About = about,
            Detail = detail,
            Hash = [],
        };
        one = one with { Hash = HashOf(head.Hash ?? [], one) };
        await transaction.Execute(
            "insert into security_event (number, at, kind, done_by, done_to, detail, hash) values (@Number, @At, @Kind, @By, @About, @Detail, @Hash)", one).ConfigureAwait(false);
        await transaction.Execute("update security_head set hash = @Hash where one = 1", new { one.Hash }).ConfigureAwait(false);
    }

    private static byte[] HashOf(byte[] before, SecurityEvent one) => SHA256.HashData(
        [.. before, .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{one.Number} {one.At.ToUnixTimeMilliseconds()} {one.Kind} {one.By:N} {one.About:N} {one.Detail}"))]);

    internal sealed record Head
    {
        public required long Number { get; init; }

        public required byte[]? Hash { get; init; }
    }
}
