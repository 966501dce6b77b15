namespace RecoveryCoP.Chapter.Federation;

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
        Reaction.Probe => TimeSpan.FromSeconds(options.ProbeSeconds),
        Reaction.Park => TimeSpan.FromSeconds(options.RetryMaximumSeconds),
        // Once, at once; a hub that refuses the empty cursor too gets the same patience as one that is away.
        Reaction.StartOver when failures <= 1 => TimeSpan.Zero,
        _ => failure.NotBefore + FullJitter(failures, chance, options),
    };

    /// <summary>
    /// The wait before a chapter that is not admitted asks again. Its code was accepted and now two people telephone: at first that is a matter
    /// of minutes, so it asks soon; the longer it takes, the less often, down to <see cref="SyncOptions.ProbeSeconds"/>.
    /// </summary>
    /// <param name="state">How it stands.</param>
    /// <param name="standing">For how long it has stood so.</param>
    /// <param name="options">The limits.</param>
    public static TimeSpan BeforeAsking(LinkState state, TimeSpan standing, SyncOptions options)
    {
        var longest = TimeSpan.FromSeconds(options.ProbeSeconds);
        var patient = TimeSpan.FromSeconds(Math.Max(5, standing.TotalSeconds / 4));
        return state == LinkState.Pending && patient < longest ? patient : longest;
    }

    // Anywhere between nothing and a ceiling that doubles: "full jitter" (aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter).
    private static TimeSpan FullJitter(int failures, double chance, SyncOptions options)
    {
        var ceiling = Math.Min(options.RetryMaximumSeconds, options.RetryMinimumSeconds * Math.Pow(2, Math.Min(failures - 1, 30)));
        return TimeSpan.FromSeconds(ceiling * chance);
    }
}
