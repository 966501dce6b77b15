using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Adoptions;

/// <summary>
/// That a practice is being put into use in an organization, and how far that has come: one step for each thing that somebody said of it. Going back is a step like any
/// other. Members say so and members read it; who said it is shown to nobody.
/// </summary>
public sealed record Adoption : GrainRecord, IErasable
{
    /// <summary>The name of its state in storage and in the change log.</summary>
    public const string Kind = "adoption";

    /// <summary>How many steps one has at most: a step a month for four years.</summary>
    public const int MostSteps = 50;

    /// <summary>The longest note, in characters.</summary>
    public const int LongestNote = 500;

    /// <summary>How many years back a step may lie; who knows of an older one says since the oldest.</summary>
    public const int YearsBack = 10;

    /// <summary>After so many days without a word it counts as one of which nothing is heard.</summary>
    public const int QuietAfterDays = 183;

    /// <summary>The role that takes back what others said.</summary>
    public const string KeeperRole = ChapterRoles.Executive;

    /// <summary>Who takes back what others said.</summary>
    public static Access Keepers { get; } = Access.Roles(KeeperRole);

    /// <summary>Which practice; null for an adoption of which nobody has said anything.</summary>
    public PracticeReference? Practice { get; init; }

    /// <summary>Which organization.</summary>
    public Guid Organization { get; init; }

    /// <summary>What was said of it, by month, and within a month in the order in which it was said.</summary>
    public IReadOnlyList<AdoptionStep> Steps { get; init; } = [];

    /// <summary>How it stands; null when nothing is said of it, or nothing any more.</summary>
    [JsonIgnore]
    public AdoptionStep? Current => Steps.Count > 0 ? Steps[^1] : null;

    /// <summary>The id of the one adoption of a practice by an organization: two who tell of it at the same moment tell of one.</summary>
    public static Guid IdOf(PracticeReference practice, Guid organization) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}:{practice.Node}:{practice.Id:N}:{organization:N}")).AsSpan(0, 16), bigEndian: true);

    /// <summary>True when it has not ended and nothing was heard of it for half a year.</summary>
    public bool IsQuiet(DateTimeOffset now) => Current is { Stage: not AdoptionStage.Discontinued } && now - Steps.Max(s => s.At) >= TimeSpan.FromDays(QuietAfterDays);

    /// <summary>One of its steps; null when there is none.</summary>
    public AdoptionStep? Find(Guid step) => Steps.FirstOrDefault(s => s.Id == step);

    IEnumerable<Erasure> IErasable.Erasable => Steps.Select(ErasureOf);

    GrainRecord IErasable.Without(Erasure erased, DateTimeOffset now) => this with { Steps = [.. Steps.Where(s => ErasureOf(s) != erased)] };

    private static Erasure ErasureOf(AdoptionStep step) => new("adoption-step", step.Id);

    /// <summary>True when the actor may take a step back: they said it, or look after what others say.</summary>
    public static bool MayTakeBack(AdoptionStep step, Actor actor) => (actor.Id != Guid.Empty && step.By == actor.Id) || Keepers.Allows(actor);
}

/// <summary>What somebody said of how far an adoption has come.</summary>
public sealed record AdoptionStep
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>How far it has come.</summary>
    public required AdoptionStage Stage { get; init; }

    /// <summary>Since when: the first day of a month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>What there is to say; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Code of the language of the note.</summary>
    public required string Language { get; init; }

    /// <summary>Who said it; empty once their stay is over.</summary>
    public Guid By { get; init; }

    /// <summary>When they said it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What a newer program wrote, written back untouched.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}

/// <summary>How far an adoption has come: the four stages of the National Implementation Research Network, and the two that follow them.</summary>
public enum AdoptionStage
{
    /// <summary>It is being thought about: does it fit, who is for it.</summary>
    Exploration,

    /// <summary>It is being prepared: people, places, money, training.</summary>
    Installation,

    /// <summary>It has begun, with some, and is being learned.</summary>
    InitialImplementation,

    /// <summary>It is how things are done there.</summary>
    FullImplementation,

    /// <summary>It goes on, whoever comes and goes.</summary>
    Sustained,

    /// <summary>It has ended there.</summary>
    Discontinued,
}

/// <summary>One adoption. Its key is the adoption's id (<see cref="Adoption.IdOf"/>).</summary>
[Alias("adoption")]
public interface IAdoptionGrain : IRecordGrain<Adoption>;

[GrainType("adoption")]
internal sealed class AdoptionGrain([PersistentState(Adoption.Kind)] IPersistentState<Adoption> state, RecordParts parts) : RecordGrain<Adoption>(state, parts), IAdoptionGrain;

/// <summary>Finds the grains of adoptions.</summary>
public static class AdoptionGrains
{
    /// <summary>The adoption of a practice by an organization.</summary>
    public static IAdoptionGrain Adoption(this IGrainFactory grains, Guid id) => grains.GetGrain<IAdoptionGrain>(id);
}
