namespace RecoveryCoP.Node.Tests.Library;

/// <summary>Sixty invented practices in both languages, from three chapters, some of the same day.</summary>
internal static class Corpus
{
    private static readonly string[] SubjectsFr =
        ["pair aidant", "plan de rétablissement", "cercle de parole", "accueil à l’urgence", "jardin communautaire", "prise de décision partagée"];

    private static readonly string[] SubjectsEn =
        ["peer support worker", "recovery plan", "talking circle", "welcome at the emergency room", "community garden", "shared decision making"];

    private static readonly string[] ShapesFr = ["Un {0} pour la relève", "L’espoir et le {0}", "Ateliers : {0}", "Journal d’un {0}", "Le {0} en région"];

    private static readonly string[] ShapesEn = ["A {0} for newcomers", "Hope and the {0}", "Workshops: {0}", "Diary of a {0}", "The {0} in the regions"];

    public const int Size = 60;

    public static IReadOnlyList<string> Questions { get; } =
    [
        "", "espoir", "hope", "pairs aidants", "peer", "plan", "plans", "retablissement", "recovery plans", "cercles", "gard", "jardin", "décisions", "decision",
        "urgence", "emergency room", "famille", "families", "l'espoir du jardin", "Ateliers", "regions", "région", "journal d'un pair", "zzz", "the", "le",
    ];

    public static async Task Share(LibraryOfATest library)
    {
        await library.Profile(LibraryOfATest.Chapter('a'), "Communauté de l’Érable", "Maple Community");
        await library.Profile(LibraryOfATest.Chapter('b'), "Zone d’entraide");
        await library.Profile(LibraryOfATest.Chapter('c'), "", "Eastern Chapter");
        for (var number = 0; number < Size; number++)
        {
            var french = number % 2 == 0;
            var subject = (french ? SubjectsFr : SubjectsEn)[number / 2 % 6];
            var shape = (french ? ShapesFr : ShapesEn)[number / 12];
            await library.Share(
                LibraryOfATest.Chapter("abc"[number % 3]),
                new Guid(number * 7919 % 61, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]),
                string.Format(null, shape, subject),
                french ? $"Ce que {number % 5} familles ont appris ensemble." : $"What {number % 5} families learned together, l’espoir compris.",
                french ? $"Nous avons commencé par un {SubjectsFr[(number + 1) % 6]}. L’espoir est venu." : $"We began with a {SubjectsEn[(number + 1) % 6]}. Hope came.",
                french ? "fr" : "en",
                at: LibraryOfATest.Start.AddDays(-(number % 9)),
                topics: number % 4 == 0 ? ["recovery-plans", "shared-decision-making"] : ["hiring-peers"],
                chime: number % 3 == 0 ? ["hope"] : ["hope", "identity"]);
        }
    }
}
