using System.Text.Json;

namespace RecoveryCoP.Node.Storage;

/// <summary>A record that decides: its grain does any operation on it. A kind of record names itself in an interface of one line.</summary>
/// <typeparam name="TState">The record.</typeparam>
public interface IRecordGrain<TState> : IGrainWithGuidKey where TState : GrainRecord
{
    /// <summary>Does an operation: access, shape, rule, texts, save.</summary>
    /// <returns>Done, or why not; never the record, which is read by a query.</returns>
    Task<Result> Do<TOperation>(TOperation operation) where TOperation : IOperation<TState>;
}

/// <summary>What every record's grain works with.</summary>
/// <param name="Texts">Where an operation's texts go.</param>
/// <param name="Quota">How much of them a person may save in a day.</param>
/// <param name="Room">Whether there is room for it.</param>
/// <param name="Clock">Supplies the time to rules.</param>
public sealed record RecordParts(TextStore Texts, WritingQuota Quota, DiskRoom Room, TimeProvider Clock);

/// <summary>What becomes of a record by an operation, before anything is saved.</summary>
public static class Decision
{
    /// <summary>Access, shape, rule.</summary>
    /// <returns>The record as it becomes, the same reference when nothing changes, or why not.</returns>
    public static Result<TState> Try<TState, TOperation>(this TState state, TOperation operation, Guid id, DateTimeOffset now)
        where TState : GrainRecord where TOperation : IOperation<TState>
    {
        if (TOperation.Access.RefusalFor(operation.Actor) is { } refusal)
        {
            return refusal;
        }

        return operation.Errors is { Count: > 0 } errors
            ? Result<TState>.Refused(errors)
            : operation.On(state, new OperationContext(id, now, operation.Texts is [var text, ..] ? TextStore.NameOf(text) : ""));
    }
}

/// <summary>Lets operations decide on a record and saves what they return: the one grain there is, once for each kind of record.</summary>
/// <typeparam name="TState">The record.</typeparam>
public abstract class RecordGrain<TState>(IPersistentState<TState> state, RecordParts parts) : Grain, IRecordGrain<TState> where TState : GrainRecord, new()
{
    /// <inheritdoc />
    public async Task<Result> Do<TOperation>(TOperation operation) where TOperation : IOperation<TState>
    {
        var decided = state.State.Try(operation, this.GetPrimaryKey(), parts.Clock.GetUtcNow());
        if (decided.Value is not { } next || ReferenceEquals(next, state.State))
        {
            return decided.WithoutValue;
        }

        // Before the day's share is counted: nothing is saved.
        if (parts.Room.RefusalFor(operation.Actor, () => operation.Texts.Sum(text => (long)text.Length) + SizeOf(next) - SizeOf(state.State)) is { } low)
        {
            return low;
        }

        if (parts.Quota.RefusalFor(operation.Actor, operation.Texts) is { } refusal)
        {
            return refusal;
        }

        foreach (var text in operation.Texts)
        {
            await parts.Texts.Put(text, this.GetPrimaryKey());
        }

        state.State = next with { JustErased = Erasures.Between(state.State, next) };
        await state.WriteStateAsync();
        return Result.Done;
    }

    private static long SizeOf(TState state) => JsonSerializer.SerializeToUtf8Bytes(state, GrainJson.Options).Length;
}
