using System.Data.Common;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace RecoveryCoP.Node.Storage;

/// <summary>
/// Stands around the stock provider. It lets states that wait together be written together, and turns every failure into
/// <see cref="InconsistentStateException"/>: after a failure an activation would go on serving the unsaved value, and its next
/// successful write would publish it; only this exception makes Orleans drop the activation. No driver's exception crosses a grain call.
/// </summary>
internal sealed partial class GrainStorage(IGrainStorage provider, GrainConnections connections, Database database, ILogger<GrainStorage> log) : IGrainStorage, ILifecycleParticipant<ISiloLifecycle>
{
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        try
        {
            await provider.ReadStateAsync(stateName, grainId, grainState).ConfigureAwait(false);
        }
        catch (DbException failure)
        {
            LogReadFailed(failure, stateName, grainId);
            throw new InconsistentStateException(StorageFailure.CodeOf(failure));
        }
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var (etag, exists) = (grainState.ETag, grainState.RecordExists);
        try
        {
            await database.WriteTogether(async transaction =>
            {
                Restore();
                await connections.In(transaction, () => provider.WriteStateAsync(stateName, grainId, grainState)).ConfigureAwait(false);
                await Erasures.Note(transaction, (grainState.State as GrainRecord)?.JustErased ?? []).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Restore();
            if (failure is InconsistentStateException)
            {
                throw;
            }

            LogWriteFailed(failure, stateName, grainId);
            throw new InconsistentStateException(StorageFailure.CodeOf(failure));
        }

        // The provider believes in each attempt; only the commit makes it true.
        void Restore() => (grainState.ETag, grainState.RecordExists) = (etag, exists);
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        throw new NotSupportedException("States are never cleared: leaving and withdrawing are states of their own.");

    /// <remarks>Without this the provider never loads its statements.</remarks>
    public void Participate(ISiloLifecycle observer) => ((ILifecycleParticipant<ISiloLifecycle>)provider).Participate(observer);

    [LoggerMessage(Level = LogLevel.Error, Message = "State of {Kind} {Grain} could not be read")]
    private partial void LogReadFailed(Exception failure, string kind, GrainId grain);

    [LoggerMessage(Level = LogLevel.Error, Message = "State of {Kind} {Grain} was not written; the activation is dropped")]
    private partial void LogWriteFailed(Exception failure, string kind, GrainId grain);
}
