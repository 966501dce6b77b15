using Microsoft.Extensions.Hosting;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Templates;

/// <summary>
/// Makes the changes of a run one by one, and writes each down. A change done twice finds its work done, so a run that was broken off goes on where it stopped: at the
/// next start, or when somebody asks again.
/// </summary>
public sealed class TemplateRuns(InstalledTemplates installed, TemplateComparison comparison, Database database, IGrainFactory grains, FaultPoints faults, TimeProvider clock) : IDisposable
{
    /// <summary>A change is made, and not written down.</summary>
    internal const string ChangeMadeNotNoted = "template-change-made-not-noted";

    // One at a time: two would make the same change at once.
    private readonly SemaphoreSlim turn = new(1, 1);

    private IInstalledTemplateGrain This => grains.GetGrain<IInstalledTemplateGrain>(InstalledTemplate.TheId);

    /// <summary>Wakes what makes changes beside the pages.</summary>
    internal ChangeSignal Wanted { get; } = new();

    /// <summary>Begins one and makes its changes.</summary>
    /// <param name="actor">A steward.</param>
    /// <param name="basedOn">What the actor had before their eyes (<see cref="InstalledTemplate.Version"/>).</param>
    /// <param name="to">The template.</param>
    /// <param name="language">The language in which it is taken.</param>
    /// <param name="work">What it changes.</param>
    /// <param name="cancellationToken">Ends the wait before it is begun.</param>
    /// <param name="waits">False to have the changes made beside the pages, so that a page can say how far they are.</param>
    internal async Task<Result> Begin(Actor actor, int basedOn, TemplateHead to, Language language, TemplateRunWork work, CancellationToken cancellationToken, bool waits = true)
    {
        var begun = await This.Do(new BeginTemplateRun(actor, basedOn, to, language.Code, work.ToBytes(), work.Changes.Count));
        return begun.Succeeded ? await Logged(SecurityEvents.TemplateApplied, actor, waits, cancellationToken) : begun;
    }

    /// <summary>Has the last one undone: the exact state before, but for what somebody changed since, which is said.</summary>
    public async Task<Result> Undo(Actor actor, int basedOn, CancellationToken cancellationToken)
    {
        var begun = await This.Do(new UndoTemplateRun(actor, basedOn));
        return begun.Succeeded ? await Logged(SecurityEvents.TemplateUndone, actor, true, cancellationToken) : begun;
    }

    /// <summary>Goes on with the run that is on its way; nothing, when there is none. Refused where it has to wait for room, or for a database: then it goes on later.</summary>
    public async Task<Result> Continue(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await installed.Find(cancellationToken) is { IsBusy: true, Run: { } run } now ? await Run(run, Language.Of(now.Language), cancellationToken) : Result.Done;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private async Task<Result> Logged(string what, Actor actor, bool waits, CancellationToken cancellationToken)
    {
        await database.Write(t => SecurityLog.Append(t, clock.GetUtcNow(), what, actor.Id, null), cancellationToken);
        if (waits)
        {
            // Whoever asked may go away; what is begun is ended.
            return await Continue(CancellationToken.None);
        }

        Wanted.Raise();
        return Result.Done;
    }

    private async Task<Result> Run(TemplateRun run, Language language, CancellationToken cancellationToken)
    {
        var todo = await installed.WorkOf(run, cancellationToken);
        var before = comparison.Taken(await installed.ItemsOf(run.FromItems, cancellationToken), language);
        var work = comparison.WorkOf(run.State == TemplateRunState.Undoing ? run.UndoneBy : run.By, language, run.To, [.. todo.Items, .. before], todo.Answers);
        var undoes = run.State == TemplateRunState.Undoing;
        for (var n = undoes ? run.Done - 1 : run.Done; undoes ? n >= 0 : n < run.Count; n += undoes ? -1 : 1)
        {
            var why = undoes && run.Refused.Any(r => r.Change == n) ? null : await Make(undoes ? todo.Changes[n].Undone : todo.Changes[n], work, cancellationToken);
            if (why is { } wait && IsPassing(wait))
            {
                return wait; // no fault of what is changed: it goes on once there is room, or a database
            }

            faults.Pass(ChangeMadeNotNoted);
            if (Demand(await This.Do(new NoteTemplateChange(Actor.Node, n, why))) is { } notNoted)
            {
                return notNoted;
            }
        }

        var ended = (await installed.Find(cancellationToken)).Run!;
        HashSet<(string, string)> left = [.. (undoes ? ended.NotUndone : ended.Refused).Select(r => (todo.Changes[r.Change].Kind, todo.Changes[r.Change].Id))];
        var (from, to) = undoes ? (todo.Items, before) : (before, todo.Items);
        TemplateItem[] now = [.. to.Where(i => !left.Contains((i.Kind, i.Id))), .. from.Where(i => left.Contains((i.Kind, i.Id)))];
        return Demand(await This.Do(new EndTemplateRun(Actor.Node, TemplateBytes.Of(now)))) is { } notEnded ? notEnded : Result.Done;
    }

    private async Task<Refusal?> Make(ItemChange change, TemplateWork work, CancellationToken cancellationToken)
    {
        if (comparison.PartOf(change.Kind) is not { } part)
        {
            return TemplateRefusals.NoPart;
        }

        // What comes or goes only the part can tell from what a chapter has anyway, such as a charter.
        if (change is { Before: not null, After: not null })
        {
            var now = await comparison.Ours(work, i => i.Kind == change.Kind && i.Id == change.Id, cancellationToken) is [var ours, ..] ? ours : null;
            if (Same(now, change.After))
            {
                return null;
            }

            if (!Same(now, change.Before))
            {
                return TemplateRefusals.Changed;
            }
        }

        return await part.Apply(change, work, cancellationToken) is { Refusals: [var why, ..] } ? why : null;
    }

    // Clauses have the ids that they are given when they are read.
    private static bool Same(TemplateItem? one, TemplateItem? other) => Bare(one) == Bare(other);

    private static TemplateItem? Bare(TemplateItem? item) => item?.Kind == TemplateKinds.Charter.Name ? item with { Rows = [.. item.Rows.Select(r => r with { Id = "" })] } : item;

    private static bool IsPassing(Refusal refusal) => refusal.Code.StartsWith("storage.", StringComparison.Ordinal);

    /// <summary>What the record refuses only for want of room or of a database; anything else it must not refuse.</summary>
    private static Refusal? Demand(Result result) =>
        result.Succeeded ? null
        : IsPassing(result.Refusals[0]) ? result.Refusals[0]
        : throw new InvalidOperationException($"A template's run cannot go on: {result.Refusals[0].Code}");
}

/// <summary>Makes the changes of runs beside the pages, and goes on with one that was broken off once the node serves, or once there is room again.</summary>
internal sealed partial class BrokenOffRun(TemplateRuns runs, InstalledTemplates installed, ThisNode node, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<BrokenOffRun> log) : BackgroundService
{
    private static readonly TimeSpan _untilThereIsRoom = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await lifetime.HasStarted(stoppingToken))
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            var wanted = runs.Wanted.Next;
            var waits = false;
            try
            {
                await (node.IsFounded ? runs.Continue(stoppingToken) : Task.CompletedTask);
                waits = (await installed.Find(stoppingToken)).IsBusy;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure); // the node serves all the same, and the page of the template has a button that goes on
            }

            await (waits ? Task.WhenAny(wanted, Task.Delay(_untilThereIsRoom, clock, stoppingToken)) : wanted.WaitAsync(stoppingToken));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A template that was being applied or undone could not go on")]
    private partial void LogFailed(Exception failure);
}
