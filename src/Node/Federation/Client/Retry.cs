using RecoveryCoP.Federation.V1;
namespace RecoveryCoP.Node.Federation.Client;

/// <summary>How long to wait after a failure. Pure: chance and the number of failures come in, a duration comes out.</summary>
public static class Retry
{
    /// <summary>The wait before the next try.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="failures">How often in a row, this time included: 1 upwards.</param>
    /// <param name="chance">From 0 to below 1, different each time: after an outage the chapters must not all come back in the same second.</param>
    /// <param name="options">The limits.</param>
    public static TimeSpan After(CallFailure failure, int failures, double chance, SyncOptions options) => failure.Reaction switch
    {
        // A chapter that knows why it waits is asked for by people: they are on the telephone.
        Reaction.Probe when failure.Code is "SUSPENDED" or "NOT_ADMITTED" => Soon(options),
        Reaction.Probe => TimeSpan.FromSeconds(options.ProbeSeconds),
        Reaction.Park => TimeSpan.FromSeconds(options.RetryMaximumSeconds),
        _ => failure.NotBefore + FullJitter(failures, chance, options),
    };

    /// <summary>
    /// The wait before a chapter that is not admitted asks again. Its code was accepted and now two people telephone: at first that is a matter
    /// of minutes, so it asks soon; the longer it takes, the less often, down to <see cref="SyncOptions.ProbeSeconds"/>.
    /// </summary>
    /// <param name="state">How it stands.</param>
    /// <param name="standing">For how long it has stood so.</param>
    /// <param name="options">The limits.</param>
    public static TimeSpan BeforeAsking(EnrolmentState state, TimeSpan standing, SyncOptions options)
    {
        var longest = TimeSpan.FromSeconds(options.ProbeSeconds);
        var patient = TimeSpan.FromSeconds(Math.Max(5, standing.TotalSeconds / 4));
        return state switch
        {
            EnrolmentState.Pending when patient < longest => patient,
            EnrolmentState.Suspended => Soon(options),
            _ => longest,
        };
    }

    /// <summary>An answer within this time came at once: a hub that has nothing waits before it says so.</summary>
    public static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The pause after a pull that brought nothing new. A page of what is known already is what a restored hub gives, one after the other, so it costs
    /// little at first; an empty one that came at once helps nobody.
    /// </summary>
    /// <param name="inARow">How many brought nothing, this one included: 1 upwards.</param>
    /// <param name="known">True when it was a page of what is known already.</param>
    public static TimeSpan AfterNothing(int inARow, bool known) => TimeSpan.FromSeconds(
        Math.Min(30, known ? 0.02 * inARow : 0.1 * Math.Pow(2, Math.Min(inARow, 20) - 1)));

    /// <summary>The pause after a feed was asked for that the hub has more of, and nothing of it could be taken: twice as long each time, up to <see cref="SyncOptions.ProbeSeconds"/>.</summary>
    /// <param name="inARow">How often, this time included: 1 upwards.</param>
    /// <param name="options">The limits.</param>
    public static TimeSpan AfterFruitless(int inARow, SyncOptions options) =>
        TimeSpan.FromSeconds(Math.Min(options.ProbeSeconds, options.RetryMinimumSeconds * Math.Pow(2, Math.Min(inARow - 1, 30))));

    private static TimeSpan Soon(SyncOptions options) => TimeSpan.FromSeconds(Math.Min(300, options.ProbeSeconds));

    // Anywhere between nothing and a ceiling that doubles: "full jitter" (aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter).
    private static TimeSpan FullJitter(int failures, double chance, SyncOptions options)
    {
        var ceiling = Math.Min(options.RetryMaximumSeconds, options.RetryMinimumSeconds * Math.Pow(2, Math.Min(failures - 1, 30)));
        return TimeSpan.FromSeconds(ceiling * chance);
    }
}
