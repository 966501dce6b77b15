using RecoveryCoP.Node.Rules;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter;

/// <summary>A page for members.</summary>
public abstract class MemberPage : NodePage
{
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
}
