using RecoveryCoP.Node.Health;

namespace RecoveryCoP.Node.NodeStatus;

/// <summary>
/// What is said to a machine that watches the node. It only reads, and at most once in a few seconds, since whoever may ask this may ask it a thousand times:
/// a write would cost a wait for the disk and wake up whatever follows the changes.
/// </summary>
internal sealed class Readiness(HealthReport report, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan fresh = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim turn = new(1, 1);
    private (long At, ReadyAnswer Answer)? last;

    /// <summary>As it is, or was a moment ago.</summary>
    public async Task<ReadyAnswer> Ask(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (last is not { } known || clock.GetElapsedTime(known.At) >= fresh)
            {
                var answer = ReadyAnswer.Of(await report.Look(check => check.IsForMachines, cancellationToken).ConfigureAwait(false));
                last = (clock.GetTimestamp(), answer);
            }

            return last!.Value.Answer;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();
}

/// <summary>What a machine is told.</summary>
/// <param name="IsReady">False where another node, if there were one, should be asked instead: without its database this one can do nothing.</param>
/// <param name="Words">"ready" or "not ready", and on a line each the codes of what is wrong: <c>database</c>, <c>disk</c>, <c>feeds</c>.</param>
internal sealed record ReadyAnswer(bool IsReady, string Words)
{
    private const string Needed = "database";

    public static ReadyAnswer Of(IReadOnlyList<Checked> all)
    {
        string[] wrong = [.. all.Where(c => c.Finding.Grade == Grade.Wrong || c is { Check.Code: Needed, Finding.Grade: Grade.Unknown }).Select(c => c.Check.Code)];
        var isReady = !wrong.Contains(Needed);
        return new(isReady, string.Join('\n', [isReady ? "ready" : "not ready", .. wrong]));
    }
}
