using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Tests.Storage;

[Alias("note")]
public interface INote : IGrainWithGuidKey
{
    [Alias("write")]
    Task<Result> Write(string text);

    [Alias("write-and-read")]
    Task<Result<NoteText>> WriteAndRead(string text);

    [Alias("read")]
    Task<NoteText> Read();

    [Alias("put-away")]
    Task PutAway();
}

[GenerateSerializer, Immutable, Alias("note-text")]
public sealed record NoteText([property: Id(0)] string Text, [property: Id(1)] int Writes);

public sealed record NoteState : GrainRecord
{
    public string Text { get; init; } = "";

    public int Writes { get; init; }
}

public sealed class Note([PersistentState("note")] IPersistentState<NoteState> state) : Grain, INote
{
    public async Task<Result> Write(string text)
    {
        state.State = state.State with { Id = this.GetPrimaryKey(), Text = text, Writes = state.State.Writes + 1 };
        await state.WriteStateAsync();
        return Result.Done;
    }

    public async Task<Result<NoteText>> WriteAndRead(string text)
    {
        await Write(text);
        return await Read();
    }

    public Task<NoteText> Read() => Task.FromResult(new NoteText(state.State.Text, state.State.Writes));

    public Task PutAway()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
