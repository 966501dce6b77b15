using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Organizations;

/// <summary>
/// An organization that members may say they belong to. Any member adds one, and nobody keeps who did; the executive corrects it or takes it away. Who belongs to it is
/// no part of it: that is a member's own word, and in their own record.
/// </summary>
public sealed record Organization : GrainRecord
{
    /// <summary>The name of its state in storage and in the change log.</summary>
    public const string Kind = "organization";

    /// <summary>How many the list can have: it is put in order whole. Those that were taken away take no room in it.</summary>
    public const int Most = 1000;

    /// <summary>How many the whole community adds in a day; more than that is no list of places that people come from.</summary>
    public const int MostADay = 100;

    /// <summary>How many one person adds in a day.</summary>
    public const int MostADayEach = 10;

    /// <summary>The role that corrects them and takes them away.</summary>
    public const string KeeperRole = ChapterRoles.Executive;

    /// <summary>Who corrects them and takes them away.</summary>
    public static Access Keepers { get; } = Access.Roles(KeeperRole);

    /// <summary>How often what it says changed.</summary>
    public int Version { get; init; }

    /// <summary>When it was added.</summary>
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>What it says of itself.</summary>
    public OrganizationContent Content { get; init; } = new();

    /// <summary>When it was taken away; null while anybody may find it.</summary>
    public DateTimeOffset? TakenAwayAt { get; init; }

    /// <summary>False for one that nobody has added.</summary>
    [JsonIgnore]
    public bool Exists => Id != Guid.Empty;

    /// <summary>True when the actor may see its page.</summary>
    public bool IsSeenBy(Actor actor) => Exists && (TakenAwayAt is null ? Access.Members : Keepers).Allows(actor);

    /// <summary>The id of one that is added under a name: two who add the same one at the same moment add one. A correction of the name changes it no more.</summary>
    public static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}:{Likeness(name)}")).AsSpan(0, 16), bigEndian: true);

    /// <summary>What is left of a name by which two are the same: its letters and digits, without capitals and accents. Empty for a name of none.</summary>
    public static string Likeness(string? name) => string.Concat(NameOrder.Folded(name ?? "").Where(char.IsLetterOrDigit));

    /// <summary>Why nothing of it can be changed; null when something can.</summary>
    internal Refusal? RefusalToChange() => Exists ? null : Refusal.Of("organization.unknown");
}

/// <summary>What an organization says of itself.</summary>
[GenerateSerializer, Immutable, Alias("organization-content")]
public sealed record OrganizationContent
{
    /// <summary>The name that it goes by, in whatever language that is.</summary>
    [Id(0)] public string Name { get; init; } = "";

    /// <summary>What kind of organization it is.</summary>
    [Id(1)] public OrganizationKind Kind { get; init; }

    /// <summary>Code of its administrative region (<see cref="Regions"/>); empty where it has no one region.</summary>
    [Id(2)] public string Region { get; init; } = "";

    /// <summary>What it does, in its own words; may be empty.</summary>
    [Id(3)] public Bilingual Description { get; init; } = new(null, null);

    /// <summary>Its web site; may be empty.</summary>
    [Id(4)] public string WebAddress { get; init; } = "";

    /// <summary>What a newer program wrote, written back untouched. It stays in the state and is no part of a command.</summary>
    [JsonExtensionData]
    [field: NonSerialized]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    /// <summary>True when nothing that a command can say is different.</summary>
    public bool Says(OrganizationContent other) => this with { Unknown = null } == other with { Unknown = null };

    /// <summary>What no organization may be; the form refuses it earlier.</summary>
    public IReadOnlyList<Refusal> Errors() => Organization.Likeness(Name).Length == 0 ? [Refusal.Of("organization.name-missing", nameof(Name))] : [];
}

/// <summary>Kinds of organizations.</summary>
public enum OrganizationKind
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>Of the public network of health and social services.</summary>
    PublicEstablishment,

    /// <summary>A community organization.</summary>
    CommunityOrganization,

    /// <summary>Run by people who live with what it is about.</summary>
    PeerRun,

    /// <summary>Of families.</summary>
    FamilyAssociation,

    /// <summary>A university, a college or a research centre.</summary>
    University,

    /// <summary>A ministry or another public body.</summary>
    Ministry,
}

/// <summary>One organization. Its key is the organization's id (<see cref="Organization.IdOf"/>).</summary>
[Alias("organization")]
public interface IOrganizationGrain : IRecordGrain<Organization>;

[GrainType("organization")]
internal sealed class OrganizationGrain([PersistentState(Organization.Kind)] IPersistentState<Organization> state, RecordParts parts) : RecordGrain<Organization>(state, parts), IOrganizationGrain;
