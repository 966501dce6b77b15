using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Committees;

/// <summary>
/// A committee with its seats. The chapter's executive committee is the one under <see cref="TheExecutive"/>: until somebody changes anything of it, the record that
/// does not exist yet stands for five vacant seats. All others are special ones. Seats say who holds what; what a person may do here is said by their roles alone.
/// </summary>
public sealed record Committee : GrainRecord
{
    /// <summary>The name of its state in storage and in the change log.</summary>
    public const string Kind = "committee";

    /// <summary>How many committees can be open at a time.</summary>
    public const int MostOpen = 50;

    /// <summary>How many seats one has.</summary>
    public const int MostSeats = 20;

    /// <summary>Of a term, in years.</summary>
    public const int LongestTerm = 6;

    /// <summary>How long ago a term can have begun that is written down here only now, in years.</summary>
    public const int Earliest = 20;

    // Every save rewrites them: seats that somebody held once stay, with those who held them.
    internal const int MostSeatsEver = 60;

    /// <summary>The roles that look after seats; of stewards see <see cref="MayKeep"/>.</summary>
    public const string KeeperRoles = ChapterRoles.Executive + "," + ChapterRoles.Steward;

    /// <summary>The id of the executive committee.</summary>
    public static Guid TheExecutive { get; } = new("0198c0de-0000-7000-8000-0000000c0001");

    /// <summary>The executive committee of a chapter in which nobody has changed anything of it.</summary>
    public static Committee BuiltIn { get; } = new()
    {
        Id = TheExecutive,
        Content = new()
        {
            Name = new("Comité exécutif", "Executive committee"),
            Purpose = new("Cinq bénévoles qui coordonnent la communauté et facilitent ses décisions entre les rencontres.", "Five volunteers who coordinate the community and facilitate its decisions between meetings."),
        },
        Seats =
        [
            BuiltInSeat(1, "Coordination", "Coordination"),
            BuiltInSeat(2, "Secrétariat", "Secretary"),
            BuiltInSeat(3, "Animation des rencontres", "Leading meetings"),
            BuiltInSeat(4, "Accueil des membres", "Welcoming members"),
            BuiltInSeat(5, "Liens avec le réseau", "Links with the network"),
        ],
    };

    /// <summary>Who may try to look after seats.</summary>
    public static Access Keepers { get; } = Access.Roles(KeeperRoles.Split(','));

    /// <summary>Who makes and closes committees.</summary>
    public static Access Makers { get; } = Access.Roles(ChapterRoles.Executive);

    /// <summary>How often its words, or those of a seat, changed.</summary>
    public int Version { get; init; }

    /// <summary>What it is called and what it is for.</summary>
    public CommitteeContent Content { get; init; } = new();

    /// <summary>Its seats, in the order in which they were added; those that were removed are there for who held them.</summary>
    public IReadOnlyList<Seat> Seats { get; init; } = [];

    /// <summary>When it was closed; null while it works.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>False for one that nobody has made.</summary>
    [JsonIgnore]
    public bool Exists => Id != Guid.Empty;

    /// <summary>True for the executive committee.</summary>
    [JsonIgnore]
    public bool IsExecutive => Id == TheExecutive;

    /// <summary>True for the executive committee as the program brings it, whoever sits on it; seats may have been added.</summary>
    [JsonIgnore]
    public bool IsAsBuiltIn => IsExecutive && Content.Says(BuiltIn.Content) && Seats.All(s => s.Template is null) && BuiltIn.Seats.All(b => SeatOf(b.Id)?.Content == b.Content);

    /// <summary>The seats that it has now.</summary>
    [JsonIgnore]
    public IEnumerable<Seat> OpenSeats => Seats.Where(s => s.RemovedOn is null);

    /// <summary>
    /// True when the actor offers its seats, renews and ends terms: the executive, and for the executive committee itself a steward too as long as most of its seats are
    /// vacant, or no first one could ever begin.
    /// </summary>
    public bool MayKeep(Actor actor) => Makers.Allows(actor) || (IsExecutive && Keepers.Allows(actor) && OpenSeats.Count(s => s.Held is not null) * 2 <= OpenSeats.Count());

