using System.Diagnostics;

namespace RecoveryCoP.Demo;

/// <summary>Tells what happens, a line at a time, in one language or in both side by side.</summary>
internal sealed class Narrator(string? language, TextWriter output, TextWriter errors)
{
    private readonly long began = Stopwatch.GetTimestamp();

    /// <summary>How long it has been since the demo began.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(began);

    /// <summary>One step, with the second in which it was done.</summary>
    public Task Step(Words words) => Line($"{(int)Elapsed.TotalSeconds,4} s  {In(words)}");

    /// <summary>Words that take a line for each language, where both would be too long for one.</summary>
    public async Task Paragraph(Words words)
    {
        foreach (var side in Sides(words))
        {
            await Line(side);
        }
    }

    /// <summary>Something that is the same in both languages.</summary>
    public Task Line(string text = "") => output.WriteLineAsync(text);

    /// <summary>Why the demo ends before it should.</summary>
    public async Task Failure(Words words, string details = "")
    {
        foreach (var side in Sides(words))
        {
            await errors.WriteLineAsync(side);
        }

        if (details.Length > 0)
        {
            await errors.WriteLineAsync(details);
        }
    }

    /// <summary>The words on one line.</summary>
    public string In(Words words) => string.Join(" · ", Sides(words).Distinct());

    private IReadOnlyList<string> Sides(Words words) => language switch
    {
        "fr" => [words.Fr],
        "en" => [words.En],
        _ => [words.Fr, words.En],
    };
}
