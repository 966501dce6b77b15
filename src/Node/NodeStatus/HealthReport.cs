using Microsoft.Extensions.Logging;
using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.NodeStatus;

/// <summary>A thing that was looked at, and how it stands.</summary>
/// <param name="Check">What.</param>
/// <param name="Finding">How.</param>
public sealed record Checked(IHealthCheck Check, Finding Finding);

/// <summary>Looks at everything that features registered. One that cannot find out says so, and keeps no other from being looked at.</summary>
public sealed partial class HealthReport(IEnumerable<IHealthCheck> checks, TimeProvider clock, ILogger<HealthReport> log)
{
    // A server or a disk that does not answer is waited for by nobody who asks how things are.
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    private static readonly Text unknown = new("Cela n’a pas pu être vérifié.", "This could not be checked.");

    private readonly IHealthCheck[] checks = [.. checks.OrderBy(c => c.Order)];

    /// <summary>How everything stands, in the order of the page.</summary>
    public async Task<IReadOnlyList<Checked>> Look(CancellationToken cancellationToken) => await Look(_ => true, cancellationToken).ConfigureAwait(false);

    /// <summary>How some things stand.</summary>
    internal async Task<IReadOnlyList<Checked>> Look(Func<IHealthCheck, bool> which, CancellationToken cancellationToken) =>
        [.. (await Task.WhenAll(checks.Where(which).Select(check => Look(check, cancellationToken))).ConfigureAwait(false)).OfType<Checked>()];

    /// <summary>What a thing is called.</summary>
    internal Text NameOf(string code) => checks.FirstOrDefault(c => c.Code == code)?.Name ?? code.AsText();

    /// <summary>The worst of them.</summary>
    public static Grade Worst(IEnumerable<Checked> all) => all.Select(c => c.Finding.Grade).Append(Grade.Well).Max();

    private async Task<Checked?> Look(IHealthCheck check, CancellationToken cancellationToken)
    {
        try
        {
            var looking = Task.Run(() => check.Look(cancellationToken), cancellationToken).WaitAsync(check.HasPatience ? Timeout.InfiniteTimeSpan : patience, clock, cancellationToken);
            return await looking.ConfigureAwait(false) is { } finding ? new(check, finding) : null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            if (!StorageFailure.IsOutage(failure) && failure is not TimeoutException)
            {
                LogFailed(failure, check.Code);
            }

            return new(check, Finding.Unknown(unknown));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Whether {Check} is well could not be found out")]
    private partial void LogFailed(Exception failure, string check);
}
