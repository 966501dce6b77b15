using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Templates;

/// <summary>
/// The template that this community has: what it said (the base, against which a newer one is compared), and the last time that one was installed, with all that
/// undoing it takes. There is one, under <see cref="TheId"/>. Its larger parts are texts.
/// </summary>
public sealed record InstalledTemplate : GrainRecord
{
    /// <summary>The name of its state in storage and in the change log.</summary>
    public const string Kind = "installed-template";

    /// <summary>The only one's id, the same in every chapter.</summary>
    public static Guid TheId { get; } = new("0198c0de-0000-7000-8000-000000007e41");

    /// <summary>How often something was begun with it: what somebody decided on before is stale.</summary>
    public int Version { get; init; }

    /// <summary>What the template says of itself; null while there is none.</summary>
    public TemplateHead? Head { get; init; }

    /// <summary>Text with what it brought; empty for nothing. What could not be done of its last version is there as an earlier one had it, so that it is offered again.</summary>
    public string Items { get; init; } = "";

    /// <summary>The language in which things were taken that are written in one: <c>fr</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "";

    /// <summary>The last run.</summary>
    public TemplateRun? Run { get; init; }

    /// <summary>A template that somebody sent as a file and that can be looked at before it is taken; null when there is none.</summary>
    public OfferedTemplate? Offered { get; init; }

    /// <summary>The id and version of an offered template that somebody set aside, so that the home says no more of it; empty for none.</summary>
    public string SetAside { get; init; } = "";

    /// <summary>True while a run is on its way, or was broken off: it goes on.</summary>
    [JsonIgnore]
    public bool IsBusy => Run is { State: TemplateRunState.Applying or TemplateRunState.Undoing };

    /// <summary>True while the last run can be undone.</summary>
    [JsonIgnore]
    public bool CanBeUndone => Run is { State: TemplateRunState.Applied };
}

/// <summary>How far a run is.</summary>
public enum TemplateRunState
{
    /// <summary>Its changes are being made.</summary>
    Applying,

    /// <summary>All that could be made is made.</summary>
    Applied,

    /// <summary>Its changes are being taken back.</summary>
    Undoing,

    /// <summary>All that could be taken back is.</summary>
    Undone,
}

/// <summary>One time that a template was installed, at founding or by an upgrade.</summary>
/// <param name="From">What was installed before; null for nothing.</param>
/// <param name="FromItems">Text with what that had brought; empty for nothing.</param>
/// <param name="To">What is installed by it.</param>
/// <param name="Work">Text with all that it changes (<see cref="TemplateRunWork"/>).</param>
/// <param name="Count">How many changes.</param>
/// <param name="At">When it was begun.</param>
/// <param name="By">Who began it: a member's id.</param>
public sealed record TemplateRun(TemplateHead? From, string FromItems, TemplateHead To, string Work, int Count, DateTimeOffset At, Guid By)
{
    /// <summary>How far it is.</summary>
    public TemplateRunState State { get; init; }

    /// <summary>How many changes are made, or were refused; while it is undone, how many are still to be taken back.</summary>
    public int Done { get; init; }

    /// <summary>What could not be made.</summary>
    public IReadOnlyList<RefusedChange> Refused { get; init; } = [];

    /// <summary>What could not be taken back.</summary>
    public IReadOnlyList<RefusedChange> NotUndone { get; init; } = [];

    /// <summary>Who had it undone; empty while nobody has.</summary>
    public Guid UndoneBy { get; init; }

    /// <summary>What a newer program wrote, written back untouched.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}

/// <summary>A change that was refused.</summary>
/// <param name="Change">Which, from 0 upwards.</param>
/// <param name="Why">Why.</param>
public sealed record RefusedChange(int Change, Refusal Why);

/// <summary>A template that somebody sent.</summary>
/// <param name="Head">What it says of itself.</param>
/// <param name="Items">Text with what it brings.</param>
/// <param name="At">When.</param>
/// <param name="By">Who: a member's id.</param>
public sealed record OfferedTemplate(TemplateHead Head, string Items, DateTimeOffset At, Guid By)
{
    /// <summary>What a newer program wrote, written back untouched.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}

/// <summary>What a run does, whole, before the first of it is done.</summary>
/// <param name="Changes">In their order.</param>
/// <param name="Conflicts">What was decided where both sides had changed something.</param>
/// <param name="Items">What the template brings, of kinds that this program takes.</param>
/// <param name="Answers">What founding asked.</param>
public sealed record TemplateRunWork(IReadOnlyList<ItemChange> Changes, IReadOnlyList<DecidedConflict> Conflicts, IReadOnlyList<TemplateItem> Items, IReadOnlyDictionary<string, string> Answers)
{
    internal byte[] ToBytes() => TemplateBytes.Of(this);
}

/// <summary>How a conflict was decided.</summary>
/// <param name="Place">Where.</param>
/// <param name="Choice">How.</param>
public sealed record DecidedConflict(UpgradePlace Place, UpgradeChoice Choice);

/// <summary>The template of this chapter. Its key is <see cref="InstalledTemplate.TheId"/>.</summary>
[Alias("installed-template")]
public interface IInstalledTemplateGrain : IRecordGrain<InstalledTemplate>;

[GrainType("installed-template")]
internal sealed class InstalledTemplateGrain([PersistentState(InstalledTemplate.Kind)] IPersistentState<InstalledTemplate> state, RecordParts parts)
    : RecordGrain<InstalledTemplate>(state, parts), IInstalledTemplateGrain;
