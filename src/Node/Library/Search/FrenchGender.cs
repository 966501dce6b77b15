namespace RecoveryCoP.Node.Library.Search;

/// <summary>
/// The masculine singular of a French word, where the stemmer leaves it apart from the feminine: it goes by endings that it cuts off long words only (actif and
/// active keep theirs) and knows none that changes as a whole (nouveau, nouvelle). Words are in lower case and without accents.
/// </summary>
internal static class FrenchGender
{
    // The ending, the masculine's, and the fewest letters before it. Those after two letters or more leave short words alone that only look alike: selle is no sel.
    private static readonly (string Ending, string Masculine, int Before)[] Endings =
    [
        ("ive", "if", 1),       // active, vive
        ("euve", "euf", 1),     // neuve
        ("elle", "el", 2),      // personnelle, reelle
        ("trice", "teur", 2),   // autrice, beside auteure
        ("ouse", "oux", 2),     // epouse
        ("llere", "ller", 3),   // conseillere
        ("aux", "al", 2),       // egaux
    ];

    // What changes more than its ending. Of nouveau and vieux, what stands before a vowel (nouvel, vieil) is of neither gender and goes with both.
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["nouveau"] = "nouvel",
        ["nouvelle"] = "nouvel",
        ["beau"] = "bel",
        ["belle"] = "bel",
        ["vieux"] = "vieil",
        ["vieille"] = "vieil",
        ["bonne"] = "bon",
        ["douce"] = "doux",
        ["blanche"] = "blanc",
        ["franche"] = "franc",
        ["publique"] = "public",
        ["longue"] = "long",
        ["breve"] = "bref",
        ["seche"] = "sec",
        ["fraiche"] = "frais",
        ["fol"] = "fou",        // the stemmer knows folle and molle
        ["mol"] = "mou",
        ["favorite"] = "favori",
        ["basse"] = "bas",
        ["lasse"] = "las",
        ["fausse"] = "faux",
        ["rousse"] = "roux",
        ["nette"] = "net",
        ["nulle"] = "nul",
        ["sotte"] = "sot",
        ["turque"] = "turc",
        ["grecque"] = "grec",
        ["laique"] = "laic",
        ["caduque"] = "caduc",
        ["maligne"] = "malin",
        ["benigne"] = "benin",
        ["tierce"] = "tiers",
        ["jumeau"] = "jumel",
    };

    /// <summary>The form that both genders share; null where there is nothing to add to what the word is and its stems.</summary>
    public static string? Shared(string word)
    {
        var one = word.EndsWith('s') || word.EndsWith("eaux", StringComparison.Ordinal) ? word[..^1] : word;
        return Others.GetValueOrDefault(one) ?? Endings
            .Where(e => one.EndsWith(e.Ending, StringComparison.Ordinal) && one.Length - e.Ending.Length >= e.Before)
            .Select(e => one[..^e.Ending.Length] + e.Masculine).FirstOrDefault();
    }
}
