using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Node.Storage;

/// <summary>What a grain does with a command: decide, save, return.</summary>
public static class Applying
{
    /// <summary>Lets the rule decide on the state as it is; saves what it returns, or returns why it refuses.</summary>
    public static async Task<Result> Apply<T>(this IPersistentState<T> state, Func<T, Result<T>> rule) where T : GrainRecord
    {
        var decided = rule(state.State);
        if (decided.Value is { } next)
        {
            state.State = next;
            await state.WriteStateAsync();
        }

        return decided.WithoutValue;
    }
}
