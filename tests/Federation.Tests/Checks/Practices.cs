using System.Security.Cryptography;
using RecoveryCoP.Federation.Tests.Harness;
using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Federation.Tests.Checks;

/// <summary>I1, I2, I6: what an author was told is saved is there, once, everywhere it should be and nowhere else.</summary>
internal static class Practices
{
    public static IEnumerable<string> Broken(Written practice, IReadOnlyList<NodeState> nodes)
    {
        var home = nodes.Single(node => node.Name == practice.Chapter.Name);
        var stored = home.OwnPractices.SingleOrDefault(row => row.Id == practice.Id.ToString());
        return stored is null
            ? [$"I1 {home.Name}: practice {practice.Id} is lost"]
            : [.. AtHome(practice, stored, home), .. nodes.SelectMany(node => InFeed(practice, home, node))];
    }

    private static IEnumerable<string> AtHome(Written practice, PracticeRow stored, NodeState home)
    {
        var state = practice.IsWithdrawn ? "withdrawn" : practice.SharedFrom is null ? "shared-in-chapter" : "shared-in-network";
        if (Plain(stored.State) != Plain(state))
        {
            yield return $"I1 {home.Name}: practice {practice.Id} is {stored.State} and not {state}";
        }

        if (stored.TextHashes.Count != practice.Marks.Count)
        {
            yield return $"I1, I2 {home.Name}: practice {practice.Id} has {stored.TextHashes.Count} revisions and not {practice.Marks.Count}";
        }

        foreach (var (hash, mark) in stored.TextHashes.Zip(practice.Marks))
        {
            var bytes = home.Texts.GetValueOrDefault(hash);
            if (practice.IsErased ? bytes is not null : bytes is null || !Holds(bytes, mark) || Convert.ToHexStringLower(SHA256.HashData(bytes)) != hash)
            {
                yield return $"{(practice.IsErased ? "I6" : "I1")} {home.Name}: the text {mark} of practice {practice.Id} is {(bytes is null ? "lost" : "not what it should be")}";
            }
        }
    }

    private static IEnumerable<string> InFeed(Written practice, NodeState home, NodeState node)
    {
        var feed = node.FeedOf(home.NodeId);
        var said = feed.Of<PracticeRevision>().Where(i => IdOf(i.Payload.About) == practice.Id).ToList();
        var revisions = said.Select(i => (int)i.Payload.About.Revision).ToList();
        var due = practice.SharedFrom is { } first ? Enumerable.Range(first, practice.Marks.Count - first + 1).ToList() : [];
        if (practice.IsWithdrawn ? revisions.Except(due).Any() || revisions.Distinct().Count() != revisions.Count : !revisions.SequenceEqual(due))
        {
            yield return $"I1, I2 {node.Name}: of practice {practice.Id} the revisions {string.Join(' ', revisions)} are there and not {string.Join(' ', due)}";
        }

        var withdrawals = feed.Of<Withdrawal>().Count(i => IdOf(i.Payload.About) == practice.Id);
        if (withdrawals != (practice.IsWithdrawn && said.Count > 0 ? 1 : 0))
        {
            yield return $"I2 {node.Name}: {withdrawals} withdrawals of practice {practice.Id}";
        }

        foreach (var (row, payload) in said)
        {
            var mark = practice.Marks[(int)payload.About.Revision - 1];
            if (practice.IsWithdrawn ? row.Content is not null : row.Content is null || !Holds(row.Content, mark))
            {
                yield return $"{(practice.IsWithdrawn ? "I6" : "I1")} {node.Name}: the content {mark} of practice {practice.Id} is {(row.Content is null ? "lost" : "there")}";
            }
        }
    }

    public static Guid IdOf(Subject about) => new(about.Id.Span, bigEndian: true);

    private static bool Holds(byte[] content, string mark) =>
        PracticeContent.Parser.ParseFrom(content) is { } text && text.Title == $"Titre {mark}" && text.Text.StartsWith(mark, StringComparison.Ordinal);

    private static string Plain(string state) => state.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
}
