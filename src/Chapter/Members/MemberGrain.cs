using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Members;

/// <summary>Decides by the rules of <see cref="Member"/> and saves.</summary>
[GrainType("member")]
internal sealed class MemberGrain(
    [PersistentState(Member.Kind)] IPersistentState<Member> member, TextStore texts, TimeProvider clock) : Grain, IMemberGrain
{
    private Guid Id => this.GetPrimaryKey();

    public Task<Result> Accept(AcceptCharter command) => member.Apply(m => m.Accept(Id, command, clock.GetUtcNow()));

    public Task<Result> Describe(DescribeYourself command) => member.Apply(m => m.Describe(Id, command));

    // A consent never names a text that is not on disk.
    public async Task<Result> Declare(DeclareGroups command)
    {
        var decided = member.State.Declare(Id, command, ConsentTexts.GroupsHash, clock.GetUtcNow());
        if (decided.Succeeded)
        {
            await texts.Put(ConsentTexts.GroupsBytes);
        }

        return await member.Apply(_ => decided);
    }

    public Task<Result> Withdraw(WithdrawGroups command) => member.Apply(m => m.Withdraw(Id, command, clock.GetUtcNow()));

    public Task<Result> Forget(ForgetMember command) => member.Apply(m => m.Forget(Id, command, clock.GetUtcNow()));
}
