namespace RecoveryCoP.Demo;

/// <summary>
/// What the demo shows of templates: a chapter is founded from what the hub has released and makes it its own; the hub releases a newer version; the chapter takes that, keeps what it
/// changed, decides where both changed the same, and takes it all back. A step that was done stays done: what the nodes say tells which.
/// </summary>
internal sealed class TemplateScenes(DemoFolder folder, Narrator narrator)
{
    private const int MostRounds = 30;

    /// <summary>Has the hub release the first version, for a chapter that is not founded.</summary>
    /// <returns>What more its <c>init</c> is told.</returns>
    public async Task<IReadOnlyList<string>> Offer(RunningNode hub, Role chapter, CancellationToken cancellationToken)
    {
        await Release(hub, HubsTemplate.First, HubsTemplate.WriteFirst, cancellationToken);
        var code = await hub.Ask(cancellationToken, "enrolment-code", "--note", chapter.Name.Fr);
        return ["--hub-code", code.Trim(), "--hub-address", hub.Entry.GrpcAddress!];
    }

    /// <summary>Lets a chapter that was just founded, and does not run, rewrite some of what it got.</summary>
    public Task MakeItsOwn(Role role, NodeEntry entry, CancellationToken cancellationToken) =>
        RunningNode.Alter(role, entry, folder, cancellationToken, "make-its-own", HubsTemplate.WriteEstries(folder));

    /// <summary>Has the hub release the second version, and the chapter take it and take it back.</summary>
    public async Task Upgrade(RunningNode hub, RunningNode chapter, CancellationToken cancellationToken)
    {
        if ((await chapter.Ask(cancellationToken, "template-status")).Contains($" -> {HubsTemplate.Second}: ", StringComparison.Ordinal))
        {
            return;
        }

        await Release(hub, HubsTemplate.Second, HubsTemplate.WriteSecond, cancellationToken);
        await Hear(chapter, cancellationToken);
        var said = await chapter.Ask(cancellationToken, "template-apply", "--conflicts", "ours");
        var plan = said.Split('\n').TakeWhile(line => !line.StartsWith(HubsTemplate.Id, StringComparison.Ordinal)).ToList();
        var (changed, decided, kept) = (plan.Count(line => line[..2] is "+ " or "~ " or "- "), plan.Count(line => line.StartsWith("! ", StringComparison.Ordinal)), plan.Count(line => line.StartsWith("= ", StringComparison.Ordinal)));
        await narrator.Step(new(
            $"{chapter.Role.Name.Fr}\u00a0: version {HubsTemplate.Second} du modèle ({changed} changements pris, {kept} des siens gardés, {decided} conflit tranché)",
            $"{chapter.Role.Name.En}: version {HubsTemplate.Second} of the template ({changed} changes taken, {kept} of its own kept, {decided} conflict decided)"));
        await chapter.Ask(cancellationToken, "template-undo");
        await narrator.Step(new($"{chapter.Role.Name.Fr}\u00a0: tout annulé, comme avant", $"{chapter.Role.Name.En}: all of it undone, as before"));
    }

    private async Task Release(RunningNode hub, string version, Func<DemoFolder, string> write, CancellationToken cancellationToken)
    {
        if ((await hub.Ask(cancellationToken, "template-releases")).Contains($"{HubsTemplate.Id} {version}  ", StringComparison.Ordinal))
        {
            return;
        }

        await hub.Ask(cancellationToken, "template-release", write(folder));
        await narrator.Step(new($"{hub.Role.Name.Fr}\u00a0: version {version} de son modèle publiée", $"{hub.Role.Name.En}: version {version} of its template released"));
    }

    /// <summary>Lets a chapter exchange until it is offered the second version.</summary>
    private static async Task Hear(RunningNode chapter, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            await chapter.Ask(cancellationToken, "sync");
            if ((await chapter.Ask(cancellationToken, "template-status")).Contains($"+ {HubsTemplate.Id} {HubsTemplate.Second} ", StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new DemoException(new($"{chapter.Role.Name.Fr} n’a jamais reçu la nouvelle version du modèle.", $"{chapter.Role.Name.En} never got the new version of the template."));
    }
}
