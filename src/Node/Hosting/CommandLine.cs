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
        var data = new Option<string?>("--data") { Description = $"Data folder. Default: data/{kind.Code}", Recursive = true };
        var listen = new Option<string?>("--listen") { Description = $"Where pages listen. Default: {kind.DefaultListen}", Recursive = true };
        var set = new Option<string[]>("--set") { Description = "Any setting, as Section:Key=value; may be repeated", Recursive = true };
        var root = new RootCommand($"RecoveryCoP: {kind.Name.En.ToLowerInvariant()} node") { data, listen, set };

        var serving = new Command("serve", "Runs the node until it is told to stop (this is what happens without a verb)");
        serving.SetAction((parsed, cancellation) => serve(Settings(parsed), cancellation));
        root.SetAction((parsed, cancellation) => serve(Settings(parsed), cancellation));
        root.Subcommands.Add(serving);

        foreach (var verb in verbs)
        {
            var command = new Command(verb.Name, verb.Description);
            var options = verb.Options.ToDictionary(o => o.Name, o => new Option<string?>("--" + o.Name) { Description = o.Description, Required = o.Required && o.Unless is null });
            foreach (var option in options.Values)
            {
                command.Options.Add(option);
            }

            foreach (var option in verb.Options.Where(o => o is { Required: true, Unless: not null }))
            {
                command.Validators.Add(result =>
                {
                    if (result.GetValue(options[option.Name]) is null && result.GetValue(options[option.Unless!]) is null)
                    {
                        result.AddError($"Option '--{option.Name}' is required.");
                    }
                });
            }

            command.SetAction((parsed, cancellation) => run(
                Settings(parsed),
                verb,
                options.Select(o => (o.Key, Value: parsed.GetValue(o.Value))).Where(o => o.Value is not null).ToDictionary(o => o.Key, o => o.Value!),
                cancellation));
            root.Subcommands.Add(command);
        }

        return root;

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
