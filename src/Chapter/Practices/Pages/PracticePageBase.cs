using Microsoft.AspNetCore.Components;

namespace RecoveryCoP.Chapter.Practices.Pages;

/// <summary>What the pages of practices share.</summary>
public abstract class PracticePageBase : MemberPage
{
    [Inject] internal PracticeQueries Queries { get; set; } = default!;

    [Inject] internal IGrainFactory Grains { get; set; } = default!;

    /// <summary>The page's command to a practice.</summary>
    private protected IPracticeGrain GrainOf(Guid practice) => Grains.GetGrain<IPracticeGrain>(practice);
}
