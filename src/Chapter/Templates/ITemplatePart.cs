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
/// <param name="Answers">What founding asked and the template leaves open, by name: <c>firstDate</c> (2026-03-02), <c>time</c>, <c>place</c>, <c>videoLink</c>. Empty in an upgrade.</param>
public sealed record TemplateWork(Actor Actor, Language Language, NodeId Node, IReadOnlyDictionary<string, string> Answers)
{
    /// <summary>What the template is called.</summary>
    public Bilingual Name { get; init; } = new(null, null);

    /// <summary>
    /// Everything that the template brings, the version to come first, then the installed one: a part sees its own item alone, and looks up here what that item names (a series
    /// its agenda) and which ids rows have. An undoing is told of both as well.
    /// </summary>
    public IReadOnlyList<TemplateItem> All { get; init; } = [];

    /// <summary>
    /// The id of the record that an item becomes here: the same each time, so that founding can be taken up again where it was broken off, and another one in every community,
    /// since some records travel.
    /// </summary>
    public Guid RecordOf(string kind, string id)
    {
        Span<byte> hash = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{Node}/{kind}/{id}")).AsSpan(0, 16);
        // A UUIDv8: its bits are ours.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
