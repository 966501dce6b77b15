using FluentValidation;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Accounts;

/// <summary>Lets somebody sign in.</summary>
/// <param name="By">Who gives the command.</param>
/// <param name="Name">The name they go by, 1 to 80 characters.</param>
/// <param name="Address">Their email address, as typed.</param>
/// <param name="Language">The language of their mail: <c>fr</c> or <c>en</c>.</param>
public sealed record AddPerson(Actor By, string? Name, string? Address, string? Language);

/// <summary>Changes the name somebody goes by and the language of their mail; one's own only.</summary>
/// <param name="By">Who gives the command, about themselves.</param>
/// <param name="Name">The name, 1 to 80 characters.</param>
/// <param name="Language">The language of their mail: <c>fr</c> or <c>en</c>.</param>
public sealed record IntroduceYourself(Actor By, string? Name, string? Language);

/// <summary>Gives somebody a role.</summary>
public sealed record GiveRole(Actor By, Guid Account, string Role);

/// <summary>Takes a role from somebody.</summary>
public sealed record TakeRole(Actor By, Guid Account, string Role);

/// <summary>Ends a membership: one leaves, or is shut out. Every session ends at once.</summary>
public sealed record EndMembership(Actor By, Guid Account);

/// <summary>Somebody leaves and has everything of theirs erased.</summary>
/// <param name="By">Who, for themselves.</param>
/// <param name="Also">What they want beside, of what they were asked (<see cref="Leaving.LeavingErasure.Asked"/>).</param>
public sealed record LeaveErased(Actor By, IReadOnlyList<string> Also);

/// <summary>Signs somebody out of every browser, who may sign in again at once: a phone was lost.</summary>
public sealed record EndSessions(Actor By, Guid Account);

internal sealed class AddPersonValidator() : FormValidator<AddPerson>([PersonForm.NameField, PersonForm.AddressField, PersonForm.LanguageField]);

internal sealed class IntroduceYourselfValidator() : FormValidator<IntroduceYourself>([PersonForm.NameField, PersonForm.LanguageField]);

internal sealed class GiveRoleValidator : AbstractValidator<GiveRole>
{
    public GiveRoleValidator(RoleCatalogue roles) =>
        RuleFor(c => c.Role).Must(r => roles.Find(r) is not null).WithErrorCode("account.no-such-role");
}

internal sealed class TakeRoleValidator : AbstractValidator<TakeRole>
{
    public TakeRoleValidator(RoleCatalogue roles) =>
        RuleFor(c => c.Role).Must(r => roles.Find(r) is not null).WithErrorCode("account.no-such-role");
}

internal sealed class EndMembershipValidator : AbstractValidator<EndMembership>
{
    public EndMembershipValidator() => RuleFor(c => c.Account).NotEqual(Guid.Empty).WithErrorCode("account.no-such-person");
}
