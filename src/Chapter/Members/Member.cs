using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Members;

/// <summary>
/// What a chapter knows of a person beside their account, which has their name, address, language, roles and stays. Everything here is the
/// person's own word, and nothing of it is shown to anybody until they say so. It holds for one stay: whoever leaves is forgotten.
/// </summary>
public sealed record Member : GrainRecord, IErasable
{
    /// <summary>The name of its state in storage and in the change log.</summary>
    public const string Kind = "member";

    /// <summary>To how many organizations one can say that one belongs.</summary>
    public const int MostOrganizations = 10;

    /// <summary>The stay that the record speaks of (<see cref="Node.Accounts.Account.Stay"/>); empty while they have not accepted the charter in one.</summary>
    public Guid Stay { get; init; }

    /// <summary>Versions of the charter that they accepted, the last one last.</summary>
    public IReadOnlyList<CharterAcceptance> Acceptances { get; init; } = [];

    /// <summary>What they agreed to beside the charter, each under a text of its own; kept after it is withdrawn.</summary>
    public IReadOnlyList<Consent> Consents { get; init; } = [];

    /// <summary>Codes of <see cref="NetworkCodes.Groups"/>: how they declare themselves, under <see cref="ConsentPurpose.Groups"/>. Counted, never shown.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>What they say of themselves.</summary>
    public MemberProfile Profile { get; init; } = new();

    /// <summary>Ids of the organizations that they say they belong to.</summary>
    public IReadOnlyList<Guid> Organizations { get; init; } = [];

    /// <summary>What other members see.</summary>
    public ShownParts Shown { get; init; } = new();

    /// <summary>Codes of the letters that they do not want; a kind that is not named is wanted.</summary>
    public IReadOnlyList<string> DeclinedLetters { get; init; } = [];

    /// <summary>Codes of the letters that they asked for, among those that nobody gets who does not ask.</summary>
    public IReadOnlyList<string> WantedLetters { get; init; } = [];

    /// <summary>True when letters to them may be from the community by name; otherwise they are from the neutral name.</summary>
    public bool HasNamedSender { get; init; }

    /// <summary>True when files go with letters to them; otherwise letters have links to them.</summary>
    public bool HasFilesAttached { get; init; }

    /// <summary>Where calendar programs get their meetings; null while they asked for no address.</summary>
    public CalendarAddress? Calendar { get; init; }

    /// <summary>The consent for a purpose that holds now; null when there is none.</summary>
    public Consent? ConsentTo(string purpose) => Consents.LastOrDefault(c => c.Purpose == purpose && c.WithdrawnAt is null);

    /// <summary>The record without anything they said of themselves.</summary>
    public Member Forgotten(DateTimeOffset now) => this with { Stay = Guid.Empty, Groups = [], Consents = ConsentsWithdrawn(now), Profile = new(), Organizations = [], Shown = new(), DeclinedLetters = [], WantedLetters = [], HasNamedSender = false, HasFilesAttached = false, Calendar = Calendar?.Closed };

    // What people change (a name, what they show) is as it was in a backup; what they took back is not.
    IEnumerable<Erasure> IErasable.Erasable
    {
        get
        {
            // Of the stay and not of the consent: whoever agrees to a newer text takes nothing back.
            if (ConsentTo(ConsentPurpose.Groups) is not null)
            {
                yield return new("groups", Erasure.IdOf(Id, Stay));
            }

            if (Calendar is { Sealed.Length: > 0 } address)
            {
                yield return new("calendar-address", Erasure.IdOf(address.Hash));
            }
        }
    }

    GrainRecord IErasable.Without(Erasure erased, DateTimeOffset now) => erased.Kind == "groups" ? WithoutGroups(now) : this with { Calendar = null };

    /// <summary>The record without the groups, and without the agreement to count them.</summary>
    internal Member WithoutGroups(DateTimeOffset now) => this with { Groups = [], Consents = ConsentsWithdrawn(now) };

    /// <summary>The consents, none of which holds any more.</summary>
    internal IReadOnlyList<Consent> ConsentsWithdrawn(DateTimeOffset now) => [.. Consents.Select(c => c.WithdrawnAt is null ? c with { WithdrawnAt = now } : c)];

