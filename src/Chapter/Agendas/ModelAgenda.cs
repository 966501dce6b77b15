using System.Text.Json;
using System.Text.Json.Serialization;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Agendas;

/// <summary>An agenda that meetings can begin with: what is planned is a copy, and never changes because its model does.</summary>
public sealed record ModelAgenda : GrainRecord
{
    /// <summary>The name of its state in storage and in the change log.</summary>
    public const string Kind = "model-agenda";

    /// <summary>How many a community has at most.</summary>
    public const int Most = 50;

    /// <summary>Items that one has at most.</summary>
    public const int MostItems = 30;

    /// <summary>How often it changed; goes on where it was removed and made again.</summary>
    public int Version { get; init; }

    /// <summary>What it says; null before it was made and once it was removed.</summary>
    public AgendaContent? Content { get; init; }

    /// <summary>True when one can begin with it.</summary>
    [JsonIgnore]
    public bool Exists => Content is not null;
}

/// <summary>What a model agenda says, in one language or both.</summary>
[GenerateSerializer, Immutable, Alias("model-agenda-content")]
public sealed record AgendaContent
{
    /// <summary>What it is called.</summary>
    [Id(0)] public Bilingual Title { get; init; } = new(null, null);

    /// <summary>What it is for; may be empty.</summary>
    [Id(1)] public Bilingual Words { get; init; } = new(null, null);

    /// <summary>Its items, in order.</summary>
    [Id(2)] public IReadOnlyList<ModelItem> Items { get; init; } = [];

    /// <summary>What a newer program wrote, written back untouched. It stays in the state and is no part of a command.</summary>
    [JsonExtensionData]
    [field: NonSerialized]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    /// <summary>True when nothing that a command can say is different.</summary>
    public bool Says(AgendaContent other) =>
        Title == other.Title && Words == other.Words && Items.Select(i => i with { Unknown = null }).SequenceEqual(other.Items.Select(i => i with { Unknown = null }));

    /// <summary>What no model can be; the form refuses most of it earlier.</summary>
    public IReadOnlyList<Refusal> Errors() =>
        Title.IsEmpty ? [Refusal.Of("agenda.title-missing", nameof(AgendaForm.TitleFr))]
        : Items.Count == 0 ? [Refusal.Of("agenda.items-missing")]
        : Items.Count > ModelAgenda.MostItems ? [Refusal.Of("agenda.items-too-many", "", ModelAgenda.MostItems)]
        : Items.Any(i => i.Title.IsEmpty || i.Minutes is < 1 or > MeetingFields.LongestItem || !Enum.IsDefined(i.Stream) || !Enum.IsDefined(i.Kind)) || Items.DistinctBy(i => i.Id).Count() < Items.Count ? [Refusal.Of("agenda.items-unclear")]
        : [];

    /// <summary>Its items as an agenda has them, in a language or the one in which they are written; under ids that are nobody's.</summary>
    public IReadOnlyList<AgendaItem> ToItems(Language language) =>
        [.. Items.Select(i => new AgendaItem { Title = i.Title.For(language).Text, Stream = i.Stream, Kind = i.Kind, Minutes = i.Minutes })];
}

/// <summary>An item of a model agenda.</summary>
[GenerateSerializer, Immutable, Alias("model-agenda-item")]
public sealed record ModelItem
{
    /// <summary>What it is known by in its agenda, whatever becomes of its words; a template's, or made here.</summary>
    [Id(0)] public string Id { get; init; } = "";

    /// <summary>What it is about.</summary>
    [Id(1)] public Bilingual Title { get; init; } = new(null, null);

    /// <summary>What it speaks to.</summary>
    [Id(2)] public TopicStream Stream { get; init; }

    /// <summary>What people do.</summary>
    [Id(3)] public ItemKind Kind { get; init; }

    /// <summary>How long.</summary>
    [Id(4)] public int Minutes { get; init; }

    /// <summary>What a newer program wrote, written back untouched. It stays in the state and is no part of a command.</summary>
    [JsonExtensionData]
    [field: NonSerialized]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}

/// <summary>One model agenda. Its key is its id.</summary>
[Alias("model-agenda")]
public interface IModelAgendaGrain : IRecordGrain<ModelAgenda>;

/// <summary>Finds the grains of model agendas.</summary>
public static class ModelAgendaGrains
{
    /// <summary>A model agenda's grain.</summary>
    public static IModelAgendaGrain Agenda(this IGrainFactory grains, Guid id) => grains.GetGrain<IModelAgendaGrain>(id);
}

[GrainType("model-agenda")]
internal sealed class ModelAgendaGrain([PersistentState(ModelAgenda.Kind)] IPersistentState<ModelAgenda> state, RecordParts parts) : RecordGrain<ModelAgenda>(state, parts), IModelAgendaGrain;
