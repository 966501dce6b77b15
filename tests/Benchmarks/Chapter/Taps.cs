using System.Globalization;
using System.Diagnostics;
using RecoveryCoP.Benchmarks.Runner;
using RecoveryCoP.Testing;

namespace RecoveryCoP.Benchmarks.Chapter;

/// <summary>
/// What the aims of a month cost a volunteer with a phone of 360 pixels, as the browser journeys count it: they are run here, and say it in a file. A figure is not
/// of this machine: it changes when pages do.
/// </summary>
internal sealed class Taps : IBenchmark
{
    private static readonly string[] _journeys = ["*Announcing_from_a_series", "*Running_a_meeting", "*From_the_room_to_everybody"];

    /// <inheritdoc />
    public string Name => "taps";

    /// <inheritdoc />
    public string About => "taps, pages and typed characters of what a volunteer executive and its members do each month, at 360 px; the spread is that of languages, and of scripts on and off";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Sample>> Measure(bool quick, CancellationToken cancel)
    {
        // There is nothing to warm up, and one run has all there is to know.
        if (quick)
        {
            return [new("journeys", "", _journeys.Length)];
        }

        using var folder = new TemporaryFolder();
        var file = folder.File("taps");
        var start = new ProcessStartInfo("dotnet", ["run", "--no-build", "-c", Repository.Configuration, "--project", Path.Combine(Repository.Root, "tests/Browser.Tests"), "--", .. _journeys.SelectMany(j => (string[])["-class", j])])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["RECOVERYCOP_TAPS"] = file;
        using var journeys = Process.Start(start)!;
        var said = await journeys.StandardOutput.ReadToEndAsync(cancel);
        await journeys.WaitForExitAsync(cancel);
        if (journeys.ExitCode != 0)
        {
            throw new InvalidOperationException($"The journeys failed. Are they built (dotnet build tests/Browser.Tests -c {Repository.Configuration})?\n{said}");
        }

        return [.. (await File.ReadAllLinesAsync(file, cancel)).SelectMany(Samples)];
    }

    private static IEnumerable<Sample> Samples(string line)
    {
        var parts = line.Split('\t');
        var (aim, figures) = (parts[0], parts[1..].Select(p => double.Parse(p, CultureInfo.InvariantCulture)).ToList());
        return [new(aim, "taps", figures[0], figures[1]), new(aim, "pages", figures[2]), new(aim, "characters", figures[3])];
    }
}
