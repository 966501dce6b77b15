using RecoveryCoP.Node.Rules;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Charters;

/// <summary>Decides by the rules of <see cref="Charter"/>, stores the text, saves the state.</summary>
[GrainType("charter")]
internal sealed class CharterGrain(
    [PersistentState(Charter.Kind)] IPersistentState<Charter> charter, TextStore texts, TimeProvider clock) : Grain, ICharterGrain
{
    // A state never names a text that is not on disk; the built-in version is one of those it names from now on.
    public async Task<Result> Publish(PublishCharter command)
    {
        var bytes = command.Text.ToBytes();
        var decided = charter.State.Publish(command, TextStore.NameOf(bytes), clock.GetUtcNow());
        if (decided.Succeeded)
        {
            await texts.Put(BuiltInCharter.Text.ToBytes());
            await texts.Put(bytes);
        }

        return await charter.Apply(_ => decided);
    }
}
