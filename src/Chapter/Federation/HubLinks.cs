using System.Collections.Concurrent;
using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>Keeps what the chapter knows of its hub. The only writer of these rows.</summary>
public sealed class HubLinks(Database database, TimeProvider clock) : IWitnesses
{
    // What could not be written, because the disk is full for one, is what somebody most needs to see.
    private readonly ConcurrentDictionary<Lane, LaneStatus> unsaved = new();

    private const string Columns = "hub_node_id, address, state, since, message, hub_epoch, cursor, hello_at, clock_ahead_seconds";

    /// <summary>The link; null while the chapter has given no code to any hub.</summary>
    public Task<HubLink?> Find(CancellationToken cancellationToken) =>
        database.Find<HubLink>($"select {Columns} from hub_link", null, cancellationToken);

    /// <inheritdoc />
    public async Task<bool> Any(CancellationToken cancellationToken) => await Find(cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>How each direction goes; a direction that never ran is not there.</summary>
    public async Task<IReadOnlyList<LaneStatus>> Lanes(CancellationToken cancellationToken)
    {
        var stored = await database.Query<LaneStatus>("select lane, succeeded_at, failure, failures, next_try_at from hub_lane order by lane limit 2", null, cancellationToken).ConfigureAwait(false);
        return [.. stored.Where(s => !unsaved.ContainsKey(s.Lane)).Concat(unsaved.Values.Select(u => u with { SucceededAt = stored.FirstOrDefault(s => s.Lane == u.Lane)?.SucceededAt })).OrderBy(s => s.Lane)];
    }

    /// <summary>The hub is at another address.</summary>
    public Task Moved(NodeId hub, string address, CancellationToken cancellationToken) => database.Write(
        t => t.Execute("update hub_link set address = @address where hub_node_id = @hub", new { hub = hub.Value, address }),
        cancellationToken);

    /// <summary>Pins the hub that answered to the code. The same hub again keeps its cursor and takes the new address.</summary>
    public Task Enrolled(NodeId hub, string address, EnrolmentState state, CancellationToken cancellationToken) => database.Write(
        t => t.Execute(
            """
            insert into hub_link (one, hub_node_id, address, state, since, message, cursor) values (1, @hub, @address, @state, @now, '', @nothing)
            on conflict (one) do update set address = excluded.address, state = excluded.state,
              since = case when hub_link.state = excluded.state then hub_link.since else excluded.since end
             where hub_link.hub_node_id = excluded.hub_node_id
            """,
            new { hub = hub.Value, address, state = state.ToString(), now = clock.GetUtcNow(), nothing = Array.Empty<byte>() }),
        cancellationToken);

    /// <summary>What the hub said about how the chapter stands.</summary>
    public Task Stands(NodeId hub, EnrolmentState state, DateTimeOffset since, string message, CancellationToken cancellationToken) => database.Write(
        t => t.Execute(
            "update hub_link set state = @state, since = @since, message = @message where hub_node_id = @hub",
            new { hub = hub.Value, state = state.ToString(), since, message }),
        cancellationToken);

    /// <summary>A hello was answered.</summary>
    /// <param name="hub">By whom.</param>
    /// <param name="hubEpoch">The hub's epoch.</param>
    /// <param name="clockAhead">By how much this clock is ahead of the hub's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task Greeted(NodeId hub, byte[] hubEpoch, TimeSpan clockAhead, CancellationToken cancellationToken) => database.Write(
        t => t.Execute(
            "update hub_link set hub_epoch = @hubEpoch, hello_at = @now, clock_ahead_seconds = @ahead where hub_node_id = @hub",
            new { hub = hub.Value, hubEpoch, now = clock.GetUtcNow(), ahead = (long)clockAhead.TotalSeconds }),
        cancellationToken);

    /// <summary>The hub refused a call for its time: by how much the clocks differ.</summary>
    public Task ClockIsOff(NodeId hub, TimeSpan ahead, CancellationToken cancellationToken) => database.Write(
        t => t.Execute(
            "update hub_link set clock_ahead_seconds = @ahead where hub_node_id = @hub",
            new { hub = hub.Value, ahead = (long)ahead.TotalSeconds }),
        cancellationToken);

    /// <summary>Moves the cursor, in the transaction that stores what was pulled. Does nothing if another process moved it meanwhile.</summary>
    public static Task MoveCursor(Transaction transaction, NodeId hub, byte[] from, byte[] to) => transaction.Execute(
        "update hub_link set cursor = @to where hub_node_id = @hub and cursor = @from",
        new { hub = hub.Value, from, to });

    /// <summary>The hub did not know the cursor; this is where it is now.</summary>
    public Task GoOnFrom(NodeId hub, byte[] refused, ByteString cursor, CancellationToken cancellationToken) => database.Write(
        async t =>
        {
            await MoveCursor(t, hub, refused, cursor.ToByteArray());
            return true;
        },
        cancellationToken);

    /// <summary>A direction did what it had to do.</summary>
    public Task Succeeded(Lane lane, CancellationToken cancellationToken) =>
        Save(new LaneStatus { Lane = lane, SucceededAt = clock.GetUtcNow(), Failure = "", Failures = 0, NextTryAt = null }, cancellationToken);

    /// <summary>A direction failed; when it last succeeded stays as it was.</summary>
    public Task Failed(Lane lane, string failure, int failures, DateTimeOffset nextTryAt, CancellationToken cancellationToken) =>
        Save(new LaneStatus { Lane = lane, SucceededAt = null, Failure = failure, Failures = failures, NextTryAt = nextTryAt }, cancellationToken);

    private async Task Save(LaneStatus status, CancellationToken cancellationToken)
    {
        try
        {
            await Write(status, cancellationToken).ConfigureAwait(false);
            unsaved.TryRemove(status.Lane, out _);
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            unsaved[status.Lane] = status;
            throw;
        }
    }

    private Task<int> Write(LaneStatus status, CancellationToken cancellationToken) => database.Write(
        t => t.Execute(
            """
            insert into hub_lane (lane, succeeded_at, failure, failures, next_try_at) values (@Lane, @SucceededAt, @Failure, @Failures, @NextTryAt)
            on conflict (lane) do update set succeeded_at = coalesce(excluded.succeeded_at, hub_lane.succeeded_at),
              failure = excluded.failure, failures = excluded.failures, next_try_at = excluded.next_try_at
            """,
            new { Lane = status.Lane.ToString(), status.SucceededAt, status.Failure, status.Failures, status.NextTryAt }),
        cancellationToken);
}