    /// <summary>The seat, as long as the committee has it.</summary>
    public Seat? SeatOf(Guid id) => OpenSeats.FirstOrDefault(s => s.Id == id);

    /// <summary>The record as it stands under an id: the executive committee is there before anybody wrote anything of it.</summary>
    internal Committee Standing(Guid id) => !Exists && id == TheExecutive ? BuiltIn : this;

    /// <summary>Why nothing of it changes any more; null when something can.</summary>
    internal Refusal? RefusalToChange() => !Exists ? Refusal.Of("committee.unknown") : ClosedAt is not null ? Refusal.Of("committee.closed") : null;

    /// <summary>What becomes of it when whoever looks after it changes a seat.</summary>
    internal Result<Committee> Keep(Actor keeper, OperationContext at, Guid seat, Func<Committee, Seat, Result<Seat>> rule) =>
        Change(at, seat, (committee, found) => committee.MayKeep(keeper) ? rule(committee, found) : Refusal.Of(Access.RoleMissing));

    /// <summary>What becomes of it when a seat changes.</summary>
    internal Result<Committee> Change(OperationContext at, Guid seat, Func<Committee, Seat, Result<Seat>> rule)
    {
        var there = Standing(at.Id);
        if (there.RefusalToChange() is { } refusal)
        {
            return refusal;
        }

        if (there.SeatOf(seat) is not { } found)
        {
            return Refusal.Of("committee.seat-unknown");
        }

        var became = rule(there, found);
        return became.Value is not { } next ? Result<Committee>.Refused(became.Refusals)
            : ReferenceEquals(next, found) ? this
            : there with { Seats = [.. there.Seats.Select(s => ReferenceEquals(s, found) ? next : s).Where(s => s.RemovedOn is null || s.Past.Count > 0)] };
    }

    private static Seat BuiltInSeat(int number, string fr, string en) => new() { Id = new($"0198c0de-0000-7000-8000-0000000c010{number}"), Content = new() { Title = new(fr, en) } };
}

/// <summary>What a committee is called and what it is for.</summary>
[GenerateSerializer, Immutable, Alias("committee-content")]
public sealed record CommitteeContent
{
    /// <summary>Its name.</summary>
    [Id(0)] public Bilingual Name { get; init; } = new(null, null);

    /// <summary>What it is for; may be empty.</summary>
    [Id(1)] public Bilingual Purpose { get; init; } = new(null, null);

    /// <summary>What a newer program wrote, written back untouched. It stays in the state and is no part of a command.</summary>
    [JsonExtensionData]
    [field: NonSerialized]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    /// <summary>True when nothing that a command can say is different.</summary>
    public bool Says(CommitteeContent other) => this with { Unknown = null } == other with { Unknown = null };

    /// <summary>What no committee may be; the form refuses it earlier.</summary>
    public IReadOnlyList<Refusal> Errors() => Name.IsEmpty ? [Refusal.Of("committee.name-missing", nameof(CommitteeForm.NameFr))] : [];
}

/// <summary>One committee. Its key is the committee's id, a UUIDv7.</summary>
[Alias("committee")]
public interface ICommitteeGrain : IRecordGrain<Committee>;

/// <summary>Finds the grains of committees and of votes.</summary>
public static class CommitteeGrains
{
    /// <summary>A committee's grain.</summary>
    public static ICommitteeGrain Committee(this IGrainFactory grains, Guid id) => grains.GetGrain<ICommitteeGrain>(id);

    /// <summary>The grain of a recorded vote.</summary>
    public static IRecordedVoteGrain Vote(this IGrainFactory grains, Guid id) => grains.GetGrain<IRecordedVoteGrain>(id);
}

[GrainType("committee")]
internal sealed class CommitteeGrain([PersistentState(Committee.Kind)] IPersistentState<Committee> state, RecordParts parts) : RecordGrain<Committee>(state, parts), ICommitteeGrain;
