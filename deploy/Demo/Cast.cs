using System.Text.Json;

namespace RecoveryCoP.Demo;

/// <summary>A node of the demo, and who can be signed in there. All of it is invented.</summary>
/// <param name="Key">Names its folder and its sample.</param>
/// <param name="Program">The project that it is, from the repository's root.</param>
/// <param name="Founder">The project that founds it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Founding">What its <c>init</c> is told.</param>
/// <param name="People">Whom the demo gives a sign-in link.</param>
internal sealed record Role(string Key, string Program, string Founder, Words Name, IReadOnlyList<string> Founding, IReadOnlyList<Person> People)
{
    public bool IsHub => Program == "src/Hub";

    /// <summary>True for a chapter that is founded from what the hub has released, while the demo runs.</summary>
    public bool TakesHubsTemplate { get; init; }
}

/// <summary>Somebody to sign in as.</summary>
/// <param name="As">What they are there, e.g. <c>steward</c>.</param>
/// <param name="What">The same, as people say it.</param>
/// <param name="Name">The name they go by.</param>
/// <param name="Address">Their address, by which the node knows them.</param>
internal sealed record Person(string As, Words What, string Name, string Address);

/// <summary>Who plays in the demo: a hub, the chapters whose samples lie beside this program, and one that begins from the hub's template.</summary>
internal static class Cast
{
    private const string Member = "member", Facilitator = "facilitator", Steward = "steward";

    public static Role Hub { get; } = TheHub(
        new("Carrefour provincial du rétablissement", "Provincial Recovery Hub"),
        new("operator", new("équipe du carrefour", "hub operator"), "Dominique Exemple", "dominique.exemple@example.org"));

    public static IReadOnlyList<Role> Chapters { get; } =
    [
        Chapter("montreal", Member, Facilitator, Steward),
        Chapter("gaspesie", Member),
        Chapter("outaouais", Member),
        Estrie(new("CdP Rétablissement Estrie", "Estrie Recovery CoP"), new(Steward, WhatIs(Steward), "Solange Aubépine", "solange.aubepine@example.org")),
    ];

    public static IReadOnlyList<Role> All { get; } = [Hub, .. Chapters];

    private static Role TheHub(Words name, Person first) => new(
        "hub",
        "src/Hub",
        "src/Hub",
        name,
        [
            "--name", name.Fr, "--name-en", name.En, "--region", "03", "--contact", "bonjour@example.org", "--person", first.Name, "--address", first.Address,
            "--language", "fr", "--privacy-officer", "Secrétariat du carrefour", "--privacy-officer-en", "Secretary of the hub", "--privacy-contact", "vie-privee@example.org",
        ],
        [first]);

    private static Role Estrie(Words name, Person first) => new(
        "estrie",
        "src/Chapter",
        "src/Chapter",
        name,
        [
            "--name", name.Fr, "--name-en", name.En, "--region", "05", "--contact", "bonjour.estrie@example.org", "--person", first.Name, "--address", first.Address, "--language", "fr",
            "--privacy-officer", "Responsable de la protection des renseignements personnels", "--privacy-officer-en", "Privacy officer", "--privacy-contact", "vie-privee.estrie@example.org",
            "--template", "released", "--place", "La Grange-aux-Cerfs, Sherbrooke",
        ],
        [first])
    {
        TakesHubsTemplate = true,
    };

    private static Role Chapter(string key, params IReadOnlyList<string> shown)
    {
        var sample = Path.Combine(AppContext.BaseDirectory, "Samples", key);
        using var file = File.OpenRead(Path.Combine(sample, "chapter.json"));
        var chapter = JsonSerializer.Deserialize<ChapterFile>(file, JsonSerializerOptions.Web)!;
        return new(key, "src/Chapter", "deploy/SampleChapters", chapter.Name, ["--sample", sample], [.. shown.Select(role => Known(chapter.First(role), role))]);
    }

    private static Person Known(MemberEntry member, string role) => new(
        role,
        WhatIs(role),
        member.Name,
        member.Address);

    private static Words WhatIs(string role) => role switch
    {
        Steward => new("intendance", "steward"),
        Facilitator => new("animation", "facilitator"),
        _ => new("membre", "member"),
    };

    /// <summary>What the demo reads of a sample's <c>chapter.json</c>.</summary>
    private sealed record ChapterFile(Words Name, IReadOnlyList<MemberEntry> Members)
    {
        /// <summary>The first who holds a role, or who holds none, for a plain member.</summary>
        public MemberEntry First(string role) => Members.First(m => role == Member ? m.Roles is null or [] : m.Roles?.Contains(role) == true);
    }

    private sealed record MemberEntry(string Name, string Address, IReadOnlyList<string>? Roles);
}
