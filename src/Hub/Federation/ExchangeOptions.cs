using System.ComponentModel.DataAnnotations;

namespace RecoveryCoP.Hub.Federation;

/// <summary>How much a chapter may send and ask for. Section <c>Exchange</c>; chapters are told in Hello.</summary>
public sealed record ExchangeOptions
{
    /// <summary>Items in a pushed page.</summary>
    [Range(1, 500)]
    public int PushItems { get; init; } = 500;

    /// <summary>Bytes of the items and contents in a pushed page. Default: 1 MiB.</summary>
    [Range(300 * 1024, 3 * 1024 * 1024)]
    public int PushBytes { get; init; } = 1024 * 1024;

    /// <summary>Items in a pulled page.</summary>
    [Range(1, 500)]
    public int PullItems { get; init; } = 500;

    /// <summary>Bytes in a pulled page; one item is always sent. Default: 1 MiB.</summary>
    [Range(300 * 1024, 3 * 1024 * 1024)]
    public int PullBytes { get; init; } = 1024 * 1024;

    /// <summary>How long a pull may wait for something new.</summary>
    [Range(0, 50)]
    public int PullWaitSeconds { get; init; } = 30;

    /// <summary>Revisions of practices that a chapter may add in a day (UTC).</summary>
    [Range(1, 10_000_000)]
    public int RevisionsPerDay { get; init; } = 200;

    /// <summary>Bytes that a chapter may add in a day (UTC). Default: 50 MiB.</summary>
    [Range(1024 * 1024, 1L << 50)]
    public long BytesPerDay { get; init; } = 50L * 1024 * 1024;

    /// <summary>Calls of one chapter at a time, so that one that floods does not slow the others.</summary>
    [Range(2, 100)]
    public int CallsPerChapter { get; init; } = 4;

    /// <summary>Enrolments under way at a time: they come from strangers.</summary>
    [Range(1, 100)]
    public int EnrolmentsAtOnce { get; init; } = 8;

    /// <summary>The oldest version of a chapter's program that is supported.</summary>
    [Required]
    public string MinimumSoftwareVersion { get; init; } = "0.1.0";
}
