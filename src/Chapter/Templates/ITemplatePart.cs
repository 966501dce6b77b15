using System.Security.Cryptography;
using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Chapter.Templates;

/// <summary>
/// What a feature has from templates. Each feature takes its own kind: it says how such things stand here, and makes of them what an upgrade decides, through its
/// own operations and by their rules. Templates do not know the features.
/// </summary>
public interface ITemplatePart
{
    /// <summary>What it takes: one of <see cref="TemplateKinds.All"/>.</summary>
    TemplateKind Kind { get; }

    /// <summary>
    /// How the things stand here that a template brought: of those ids, what is still there, as the template would say it. What people made without a template is no part of it.
    /// </summary>
    Task<IReadOnlyList<TemplateItem>> Ours(IReadOnlyCollection<string> ids, TemplateWork work, CancellationToken cancellationToken);

    /// <summary>
    /// Makes an item so. Done twice, it finds its work done; refused when the thing does not stand as <see cref="ItemChange.Before"/> says, or when what people did with it
    /// forbids it (a topic that was talked about, a meeting that is announced).
    /// </summary>
    Task<Result> Apply(ItemChange change, TemplateWork work, CancellationToken cancellationToken);
}

/// <summary>Who has a template's items made, and for which community.</summary>
/// <param name="Actor">Who does it: a steward, with the roles that the operations ask for, since the executive committee has decided it.</param>
/// <param name="Language">The community's own language: such things as it writes in one language only are taken in it.</param>
/// <param name="Node">This node.</param>
/// <param name="Answers">What founding asked and the template leaves open, by name: <c>firstDate</c> (2026-03-02), <c>time</c>, <c>mode</c>, <c>place</c>, <c>videoLink</c>, all of its first series. Empty in an upgrade.</param>
public sealed record TemplateWork(Actor Actor, Language Language, NodeId Node, IReadOnlyDictionary<string, string> Answers)
{
    // No id of a template's has a full stop.
    private const string OwnRow = "own.";

    /// <summary>What the template is called.</summary>
    public Bilingual Name { get; init; } = new(null, null);

    /// <summary>
    /// Everything that the template brings, the version to come first, then the installed one: a part sees its own item alone, and looks up here what that item names (a series
    /// its agenda) and which ids rows have. An undoing is told of both as well.
    /// </summary>
    public IReadOnlyList<TemplateItem> All { get; init; } = [];

    /// <summary>Where a thing is from, for records that keep a word about it.</summary>
    public Text Origin => new($"De notre modèle\u00a0: {Name.For(Language.French).Text}", $"From our template: {Name.For(Language.English).Text}");

    /// <summary>The items that this one names, or was: those of that kind and id, the version to come first.</summary>
    public IEnumerable<TemplateItem> Known(TemplateKind kind, string id) => All.Where(i => i.Kind == kind.Name && i.Id == id);

    /// <summary>True for a row that people added here.</summary>
    public static bool IsOwn(TemplateItem row) => row.Id.StartsWith(OwnRow, StringComparison.Ordinal);

    /// <summary>The id that a row of an item has in the item's record.</summary>
    public Guid RecordOfRow(string kind, string id, string row) =>
        row.StartsWith(OwnRow, StringComparison.Ordinal) && Guid.TryParseExact(row[OwnRow.Length..], "N", out var own) ? own : RecordOf(kind, $"{id}/{row}");

    /// <summary>What a row is called, by the id that it has in the record: as one of those rows, or, where people added it, by a name that no template has.</summary>
    public string RowOf(string kind, string id, Guid record, IEnumerable<TemplateItem> known) => known.FirstOrDefault(r => RecordOfRow(kind, id, r.Id) == record)?.Id ?? $"{OwnRow}{record:N}";

    /// <summary>
    /// The id of the record that an item becomes here: the same each time, so that founding can be taken up again where it was broken off, and another one in every community,
    /// since some records travel.
    /// </summary>
    public Guid RecordOf(string kind, string id) => RecordOf(Node, kind, id);

    /// <summary>The same, where nobody installs a template: what a community writes itself in the place of something that templates bring is that thing.</summary>
    public static Guid RecordOf(NodeId node, string kind, string id)
    {
        Span<byte> hash = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{node}/{kind}/{id}")).AsSpan(0, 16);
        // A UUIDv8: its bits are ours.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
