using RecoveryCoP.Node.Rules;

namespace RecoveryCoP.Node.Accounts.Roles;

/// <summary>Who may do what to whom. Pure: the store supplies the counts and does the rest.</summary>
public static class RoleRules
{
    /// <summary>Giving and taking a role: its givers only.</summary>
    public static Outcome MayGiveOrTake(Actor by, RoleDefinition role) =>
        by.Is([.. role.GivenBy]) ? Outcome.Done : Problem.Of(AccountProblem.NotYours);

    /// <summary>Adding a person: those who look after people.</summary>
    public static Outcome MayAdd(Actor by, RoleCatalogue roles) =>
        by.Is(roles.Keepers) ? Outcome.Done : Problem.Of(AccountProblem.NotYours);

    /// <summary>Ending a membership: one's own, or those who look after people.</summary>
    public static Outcome MayEnd(Actor by, Guid account, RoleCatalogue roles) =>
        by.Id == account || by.Is(roles.Keepers) ? Outcome.Done : Problem.Of(AccountProblem.NotYours);

    /// <summary>A keeper's role is never left without a holder.</summary>
    /// <param name="role">The role about to lose a holder.</param>
    /// <param name="holders">How many hold it now.</param>
    public static Outcome MayLoseOne(RoleDefinition role, int holders) =>
        role.IsKeeper && holders <= 1 ? Problem.Of(AccountProblem.LastKeeper) : Outcome.Done;
}
