using System.Threading.Channels;

namespace RecoveryCoP.Node.Storage;

/// <summary>
/// Small writes that wait for the gate together share one transaction, and so one wait for the disk. When a statement fails, the write at
/// fault is told so, and the others are written again without it. When the commit itself fails, all are told.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    // Nobody else writes meanwhile: a group this large takes about ten milliseconds.
    private const int Most = 64;

    private readonly Database database;
    private readonly Channel<Waiting> waiting = Channel.CreateBounded<Waiting>(1024);
    private readonly Task writer;
    private volatile bool busy;

    /// <summary>Starts the writer.</summary>
    public GroupCommit(Database database)
    {
        this.database = database;
        writer = Task.Run(WriteAll);
    }

    /// <summary>Whether there is a group to write.</summary>
    public bool IsBusy => busy;

    /// <summary>Does the work in the next group's transaction; returns when that is on disk. The work may be done more than once, each time on a clean slate.</summary>
    public async Task Write(Func<Transaction, Task> work, CancellationToken cancellationToken)
    {
        var one = new Waiting(work, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await waiting.Writer.WriteAsync(one, cancellationToken).ConfigureAwait(false);
        await one.Done.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await writer.ConfigureAwait(false);
    }

    private async Task WriteAll()
    {
        while (await waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            busy = true;
            var group = new List<Waiting>();
            do
            {
                await WriteOnce(group).ConfigureAwait(false);
            }
            while (group.Count > 0);
            busy = false;
        }
    }

    // Leaves in the group those that have to be written again.
    private async Task WriteOnce(List<Waiting> group)
    {
        Waiting? atWork = null;
        try
        {
            await database.Write(async transaction =>
            {
                // Taken up inside the gate, so that those who came while it was closed are in too.
                TakeUp(group);
                foreach (var one in group)
                {
                    atWork = one;
                    await one.Work(transaction).ConfigureAwait(false);
                }

                atWork = null;
            }).ConfigureAwait(false);
            Finish(group, one => one.Done.SetResult());
        }
        catch (Exception failure) when (atWork is not null)
        {
            group.Remove(atWork);
            atWork.Done.SetException(failure);
        }
        catch (Exception failure)
        {
            TakeUp(group);
            Finish(group, one => one.Done.SetException(failure));
        }
    }

    // A group that is written again takes nobody in: it must end, and newcomers must not share a failure they had no part in.
    private void TakeUp(List<Waiting> group)
    {
        if (group.Count > 0)
        {
            return;
        }

        while (group.Count < Most && waiting.Reader.TryRead(out var one))
        {
            group.Add(one);
        }
    }

    private static void Finish(List<Waiting> group, Action<Waiting> how)
    {
        group.ForEach(how);
        group.Clear();
    }

    private sealed record Waiting(Func<Transaction, Task> Work, TaskCompletionSource Done);
}
