using RecoveryCoP.Node.Accounts.Leaving;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Accounts.Sessions;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Accounts;

/// <summary>The commands about people: each checks the shape, then who asks, then does it in one transaction.</summary>
public sealed class People(Database database, AccountStore accounts, AccountErasure erasure, IEnumerable<LeavingErasure> erasures, RoleCatalogue roles, TimeProvider clock)
{
    private readonly AddPersonValidator addPerson = new();
    private readonly IntroduceYourselfValidator introduceYourself = new();
    private readonly GiveRoleValidator giveRole = new(roles);
    private readonly TakeRoleValidator takeRole = new(roles);
    private readonly EndMembershipValidator endMembership = new();

    /// <summary>Lets somebody sign in.</summary>
    public async Task<Result<Account>> Add(AddPerson command, CancellationToken cancellationToken)
    {
        if (RoleRules.MayAdd(command.By, roles) is { Succeeded: false } refused)
        {
            return Result<Account>.Refused(refused.Refusals);
        }

        return addPerson.Errors(command) is { Count: > 0 } errors
            ? Result<Account>.Refused(errors)
            : await accounts.Add(command.Name!, EmailAddress.Parse(command.Address)!, command.Language!, [], command.By.Id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes one's own name and language.</summary>
    public async Task<Result> Introduce(IntroduceYourself command, CancellationToken cancellationToken) =>
        introduceYourself.Errors(command) is { Count: > 0 } errors
            ? Result.Refused(errors)
            : await database.Write(t => AccountStore.Rename(t, command.By.Id, command.Name!, command.Language!), cancellationToken).ConfigureAwait(false);

    /// <summary>Gives somebody a role.</summary>
    public async Task<Result> Give(GiveRole command, CancellationToken cancellationToken)
    {
        if (giveRole.Errors(command) is { Count: > 0 } errors)
        {
            return Result.Refused(errors);
        }

        return RoleRules.MayGiveOrTake(command.By, roles.Find(command.Role)!) is { Succeeded: false } refused
            ? refused
            : await database.Write(t => accounts.Give(t, command.Account, command.Role, command.By.Id), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes a role from somebody.</summary>
    public async Task<Result> Take(TakeRole command, CancellationToken cancellationToken)
    {
        if (takeRole.Errors(command) is { Count: > 0 } errors)
        {
            return Result.Refused(errors);
        }

        var role = roles.Find(command.Role)!;
        return RoleRules.MayGiveOrTake(command.By, role) is { Succeeded: false } refused
            ? refused
            : await database.Write(t => accounts.Take(t, command.Account, role, command.By.Id), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends every session of somebody.</summary>
    public async Task<Result> EndSessions(EndSessions command, CancellationToken cancellationToken) =>
        RoleRules.MayEnd(command.By, command.Account, roles) is { Succeeded: false } refused
            ? refused
            : await database.Write(
                async t =>
                {
                    await SessionStore.EndAll(t, command.Account).ConfigureAwait(false);
                    await SecurityLog.Append(t, clock.GetUtcNow(), SecurityEvents.SessionsEnded, command.By.Id, command.Account).ConfigureAwait(false);
                    return Result.Done;
                },
                cancellationToken).ConfigureAwait(false);

    /// <summary>Ends a membership, and every session with it. What else must follow is for followers of <see cref="AccountStore.Kind"/>.</summary>
    public async Task<Result> End(EndMembership command, CancellationToken cancellationToken)
    {
        if (endMembership.Errors(command) is { Count: > 0 } errors)
        {
            return Result.Refused(errors);
        }

        return RoleRules.MayEnd(command.By, command.Account, roles) is { Succeeded: false } refused
            ? refused
            : await database.Write(t => accounts.End(t, command.Account, roles, command.By.Id), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Somebody leaves and has everything erased that the community does not keep without them. What they wrote is erased by followers (<see cref="LeaverFollower"/>).</summary>
    public Task<Result> LeaveErased(LeaveErased command, CancellationToken cancellationToken)
    {
        var asked = erasures.Select(e => e.Asked).OfType<string>().Intersect(command.Also);
        return database.Write(
            async t =>
            {
                var ended = await accounts.End(t, command.By.Id, roles, command.By.Id).ConfigureAwait(false);
                if (ended.Succeeded)
                {
                    await erasure.Erase(t, command.By.Id, command.By.Id, [new(LeaverFollower.Everything, command.By.Id), .. asked.Select(kind => new Erasure(kind, command.By.Id))]).ConfigureAwait(false);
                }

                return ended;
            },
            cancellationToken);
    }
}
