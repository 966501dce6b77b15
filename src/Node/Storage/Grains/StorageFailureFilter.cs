using Orleans.Serialization.Invocation;
using Orleans.Storage;

namespace RecoveryCoP.Node.Storage;

/// <summary>
/// At the caller's side, a command whose state could not be saved becomes a refusal like any other: the form comes back with what was
/// typed and says why. (At the grain's side it has to be an exception, or the activation would live on with the unsaved state.)
/// </summary>
internal sealed class StorageFailureFilter : IOutgoingGrainCallFilter
{
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (InconsistentStateException unsaved) when (RefusalFor(context.InterfaceMethod.ReturnType, Refusal.Of(StorageFailure.CodeOf(unsaved))) is { } refusal)
        {
            context.Response = Response.FromResult<object>(refusal);
        }
    }

    private static object? RefusalFor(Type returnType, Refusal refusal)
    {
        var result = returnType.GenericTypeArguments.FirstOrDefault();
        return result == typeof(Result) ? (Result)refusal
            : result?.IsGenericType == true && result.GetGenericTypeDefinition() == typeof(Result<>) ? Activator.CreateInstance(result, args: [null, new[] { refusal }])
            : null;
    }
}
