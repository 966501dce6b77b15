using Microsoft.AspNetCore.Components;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Rules;

namespace RecoveryCoP.Chapter.Meetings.Pages;

/// <summary>What the pages of meetings share.</summary>
public abstract class MeetingPageBase : MemberPage
{
    [Inject] internal MeetingQueries Queries { get; set; } = default!;

    [Inject] internal ActionQueries Actions { get; set; } = default!;

    [Inject] internal MeetingNames People { get; set; } = default!;

    [Inject] internal IGrainFactory Grains { get; set; } = default!;

    [Inject] internal TimeProvider Clock { get; set; } = default!;

    /// <summary>An id for something that is about to be written.</summary>
    protected Guid NewId() => Guid.CreateVersion7(Clock.GetUtcNow());

    /// <summary>The page's command to a meeting.</summary>
    private protected IMeetingGrain GrainOf(Guid meeting) => Grains.GetGrain<IMeetingGrain>(meeting);

    /// <summary>A meeting that the reader may see; null, with the answer given, when there is none.</summary>
    private protected async Task<Meeting?> Found(Guid id)
    {
        var found = await Queries.Find(id, Reader, Aborted);
        if (found is null)
        {
            NotFound();
        }

        return found;
    }

    /// <summary>What became of a command: done, the reader goes on to a page; refused, they are told why.</summary>
    protected void Show(Result outcome, Text next, string done)
    {
        if (outcome.Succeeded)
        {
            SeeOther(next, done);
        }
        else
        {
            ShowRefusal(outcome);
        }
    }

    /// <summary>Says why a command was refused: 409 when somebody else was first, 422 otherwise.</summary>
    protected void ShowRefusal(Result outcome)
    {
        if (outcome.Refusals.FirstOrDefault(p => p.Code is "meeting.stale" or "meeting.announce-stale" or "meeting.minutes-stale" or "balance.stale") is { } stale)
        {
            Conflict(stale);
        }
        else
        {
            Refuse(outcome);
        }
    }
}
