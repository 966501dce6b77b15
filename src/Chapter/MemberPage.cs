using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter;

/// <summary>A page for members.</summary>
public abstract class MemberPage : NodePage
{




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
