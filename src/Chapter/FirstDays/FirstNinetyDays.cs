using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.FirstDays;

/// <summary>What a template has a new community do in its first ninety days. There is one, under <see cref="TheId"/>; its days count from when its first step came.</summary>
public sealed record FirstNinetyDays : GrainRecord
{
    /// <summary>The name of its state in storage and in the change log.</summary>
    public const string Kind = "first-ninety-days";

    /// <summary>How long it is shown.</summary>
    public const int Days = 90;

    /// <summary>How many steps it ever has: with those that newer versions of a template took away.</summary>
    public const int MostSteps = 200;

    /// <summary>The one of a chapter.</summary>
    public static Guid TheId { get; } = new("0198c0de-0000-7000-8000-0000000f1457");

    /// <summary>Who takes steps, and ticks them off.</summary>
    public static Access Keepers { get; } = Access.Roles(ChapterRoles.Steward, ChapterRoles.Executive);

    /// <summary>When the first of its steps came; null while there is none.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>All that ever were. One that a template took away keeps who ticked it off, for when it comes back.</summary>
    public IReadOnlyList<DayStep> Steps { get; init; } = [];

    /// <summary>Those that there are, by day.</summary>
    [JsonIgnore]
    public IReadOnlyList<DayStep> Current => [.. Steps.Where(s => !s.IsDropped).OrderBy(s => s.Content.Day)];

    /// <summary>A step; null when there is none.</summary>
    public DayStep? Find(string slug) => Steps.FirstOrDefault(s => s.Slug == slug && !s.IsDropped);

    /// <summary>Which day it is, 1 for the first.</summary>
    public int DayAt(DateTimeOffset now) => Since is { } since ? Dates.DayOf(now).DayNumber - Dates.DayOf(since).DayNumber + 1 : 1;

    /// <summary>True when nobody needs to see it: after ninety days, or the day after the last step was ticked off, since a tick may be a mistake.</summary>
    public bool IsOver(DateTimeOffset now) =>
        Current.Count == 0 || DayAt(now) > Days || (Current.All(s => s.Done is not null) && Current.Max(s => Dates.DayOf(s.Done!.At)) < Dates.DayOf(now));

    /// <summary>The same with another step in the place of the one that has its slug, or behind all others.</summary>
    internal FirstNinetyDays With(DayStep step) => this with
    {
        Steps = Steps.Any(s => s.Slug == step.Slug) ? [.. Steps.Select(s => s.Slug == step.Slug ? step : s)] : [.. Steps, step],
    };
}

/// <summary>One step.</summary>
public sealed record DayStep
{
    /// <summary>What it is known by in its template.</summary>
    public string Slug { get; init; } = "";

    /// <summary>What is to be done.</summary>
    public StepContent Content { get; init; } = new();

    /// <summary>Who ticked it off, and when; null while it is to be done.</summary>
    public StepTick? Done { get; init; }

    /// <summary>True for one that its template took away.</summary>
    public bool IsDropped { get; init; }

    /// <summary>What a newer program wrote, written back untouched.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}

/// <summary>What a step says.</summary>
[GenerateSerializer, Immutable, Alias("day-step-content")]
public sealed record StepContent
{
    /// <summary>What is to be done.</summary>
    [Id(0)] public Bilingual Title { get; init; } = new(null, null);

    /// <summary>Why and how, in Markdown; may be empty.</summary>
    [Id(1)] public Bilingual Words { get; init; } = new(null, null);

    /// <summary>On which day it is due, 1 to 90.</summary>
    [Id(2)] public int Day { get; init; }
}

/// <summary>That a step was ticked off.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who: a member's id.</param>
public sealed record StepTick(DateTimeOffset At, Guid By);

/// <summary>The first ninety days. Its key is <see cref="FirstNinetyDays.TheId"/>.</summary>
[Alias("first-ninety-days")]
public interface IFirstNinetyDaysGrain : IRecordGrain<FirstNinetyDays>;

[GrainType("first-ninety-days")]
internal sealed class FirstNinetyDaysGrain([PersistentState(FirstNinetyDays.Kind)] IPersistentState<FirstNinetyDays> state, RecordParts parts) : RecordGrain<FirstNinetyDays>(state, parts), IFirstNinetyDaysGrain;
