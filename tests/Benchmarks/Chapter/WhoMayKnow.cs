using System.Diagnostics;
using System.Globalization;
using RecoveryCoP.Benchmarks.Nodes;
using RecoveryCoP.Benchmarks.Runner;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Testing;

namespace RecoveryCoP.Benchmarks.Chapter;

/// <summary>
/// Whether a clock can tell who is a member. Somebody asks for a letter, or to join, with the address of a member or of a stranger, and posts a wrong link at
/// once; both kinds take turns by chance. The area under the curve says how often a member's answer is the slower one of two: a half, when nothing can be told.
/// </summary>
internal sealed class WhoMayKnow : IBenchmark
{
    // Two standard deviations of three hundred each, when there is no difference.
    private const double Bar = 0.55;

    /// <inheritdoc />
    public string Name => "who-may-know";

    /// <inheritdoc />
    public string About => $"how well the time of an answer tells a member from a stranger: 0.5 not at all, 1 always; at most {Bar}";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Sample>> Measure(bool quick, CancellationToken cancel)
    {
        var samples = quick ? 20 : 300;
        await using var chapter = await RunningNode.Chapter(null, cancel, settings: new() { ["SignIn:PerNetwork"] = "10000", ["SignIn:MostQueued"] = "10000" });
        for (var number = 0; number < samples; number++)
        {
            await chapter.Service<AccountStore>().Add("Camille", EmailAddress.Parse(Address(true, number))!, "fr", [], null, cancel);
        }

        var (asks, links, joins) = (new Times(), new Times(), new Times());
        var turns = Enumerable.Range(0, samples).SelectMany(number => new[] { (IsMember: true, Number: number), (IsMember: false, Number: number) }).ToArray();
        Random.Shared.Shuffle(turns);
        foreach (var (isMember, number) in turns)
        {
            using var browser = new FormClient(chapter.Address);
            var page = await browser.Open("/fr/entrer", cancel);
            await Timed(asks, isMember, () => browser.Send("/fr/entrer", page, "ask", cancel, ("Address", Address(isMember, number))));
            await Timed(links, isMember, () => browser.Send("/fr/entrer", page, "enter", cancel, ("Key", new string('A', 43))));
        }

        Random.Shared.Shuffle(turns);
        foreach (var (isMember, number) in turns)
        {
            using var browser = new FormClient(chapter.Address);
            var page = await browser.Open("/fr/joindre", cancel);
            await Timed(joins, isMember, () => browser.Send("/fr/joindre", page, "join", cancel, ("Name", "Camille"), ("Address", Address(isMember, number)), ("Accepts", "yes")));
        }

        return
        [
            new("asking for a letter", "AUC", asks.Area, Bar),
            new("a wrong link at once after it", "AUC", links.Area, Bar),
            new("asking to join", "AUC", joins.Area, Bar),
            new("asking for a letter, p50", "ms", Percentiles.Of(asks.All).At(50)),
        ];
    }

    // Of one length: bytes on the wire tell nothing here.
    private static string Address(bool isMember, int number) => string.Create(CultureInfo.InvariantCulture, $"{(isMember ? "membre" : "autrui")}{number}@example.org");

    private static async Task Timed(Times times, bool isMember, Func<Task<Answer>> call)
    {
        var start = Stopwatch.GetTimestamp();
        await call();
        (isMember ? times.Members : times.Strangers).Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private sealed class Times
    {
        public List<double> Members { get; } = [];

        public List<double> Strangers { get; } = [];

        public IEnumerable<double> All => Members.Concat(Strangers);

        /// <summary>The area under the curve, from a half upwards: whoever guesses may guess either way.</summary>
        public double Area
        {
            get
            {
                var slower = Members.Sum(member => Strangers.Sum(stranger => member > stranger ? 1 : member < stranger ? 0 : 0.5));
                var area = slower / (Members.Count * Strangers.Count);
                return Math.Max(area, 1 - area);
            }
        }
    }
}
