using System.ComponentModel.DataAnnotations;

namespace RecoveryCoP.Hub.Federation;

/// <summary>How much a chapter may send and ask for. Section <c>Exchange</c>; chapters are told in Hello.</summary>
public sealed record ExchangeOptions
{
    /// <summary>How long a pull may wait for something new.</summary>
    [Range(1, 30)]
    public int PullWaitSeconds { get; init; } = 30;

    /// <summary>Items that a chapter may add in a day (UTC); the run that reaches it is still taken.</summary>
    [Range(1, 10_000_000)]
    public int ItemsPerDay { get; init; } = 200;

    /// <summary>Bytes that a chapter may add in a day (UTC); the run that reaches it is still taken. Default: 50 MiB.</summary>
    [Range(1024 * 1024, 1L << 50)]
    public long BytesPerDay { get; init; } = 50L * 1024 * 1024;

    /// <summary>Calls of one chapter at a time, so that one that floods does not slow the others.</summary>
    [Range(2, 100)]
    public int CallsPerChapter { get; init; } = 6;

    /// <summary>How long a page waits for those before it: a chapter may have three under way.</summary>
    [Range(1, 30)]
    public int PageAheadSeconds { get; init; } = 5;

    /// <summary>Enrolments under way at a time: they come from strangers.</summary>
    [Range(1, 100)]
    public int EnrolmentsAtOnce { get; init; } = 8;

    /// <summary>The oldest version of a chapter's program that is supported.</summary>
    [Required]
    public string MinimumSoftwareVersion { get; init; } = "0.1.0";
}
