using Microsoft.AspNetCore.Components;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;

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

    /// <summary>Says why.</summary>
    protected void ShowRefusal(Result outcome) => Refuse(outcome);
}
