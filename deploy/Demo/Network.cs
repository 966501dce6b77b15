using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace RecoveryCoP.Demo;

/// <summary>The hub and its four chapters: founded where they are not, started, enrolled, admitted, and in agreement about what was shared.</summary>
internal sealed partial class Network(DemoFolder folder, Narrator narrator) : IAsyncDisposable
{
    private const int MostRounds = 30;

    private readonly TemplateScenes templates = new(folder, narrator);
    private readonly Lock gate = new();
    private readonly List<RunningNode> running = [];
    private readonly HashSet<Role> apart = [];
    private readonly TaskCompletionSource<RunningNode> death = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LetterBox? letterBox;

    private RunningNode Hub => running.Single(n => n.Role.IsHub);

    private IEnumerable<RunningNode> Chapters => Cast.Chapters.Except(apart).Select(role => running.Single(n => n.Role == role));

    /// <summary>The first node that ended by itself.</summary>
    public Task<RunningNode> Death => death.Task;

    /// <summary>Brings the whole network up, doing only what an earlier run has not done.</summary>
    public async Task Start(CancellationToken cancellationToken)
    {
        await ChoosePorts();
        await narrator.Step(Cast.All.All(role => folder.Network.Find(role.Key)!.Id.Length > 0)
            ? new("Le carrefour et les quatre communautés existent déjà; démarrage", "The hub and the four chapters exist already; starting them")
            : new("Fondation d’un carrefour et de quatre communautés", "Founding a hub and four chapters"));
        letterBox = await LetterBox.Open(folder.Network.Letters!, new(() => Cast.Chapters.Select(role => (role.Name, Entry(role).Address))), cancellationToken);
        var hubIsUp = Bring(Cast.Hub, cancellationToken);
        await Task.WhenAll(Cast.Chapters.Select(role => Join(role, hubIsUp, cancellationToken)));
        await Exchange(cancellationToken);
    }

    /// <summary>A link for everybody who can be signed in, each good once, for a day.</summary>
    public async Task<IReadOnlyList<LinkEntry>> Links(CancellationToken cancellationToken)
    {
        var links = await Task.WhenAll(
            from role in Cast.All
            from person in role.People
            select Link(running.Single(n => n.Role == role), person, cancellationToken));
        folder.Keep(folder.Network with { Links = links });
        return links;
    }

