using Microsoft.AspNetCore.Components;
using RecoveryCoP.Node.Language;
using RecoveryCoP.Node.Rules;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Practices.Pages;

/// <summary>What the pages of practices share: they are for members.</summary>
public abstract class PracticePageBase : NodePage
{
    [Inject] internal PracticeQueries Queries { get; set; } = default!;

    [Inject] internal IGrainFactory Grains { get; set; } = default!;

    /// <summary>Who reads; only once <see cref="IsMember"/> said so.</summary>
    protected Actor Reader => Actor!;

    /// <summary>When the reader leaves, nobody waits for the page any more.</summary>
    protected CancellationToken Aborted => HttpContext.RequestAborted;

    /// <summary>False, with the answer given, for a visitor who is not signed in.</summary>
    protected bool IsMember()
    {
        if (Actor is null)
        {
            Forbid();
        }

        return Actor is not null;
    }

    /// <summary>The address of a practice, or of a page below it.</summary>
    protected static Text PathOf(Guid practice, string fr = "", string en = "") => new($"/fr/pratiques/{practice}{fr}", $"/en/practices/{practice}{en}");

    /// <summary>The page's command to a practice.</summary>
    private protected IPracticeGrain GrainOf(Guid practice) => Grains.GetGrain<IPracticeGrain>(practice);
}
