using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>Decides by the rules of <see cref="Practice"/>, stores the text, saves the state.</summary>
[GrainType("practice")]
internal sealed class PracticeGrain(
    [PersistentState(Practice.Kind)] IPersistentState<Practice> practice, TextStore texts, TimeProvider clock) : Grain, IPracticeGrain
{
    public Task<Result> Write(WritePractice command) =>
        Save(command.Text, (p, hash) => p.Write(this.GetPrimaryKey(), command, hash, clock.GetUtcNow()));

    public Task<Result> Revise(RevisePractice command) =>
        Save(command.Text, (p, hash) => p.Revise(command, hash, clock.GetUtcNow()));

    public Task<Result> ShareInChapter(SharePractice command) => practice.Apply(p => p.ShareInChapter(command, clock.GetUtcNow()));

    public Task<Result> ShareInNetwork(SharePractice command) => practice.Apply(p => p.ShareInNetwork(command, clock.GetUtcNow()));

    public Task<Result> Withdraw(WithdrawPractice command) => practice.Apply(p => p.Withdraw(command, clock.GetUtcNow()));

    // What is refused leaves nothing behind, and a state never names a text that is not on disk.
    private async Task<Result> Save(PracticeText text, Func<Practice, string, Result<Practice>> rule)
    {
        var bytes = text.ToBytes();
        var decided = rule(practice.State, TextStore.NameOf(bytes));
        if (decided.Succeeded)
        {
            await texts.Put(bytes);
        }

        return await practice.Apply(_ => decided);
    }
}