    /// <summary>Ends every node in good order and waits for it.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(running.Select(node => node.DisposeAsync().AsTask()));
        if (letterBox is not null)
        {
            await letterBox.DisposeAsync();
        }
    }

    private async Task ChoosePorts()
    {
        var ports = new LoopbackPorts();
        var network = folder.Network;
        foreach (var role in Cast.All)
        {
            var kept = network.Find(role.Key);
            var entry = (kept ?? new NodeEntry { Key = role.Key, Port = 0 }) with
            {
                Name = role.Name.Fr,
                Port = ports.Take(kept?.Port ?? 0),
                GrpcPort = role.IsHub ? ports.Take(kept?.GrpcPort ?? 0) : 0,
            };
            if (kept is { Port: > 0 } && kept.Port != entry.Port)
            {
                await narrator.Step(new($"Le port {kept.Port} est pris\u00a0: {role.Name.Fr} en prend un autre", $"Port {kept.Port} is taken: {role.Name.En} takes another"));
            }

            network = network.With(entry);
        }

        var letters = network.Letters;
        folder.Keep(network with
        {
            Letters = new(ports.Take(letters?.SmtpPort ?? 0), ports.Take(letters?.Port ?? 0), letters?.Key ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))),
        });
    }

    /// <summary>Founds a node if need be, and starts it.</summary>
    private async Task<RunningNode> Bring(Role role, CancellationToken cancellationToken)
    {
        if (Entry(role).Id.Length == 0)
        {
            await Found(role, [], cancellationToken);
        }

        var node = Begin(role, cancellationToken);
        await node.Ready(cancellationToken);
        await narrator.Step(new($"{role.Name.Fr}\u00a0: {node.Entry.Address}", $"{role.Name.En}: {node.Entry.Address}"));
        return node;
    }

    // Known to be founded once all of it is done: what was broken off is done over.
    private async Task Found(Role role, IReadOnlyList<string> more, CancellationToken cancellationToken)
    {
        folder.Forget(role);
        var id = await RunningNode.Found(role, more, Entry(role), folder, cancellationToken);
        if (role.TakesHubsTemplate)
        {
            await templates.MakeItsOwn(role, Entry(role), cancellationToken);
        }

        Change(role, entry => entry with { Id = id });
        await narrator.Step(role.TakesHubsTemplate
            ? new($"{role.Name.Fr}\u00a0: fondation faite, à partir du modèle du carrefour", $"{role.Name.En}: founded from the hub’s template")
            : new($"{role.Name.Fr}\u00a0: fondation faite", $"{role.Name.En}: founded"));
    }

    private RunningNode Begin(Role role, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            // Nothing is started after the demo was told to stop: nobody would end it.
            cancellationToken.ThrowIfCancellationRequested();
            var node = RunningNode.Start(role, Entry(role), folder);
            running.Add(node);
            node.Ended.ContinueWith(_ => death.TrySetResult(node), TaskScheduler.Default);
            return node;
        }
    }

    /// <summary>Brings a chapter up and has the hub admit it, as two people do it on the telephone.</summary>
    private async Task Join(Role role, Task<RunningNode> hubIsUp, CancellationToken cancellationToken)
    {
        if (role.TakesHubsTemplate && Entry(role).Id.Length == 0)
        {
            await Found(role, await templates.Offer(await hubIsUp, role, cancellationToken), cancellationToken);
        }

        var chapter = await Bring(role, cancellationToken);
        var hub = await hubIsUp;
        var standing = Standing().Matches(await hub.Ask(cancellationToken, "chapters")).FirstOrDefault(line => line.Groups["id"].Value == chapter.Entry.Id)?.Groups["state"].Value;
        if (standing is "Suspended" or "Revoked")
        {
            // Whoever tried the operator's pages decided so; the rest of the network goes on without it.
            lock (gate)
            {
                apart.Add(role);
            }

            await narrator.Step(new($"{role.Name.Fr}\u00a0: écarté par le carrefour; il n’échange pas", $"{role.Name.En}: set apart by the hub; it does not exchange"));
            return;
        }

        await Admit(chapter, hub, isAdmitted: standing == "Admitted", cancellationToken);
        if (role.TakesHubsTemplate)
        {
            await templates.Upgrade(hub, chapter, cancellationToken);
        }
    }

    private async Task Admit(RunningNode chapter, RunningNode hub, bool isAdmitted, CancellationToken cancellationToken)
    {
        if (isAdmitted && chapter.Entry.KnowsHubAt == hub.Entry.GrpcPort)
        {
            return;
        }

        var role = chapter.Role;
        var code = await hub.Ask(cancellationToken, "enrolment-code", "--note", role.Name.Fr);
        var enrolled = await chapter.Ask(cancellationToken, "enrol", "--code", code.Trim(), "--hub", hub.Entry.GrpcAddress!);
        Change(role, entry => entry with { KnowsHubAt = hub.Entry.GrpcPort });
        if (!isAdmitted)
        {
            var words = SixWords().Match(enrolled).Groups["words"].Value;
            await hub.Ask(cancellationToken, "admit", "--words", words);
            await narrator.Step(new($"{role.Name.Fr}\u00a0: admission faite; les six mots\u00a0: {words}", $"{role.Name.En}: admitted; its six words: {words}"));
        }
    }

    /// <summary>Lets everybody exchange until all libraries show the same.</summary>
    private async Task Exchange(CancellationToken cancellationToken)
    {
        await narrator.Step(new("Les communautés échangent", "The chapters exchange"));
        for (var round = 1; ; round++)
        {
            await Task.WhenAll(Chapters.Select(chapter => chapter.Ask(cancellationToken, "sync")));
            if (round == 1)
            {
                continue; // what the last one sent, the first one has yet to fetch
            }

            var exchanging = Chapters.Append(Hub).ToList();
            var libraries = await Task.WhenAll(exchanging.Select(node => node.Library(cancellationToken)));
            var own = Chapters.ToDictionary(c => c.Entry.Id, c => libraries[exchanging.IndexOf(c)].GetValueOrDefault(c.Entry.Id));
            if (libraries.All(library => own.All(one => library.GetValueOrDefault(one.Key) == one.Value)))
            {
                await narrator.Step(new(
                    $"Les bibliothèques montrent toutes les mêmes {own.Values.Sum()} pratiques ({string.Join(" + ", own.Values.Where(count => count > 0))})",
                    $"All libraries show the same {own.Values.Sum()} practices ({string.Join(" + ", own.Values.Where(count => count > 0))})"));
                return;
            }

            if (round == MostRounds)
            {
                throw new DemoException(
                    new("Les bibliothèques ne montrent pas toutes la même chose.", "The libraries do not all show the same thing."),
                    string.Join('\n', exchanging.Zip(libraries, (node, library) => $"    {node.Role.Key}: {string.Join(", ", library.Select(one => $"{one.Key} {one.Value}"))}")));
            }
        }
    }

    private static async Task<LinkEntry> Link(RunningNode node, Person person, CancellationToken cancellationToken) => new(
        node.Role.Key, person.As, person.Name, (await node.Ask(cancellationToken, "sign-in-link", "--address", person.Address)).Trim());

    private NodeEntry Entry(Role role)
    {
        lock (gate)
        {
            return folder.Network.Find(role.Key)!;
        }
    }

    private void Change(Role role, Func<NodeEntry, NodeEntry> change)
    {
        lock (gate)
        {
            folder.Keep(folder.Network.With(change(folder.Network.Find(role.Key)!)));
        }
    }

    [GeneratedRegex(@"^  node +(?<id>\S+)\n  state +(?<state>.+)$", RegexOptions.Multiline)]
    private static partial Regex Standing();

    [GeneratedRegex("Six words of this chapter: (?<words>.+)")]
    private static partial Regex SixWords();
}
