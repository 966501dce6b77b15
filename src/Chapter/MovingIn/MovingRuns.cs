using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RecoveryCoP.Chapter.Invitations;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Files;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.MovingIn;

/// <summary>A meeting that is to be made.</summary>
/// <param name="Id">Its id: the same each time that the same meeting comes.</param>
/// <param name="Line">Where in the file.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Present">How many were there.</param>
/// <param name="Notes">What was written down.</param>
internal sealed record PlannedMeeting(Guid Id, int Line, MeetingPlan Plan, int? Present, string Notes);

/// <summary>A document that is to be added.</summary>
/// <param name="File">Its id.</param>
/// <param name="Number">Which of those that were sent.</param>
/// <param name="Meeting">To which meeting.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Stored">What is in it.</param>
internal sealed record PlannedDocument(Guid File, int Number, Guid Meeting, string Title, StoredFile Stored);

/// <summary>
/// Makes what a file brings, thing by thing, and takes it back as a whole. What is made twice finds its work done, so a move that was broken off goes on where it stopped: at
/// the next start, or when somebody asks again.
/// </summary>
internal sealed class MovingRuns(
    MoveQueries moves, MeetingQueries meetings, InvitationStore invitations, FileStore files, Database database, ThisNode node, IGrainFactory grains, FaultPoints faults, TimeProvider clock) : IDisposable
{
    /// <summary>One more thing is made, and not written down.</summary>
    internal const string PartMadeNotNoted = "move-in-part-made-not-noted";

    /// <summary>One more thing is taken back, and not written down.</summary>
    internal const string PartUndoneNotNoted = "move-in-part-undone-not-noted";

    // How far it is is written down this often.
    private const int Step = 25;

    // One at a time: two would make the same thing at once.
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>The id that a meeting gets here: another one in every community.</summary>
    public Guid IdOf(PastMeeting meeting) => TemplateWork.RecordOf(node.Identity.Id, "moved-in", meeting.Key);

    /// <summary>Makes meetings of what a file tells.</summary>
    public async Task<Result> BringMeetings(Actor actor, Guid id, IReadOnlyList<PastMeeting> read, Language language, CancellationToken cancellationToken)
    {
        List<PlannedMeeting> work = [.. read.Select(m => new PlannedMeeting(IdOf(m), m.Line, m.ToPlan(language), m.Present, m.Notes))];
        return await Begin(actor, id, new(actor, MoveKind.Meetings, language.Code, Bytes(work), work.Count), cancellationToken);
    }

    /// <summary>Writes invitations to those in a list, which go nowhere before somebody says so. The list itself is kept nowhere: all of them are written, or none.</summary>
    public async Task<Result> BringRoster(Actor actor, Guid id, IReadOnlyList<ListedAddress> people, string? words, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var begun = await Move(id).Do(new BeginMove(actor, MoveKind.Roster, "", [], people.Count(p => p.IsGood)));
            if (!begun.Succeeded || await moves.Find(id, cancellationToken) is not { State: MoveState.Making })
            {
                return begun;
            }

            await Log(SecurityEvents.MovedIn, actor, cancellationToken);
            var invited = await invitations.Invite(new(actor, id, people, words, AreKept: true), CancellationToken.None);
            faults.Pass(PartMadeNotNoted);
            await EndRoster(id, invited.Refusals);
            return invited;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Keeps documents for somebody to look at where they would go. Nothing is added to a meeting yet.</summary>
    public Task<Result> OfferDocuments(Actor actor, Guid id, IReadOnlyList<PlannedDocument> work, Language language) =>
        Move(id).Do(new BeginMove(actor, MoveKind.Documents, language.Code, Bytes(work), work.Count, IsOffer: true));

    /// <summary>Adds the documents that were looked at.</summary>
    public async Task<Result> Accept(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var accepted = await Move(id).Do(new AcceptMove(actor));
        return accepted.Succeeded ? await Logged(SecurityEvents.MovedIn, actor, cancellationToken) : accepted;
    }

    /// <summary>Takes back all that a move made, but for what somebody added something to: that is said.</summary>
    public async Task<Result> Undo(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var begun = await Move(id).Do(new UndoMove(actor));
        return begun.Succeeded ? await Logged(SecurityEvents.MovedOut, actor, cancellationToken) : begun;
    }

    /// <summary>Lets the invitations of a move go, at the pace of all others.</summary>
    public async Task<Result> Send(Actor actor, Guid id, CancellationToken cancellationToken) =>
        BeginMove.Access.RefusalFor(actor) is { } refusal ? refusal
        : await moves.Find(id, cancellationToken) is { What: MoveKind.Roster, State: MoveState.Made } ? await invitations.Release(id, cancellationToken)
        : Refusal.Of("moving-in.stale");

    /// <summary>Goes on with what is on its way; and lets go of documents to which nobody said yes.</summary>
    public async Task Continue(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            foreach (var move in (await moves.Last(cancellationToken)).Reverse())
            {
                await (move switch
                {
                    { State: MoveState.Making, What: MoveKind.Roster } => GoOnWithRoster(move, cancellationToken),
                    { State: MoveState.Making, What: MoveKind.Meetings } => Make<PlannedMeeting>(move, Make, m => (m.Line, m.Id), cancellationToken),
                    { State: MoveState.Making } => Make<PlannedDocument>(move, Add, d => (d.Number, d.Meeting), cancellationToken),
                    { State: MoveState.Undoing } => TakeBack(move, cancellationToken),
                    { State: MoveState.Offered } when clock.GetUtcNow() - move.At > MovingLimits.OfferKept => LetGo(move, cancellationToken),
                    _ => Task.CompletedTask,
                });
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private async Task<Result> Begin(Actor actor, Guid id, BeginMove begin, CancellationToken cancellationToken)
    {
        var begun = await Move(id).Do(begin);
        return begun.Succeeded ? await Logged(SecurityEvents.MovedIn, actor, cancellationToken) : begun;
    }

    private async Task<Result> Logged(string what, Actor actor, CancellationToken cancellationToken)
    {
        await Log(what, actor, cancellationToken);
        // Whoever asked may go away; what is begun is ended.
        await Continue(CancellationToken.None);
        return Result.Done;
    }

    private Task Log(string what, Actor actor, CancellationToken cancellationToken) =>
        database.Write(t => SecurityLog.Append(t, clock.GetUtcNow(), what, actor.Id, null), cancellationToken);

    private async Task Make<T>(MoveIn move, Func<T, MoveIn, Task<Result>> make, Func<T, (int Line, Guid Meeting)> place, CancellationToken cancellationToken)
    {
        var work = await moves.WorkOf<T>(move, cancellationToken);
        List<RefusedPart> refused = [];
        for (var n = move.Done; n < work.Count; n++)
        {
            var made = await make(work[n], move);
            if (made.Refusals.Any(IsPassing))
            {
                return; // no fault of what is brought: it goes on once there is room, or a database
            }

            refused.AddRange(made.Refusals.Take(1).Select(why => new RefusedPart(place(work[n]).Line, place(work[n]).Meeting, why)));
            faults.Pass(PartMadeNotNoted);
            if ((n + 1) % Step == 0 || n + 1 == work.Count)
            {
                if (!IsWritten(await Move(move.Id).Do(new NoteMove(Actor.Node, n + 1, refused))))
                {
                    return;
                }

                refused = [];
            }
        }

        await End(move, []);
    }

    private Task<Result> Make(PlannedMeeting meeting, MoveIn move) => grains.Meeting(meeting.Id).Do(new BringMeeting(Actor.Node, move.Id, meeting.Plan, meeting.Present, meeting.Notes));

    private async Task<Result> Add(PlannedDocument document, MoveIn move)
    {
        await using var there = await files.Open(document.Stored, CancellationToken.None);
        var added = there is null ? Refusal.Of("moving-in.document-gone")
            : await grains.Meeting(document.Meeting).Do(new BringFile(Actor.Node, move.Id, document.File, document.Title, move.Language, document.Stored));
        if (!added.Succeeded && !added.Refusals.Any(IsPassing))
        {
            await files.Drop(document.File, CancellationToken.None);
        }

        return added;
    }

    private async Task TakeBack(MoveIn move, CancellationToken cancellationToken)
    {
        List<RefusedPart> left = [];
        if (move.What == MoveKind.Roster)
        {
            await invitations.TakeBack(new Actor(move.By, []), move.Id, cancellationToken); // refused where none is left to take back
            left.AddRange(await invitations.CountOf(move.Id, cancellationToken) is { Count: > 0 and var gone } ? [new RefusedPart(0, null, Refusal.Of("moving-in.sent", "", gone))] : Array.Empty<RefusedPart>());
        }

        foreach (var id in move.What == MoveKind.Roster ? [] : move.What == MoveKind.Meetings ? await moves.MeetingsOf(move, cancellationToken) : await moves.MeetingsWithDocumentsOf(move, cancellationToken))
        {
            var undone = move.What == MoveKind.Documents ? await grains.Meeting(id).Do(new TakeOutFiles(Actor.Node, move.Id))
                : await meetings.HasApproved(id, cancellationToken) ? Refusal.Of("moving-in.approves")
                : await grains.Meeting(id).Do(new TakeOutMeeting(Actor.Node, move.Id));
            if (undone.Refusals.Any(IsPassing))
            {
                return;
            }

            if (undone.Succeeded && move.What == MoveKind.Meetings)
            {
                await database.Write(t => TextStore.Erase(t, id), cancellationToken);
            }

            left.AddRange(undone.Refusals.Take(1).Select(why => new RefusedPart(0, id, why)));
            faults.Pass(PartUndoneNotNoted);
        }

        await End(move, left);
    }

    // The list is kept nowhere: either all of it was written when it was broken off, or nothing.
    private async Task GoOnWithRoster(MoveIn move, CancellationToken cancellationToken) =>
        await EndRoster(move.Id, (await invitations.CountOf(move.Id, cancellationToken)).Count > 0 ? [] : [Refusal.Of("moving-in.list-gone")]);

    private async Task EndRoster(Guid id, IReadOnlyList<Refusal> refusals)
    {
        var all = (await moves.Find(id, CancellationToken.None))!.Count;
        if (IsWritten(await Move(id).Do(new NoteMove(Actor.Node, refusals.Count == 0 ? all : 0, [.. refusals.Take(1).Select(why => new RefusedPart(0, null, why))]))))
        {
            IsWritten(await Move(id).Do(new EndMove(Actor.Node, [])));
        }
    }

    private async Task LetGo(MoveIn move, CancellationToken cancellationToken)
    {
        foreach (var document in await moves.WorkOf<PlannedDocument>(move, cancellationToken))
        {
            await files.Drop(document.File, cancellationToken);
        }

        await End(move, []);
    }

    // What was to be made is made: what stands in the file stays nowhere else.
    private async Task End(MoveIn move, IReadOnlyList<RefusedPart> left)
    {
        if (IsWritten(await Move(move.Id).Do(new EndMove(Actor.Node, left))))
        {
            await database.Write(t => TextStore.Erase(t, move.Id), CancellationToken.None);
        }
    }

    private IMoveInGrain Move(Guid id) => grains.GetGrain<IMoveInGrain>(id);

    private static byte[] Bytes<T>(IReadOnlyList<T> work) => JsonSerializer.SerializeToUtf8Bytes(work, GrainJson.Options);

    private static bool IsPassing(Refusal refusal) => refusal.Code.StartsWith("storage.", StringComparison.Ordinal);

    /// <summary>False where there is no room, or no database: it goes on later. Anything else the record must not refuse.</summary>
    private static bool IsWritten(Result result) =>
        result.Succeeded || (IsPassing(result.Refusals[0]) ? false : throw new InvalidOperationException($"A move cannot go on: {result.Refusals[0].Code}"));
}

/// <summary>Goes on with moves that were broken off, once the node serves.</summary>
internal sealed partial class BrokenOffMoves(MovingRuns runs, ThisNode node, IHostApplicationLifetime lifetime, ILogger<BrokenOffMoves> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await lifetime.HasStarted(stoppingToken))
        {
            return;
        }

        try
        {
            await (node.IsFounded ? runs.Continue(stoppingToken) : Task.CompletedTask);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure); // the node serves all the same, and the page has a button that goes on
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What was being brought along, or taken back, could not go on")]
    private partial void LogFailed(Exception failure);
}
