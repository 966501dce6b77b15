using FluentValidation;
using RecoveryCoP.Node.Rules;

namespace RecoveryCoP.Node.Accounts;

/// <summary>Lets somebody sign in.</summary>
/// <param name="By">Who gives the command.</param>
/// <param name="Name">The name they go by, 1 to 80 characters.</param>
/// <param name="Address">Their e-mail address, as typed.</param>
/// <param name="Tongue">The language of their mail: <c>fr</c> or <c>en</c>.</param>
public sealed record AddPerson(Actor By, string? Name, string? Address, string? Tongue);

/// <summary>Changes the name somebody goes by and the language of their mail; one's own only.</summary>
/// <param name="By">Who gives the command, about themselves.</param>
/// <param name="Name">The name, 1 to 80 characters.</param>
/// <param name="Tongue">The language of their mail: <c>fr</c> or <c>en</c>.</param>
public sealed record IntroduceYourself(Actor By, string? Name, string? Tongue);

/// <summary>Gives somebody a role.</summary>
public sealed record GiveRole(Actor By, Guid Account, string Role);

/// <summary>Takes a role from somebody.</summary>
public sealed record TakeRole(Actor By, Guid Account, string Role);

/// <summary>Ends a membership: one leaves, or is shut out. Every session ends at once.</summary>
public sealed record EndMembership(Actor By, Guid Account);

internal sealed class AddPersonShape : AbstractValidator<AddPerson>
{
    public AddPersonShape()
    {
        RuleFor(c => c.Name).IsAName();
        RuleFor(c => c.Address).IsAnAddress();
        RuleFor(c => c.Tongue).IsATongue();
    }
}

internal sealed class IntroduceYourselfShape : AbstractValidator<IntroduceYourself>
{
    public IntroduceYourselfShape()
    {
        RuleFor(c => c.Name).IsAName();
        RuleFor(c => c.Tongue).IsATongue();
    }
}

internal sealed class GiveRoleShape : AbstractValidator<GiveRole>
{
    public GiveRoleShape(Roles.RoleCatalogue roles) =>
        RuleFor(c => c.Role).Must(r => roles.Find(r) is not null).WithErrorCode(AccountProblem.NoSuchRole);
}

internal sealed class TakeRoleShape : AbstractValidator<TakeRole>
{
    public TakeRoleShape(Roles.RoleCatalogue roles) =>
        RuleFor(c => c.Role).Must(r => roles.Find(r) is not null).WithErrorCode(AccountProblem.NoSuchRole);
}

internal sealed class EndMembershipShape : AbstractValidator<EndMembership>
{
    public EndMembershipShape() => RuleFor(c => c.Account).NotEqual(Guid.Empty).WithErrorCode(AccountProblem.NoSuchPerson);
}
