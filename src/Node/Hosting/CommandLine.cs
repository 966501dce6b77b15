using System.CommandLine;

namespace RecoveryCoP.Node.Hosting;

/// <summary>The program's command line: <c>serve</c> unless a verb is named.</summary>
internal static class CommandLine
{
    public static RootCommand Build(
        NodeKind kind,
        IEnumerable<Verb> verbs,
        Func<NodeSettings, CancellationToken, Task<int>> serve,
        Func<NodeSettings, Verb, IReadOnlyDictionary<string, string>, CancellationToken, Task<int>> run)
    {
        var data = new Option<string?>("--data") { Description = InBoth(new($"Dossier des données. Par défaut\u00a0: data/{kind.Code}", $"Data folder. Default: data/{kind.Code}")), Recursive = true };
        var listen = new Option<string?>("--listen") { Description = InBoth(new($"Où les pages écoutent. Par défaut\u00a0: {kind.DefaultListen}", $"Where pages listen. Default: {kind.DefaultListen}")), Recursive = true };
        var set = new Option<string[]>("--set") { Description = InBoth(new("N’importe quel réglage, sous la forme Section:Clé=valeur; peut être répété", "Any setting, as Section:Key=value; may be repeated")), Recursive = true };
        var root = new RootCommand(InBoth(new($"RecoveryCoP\u00a0: {kind.Name.Fr.ToLowerInvariant()}", $"RecoveryCoP: {kind.Name.En.ToLowerInvariant()} node"))) { data, listen, set };

        var serving = new Command("serve", InBoth(new("Fait tourner le serveur jusqu’à ce qu’on l’arrête (c’est aussi ce qui se passe sans verbe)", "Runs the node until it is told to stop (this is what happens without a verb)")));
        serving.SetAction((parsed, cancellation) => serve(Settings(parsed), cancellation));
        root.SetAction((parsed, cancellation) => serve(Settings(parsed), cancellation));
        root.Subcommands.Add(serving);

        foreach (var verb in verbs)
        {
            var command = new Command(verb.Name, InBoth(verb.Description));
            var arguments = verb.Options.Where(o => o.IsArgument).ToDictionary(
                o => o.Name, o => new Argument<string?>(o.Name) { Description = InBoth(o.Description), Arity = o.Required ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne });
            foreach (var argument in arguments.Values)
            {
                command.Arguments.Add(argument);
            }

            var options = verb.Options.Where(o => o is { IsArgument: false, IsPrepared: false, IsSwitch: false }).ToDictionary(o => o.Name, o => new Option<string?>("--" + o.Name) { Description = InBoth(o.Description), Required = o.Required && o.Unless is null });
            var switches = verb.Options.Where(o => o.IsSwitch).ToDictionary(o => o.Name, o => new Option<bool>("--" + o.Name) { Description = InBoth(o.Description) });
            foreach (var option in options.Values.Concat<Option>(switches.Values))
            {
                command.Options.Add(option);
            }

            foreach (var option in verb.Options.Where(o => o is { Required: true, Unless: not null, IsArgument: false, IsPrepared: false }))
            {
                command.Validators.Add(result =>
                {
                    if (result.GetValue(options[option.Name]) is null && result.GetValue(options[option.Unless!]) is null)
                    {
                        result.AddError(InBoth(new($"Il manque l’option «\u00a0--{option.Name}\u00a0».", $"Option '--{option.Name}' is required.")));
                    }
                });
            }

            command.SetAction((parsed, cancellation) => run(
                Settings(parsed),
                verb,
                options.Select(o => (o.Key, Value: parsed.GetValue(o.Value))).Concat(arguments.Select(a => (a.Key, Value: parsed.GetValue(a.Value)))).Concat(switches.Select(s => (s.Key, Value: parsed.GetValue(s.Value) ? VerbOption.Said : null))).Where(o => o.Value is not null).ToDictionary(o => o.Key, o => o.Value!),
                cancellation));
            root.Subcommands.Add(command);
        }

        return root;

        // The console does not know who reads it, so help speaks as refusals do.
        static string InBoth(Text text) => $"{text.Fr} · {text.En}";

        NodeSettings Settings(ParseResult parsed)
        {
            var values = new Dictionary<string, string?>();
            foreach (var pair in parsed.GetValue(set) ?? [])
            {
                var at = pair.IndexOf('=', StringComparison.Ordinal);
                values[at < 0 ? pair : pair[..at]] = at < 0 ? "" : pair[(at + 1)..];
            }

            if (parsed.GetValue(data) is { } folder)
            {
                values["Node:DataFolder"] = folder;
            }

            if (parsed.GetValue(listen) is { } address)
            {
                values["Node:Listen"] = address;
            }

            return NodeSettings.Load(kind, values);
        }
    }
}
