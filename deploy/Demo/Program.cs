using System.CommandLine;
using RecoveryCoP.Demo;

// dotnet run --project deploy/Demo [-- --data folder] [--language fr|en] [--fresh]
var data = new Option<string>("--data") { Description = "Where the network is kept", DefaultValueFactory = _ => Path.Combine("data", "demo") };
var language = new Option<string?>("--language") { Description = "fr or en; both side by side when it is not given" };
language.AcceptOnlyFromAmong("fr", "en");
var fresh = new Option<bool>("--fresh") { Description = "Deletes the network that is kept there and starts over" };
var command = new RootCommand("Starts a hub and four chapters on this machine, with people and practices that were made up for it") { data, language, fresh };
command.SetAction((said, cancellation) => Demonstration.Run(
    Path.GetFullPath(said.GetValue(data)!), said.GetValue(fresh), new Narrator(said.GetValue(language), Console.Out, Console.Error), cancellation));

// Longer than the nodes take to stop in good order: nothing may cut the demo off while it waits for them.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(2) });