    /// <summary>Why somebody cannot speak here: people speak for themselves, whatever roles others hold.</summary>
    internal static Refusal? RefusalFor(Actor actor, OperationContext at) => actor.Id == at.Id ? null : Refusal.Of("member.not-yours");

    /// <summary>Why they can say nothing of themselves now. What is said must be of a stay, or nothing would make it forgotten when that is over.</summary>
    internal Refusal? RefusalToSay(Actor actor, OperationContext at) =>
        RefusalFor(actor, at) ?? (Stay == Guid.Empty ? Refusal.Of("member.charter-first") : null);
}

/// <summary>A secret address at which calendar programs get somebody's meetings. Whoever knows it needs nothing else, so it is not kept as it is.</summary>
/// <param name="Hash">SHA-256 of the secret, in hexadecimal: by it the address is found, whatever becomes of the node's keys.</param>
/// <param name="Sealed">The secret under the node's keys, to show it again; empty once its stay is over.</param>
/// <param name="Stay">The stay in which it was made: it is good for no other.</param>
[GenerateSerializer, Immutable, Alias("calendar-address")]
public sealed record CalendarAddress([property: Id(0)] string Hash, [property: Id(1)] string Sealed, [property: Id(2)] Guid Stay)
{
    /// <summary>What is kept when the stay is over: enough to answer with an empty calendar for a while.</summary>
    [JsonIgnore]
    public CalendarAddress Closed => this with { Sealed = "" };

    /// <inheritdoc />
    public override string ToString() => nameof(CalendarAddress); // no log line has it
}

/// <summary>That somebody accepted a version of the charter.</summary>
/// <param name="Version">Its number.</param>
/// <param name="At">When.</param>
public sealed record CharterAcceptance(int Version, DateTimeOffset At);

/// <summary>That somebody agreed to a use of what they say about themselves.</summary>
/// <param name="Purpose">What for: one of <see cref="ConsentPurpose"/>.</param>
/// <param name="TextHash">SHA-256 of the text they read, in hexadecimal; the text itself is in the text store.</param>
/// <param name="GrantedAt">When they agreed.</param>
/// <param name="WithdrawnAt">When they took it back; null while it holds.</param>
public sealed record Consent(string Purpose, string TextHash, DateTimeOffset GrantedAt, DateTimeOffset? WithdrawnAt = null);

/// <summary>What consents are asked for.</summary>
public static class ConsentPurpose
{
    /// <summary>Counting the groups that people say they belong to.</summary>
    public const string Groups = "stakeholder-groups";
}

/// <summary>What somebody says of themselves; all of it optional.</summary>
[GenerateSerializer, Immutable, Alias("member-profile")]
public sealed record MemberProfile
{
    /// <summary>Their organization, as they once wrote it. No page asks for it or shows it any more; saving the profile empties it.</summary>
    [Id(0)] public string Affiliation { get; init; } = "";

    /// <summary>A line: "you can talk to me about …".</summary>
    [Id(1)] public string TalkAbout { get; init; } = "";

    /// <summary>How they like to take part: a code of <see cref="MemberCodes.Modes"/>; empty when they did not say.</summary>
    [Id(2)] public string Mode { get; init; } = "";

    /// <summary>Codes of the mail that they once asked for. Nothing is sent by them and no page asks any more; saving the profile empties them.</summary>
    [Id(3)] public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>What a newer program wrote, written back untouched. It stays in the state and is no part of a command.</summary>
    [JsonExtensionData]
    [field: NonSerialized]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    /// <summary>True when nothing that a command can say is different.</summary>
    public bool SaysTheSameAs(MemberProfile other) =>
        Notices.SequenceEqual(other.Notices) && this with { Notices = other.Notices, Unknown = other.Unknown } == other;
}

/// <summary>What other members see of somebody. Without the name there is nothing to show the rest with.</summary>
/// <param name="Name">That they are a member, under the name they go by.</param>
/// <param name="Affiliation">Their organizations.</param>
/// <param name="TalkAbout">Their line.</param>
[GenerateSerializer, Immutable, Alias("shown-parts")]
public sealed record ShownParts([property: Id(0)] bool Name = false, [property: Id(1)] bool Affiliation = false, [property: Id(2)] bool TalkAbout = false);
