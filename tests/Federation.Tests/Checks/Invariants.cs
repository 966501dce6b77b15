using RecoveryCoP.Federation.Tests.Harness;

namespace RecoveryCoP.Federation.Tests.Checks;

/// <summary>What must always hold, judged from the databases alone once the nodes have stopped.</summary>
internal static class Invariants
{
    public static void Hold(Network network, IEnumerable<Author> authors, History history)
    {
        var nodes = network.All.Select(node => node.Read()).ToList();
        var written = authors.SelectMany(author => author.Practices).ToList();
        string[] broken =
        [
            .. nodes.Where(node => node.Integrity != "ok").Select(node => $"I8 {node.Name}: {node.Integrity}"),
            .. Agreement.Missing(nodes).Select(missing => $"I4 {missing}"),
            .. nodes.Where(node => node.Evidence > 0).Select(node => $"I3 {node.Name} saw {node.Evidence} forks or gaps"),
            .. Feeds.Broken(nodes),
            .. written.SelectMany(practice => Practices.Broken(practice, nodes)),
            .. Libraries.Broken(nodes, written),
            .. history.Broken(nodes),
        ];
        Fail(broken);
    }

    /// <summary>What holds at any moment, whoever lies meanwhile: nobody's feed is held otherwise than its author signed it, and nothing else is shown.</summary>
    public static void NothingForged(Network network, IEnumerable<Author> authors)
    {
        var nodes = network.All.Select(node => node.Read()).ToList();
        Fail([.. Feeds.Broken(nodes), .. Libraries.Forged(nodes, [.. authors.SelectMany(author => author.Practices)])]);
    }

    private static void Fail(string[] broken) => Assert.True(broken.Length == 0, string.Join('\n', broken.Take(40)));
}
