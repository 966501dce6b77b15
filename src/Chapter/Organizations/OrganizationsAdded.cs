using RecoveryCoP.Node.Web.Guards;

namespace RecoveryCoP.Chapter.Organizations;

/// <summary>How many each person added in the last day. In memory only: nobody keeps who added what.</summary>
internal sealed class OrganizationsAdded(TimeProvider clock)
{
    private readonly SlidingCount people = new(Organization.MostADayEach, TimeSpan.FromDays(1), clock);

    /// <summary>Counts one; false when somebody has had their share.</summary>
    public bool Admits(Actor who) => people.Admits(who.Id.ToString());
}
