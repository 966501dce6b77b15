using RecoveryCoP.Pictures;
using RecoveryCoP.Testing;

// dotnet run --project tests/Pictures [folder]: takes the README's pictures anew, from a demo that is started for them.
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
var into = args.Length > 0 ? args[0] : Path.Combine(Repository.Root, "docs", "pictures");

await Console.Out.WriteLineAsync("Starting the demo …");
using var folder = new TemporaryFolder();
await using var demo = await DemoProcess.Start(folder.File("demo"), stop.Token);
await using var browser = new Browser();
foreach (var (language, screen) in from language in new[] { "fr", "en" } from screen in new[] { Screen.Desktop, Screen.Phone } select (language, screen))
{
    await using var photographer = await Photographer.Visit(demo, browser, language, screen, Directory.CreateDirectory(into).FullName, stop.Token);
    foreach (var (name, look) in Album.Pages)
    {
        await Console.Out.WriteLineAsync(await photographer.Take(name, look));
    }
}
