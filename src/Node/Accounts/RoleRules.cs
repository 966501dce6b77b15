namespace RecoveryCoP.Node.Accounts;

/// <summary>Who may do what to whom. Pure: the store supplies the counts and does the rest.</summary>
public static class RoleRules
{
    /// <summary>Giving and taking a role: its givers only.</summary>
    public static Result MayGiveOrTake(Actor by, RoleDefinition role) =>
        by.Is([.. role.GivenBy]) ? Result.Done : Refusal.Of("account.not-yours");

    /// <summary>Adding a person: those who look after people.</summary>
    public static Result MayAdd(Actor by, RoleCatalogue roles) =>
        by.Is(roles.Administrators) ? Result.Done : Refusal.Of("account.not-yours");

    /// <summary>Ending a membership: one's own, or those who look after people.</summary>
    public static Result MayEnd(Actor by, Guid account, RoleCatalogue roles) =>
        by.Id == account || by.Is(roles.Administrators) ? Result.Done : Refusal.Of("account.not-yours");

    /// <summary>An administrator's role is never left without a holder.</summary>
    /// <param name="role">The role about to lose a holder.</param>
    /// <param name="holders">How many hold it now.</param>
    public static Result MayLoseOne(RoleDefinition role, int holders) =>
        role.IsAdministrator && holders <= 1 ? Refusal.Of("account.last-administrator") : Result.Done;
}
