using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.SampleChapters;

/// <summary>What is wrong with a sample folder, each with its file and field.</summary>
internal static class SampleRefusals
{
    public static IReadOnlyList<RefusalText> All { get; } =
    [
        new("sample.file-missing", new("Ce fichier manque.", "This file is missing.")),
        new("sample.front-missing", new("Le fichier commence par des faits entre deux lignes de trois traits.", "The file begins with facts between two lines of three hyphens.")),
        new("sample.unreadable", new("Ceci ne peut pas être lu\u00a0: {0}", "This cannot be read: {0}")),
        new("sample.unknown", new("«\u00a0{0}\u00a0» n’a pas sa place ici.", "“{0}” has no place here.")),
        new("sample.no-such-member", new("Il n’y a pas de membre «\u00a0{0}\u00a0».", "There is no member “{0}”.")),
        new("sample.no-such-practice", new("Il n’y a pas de pratique «\u00a0{0}\u00a0».", "There is no practice “{0}”.")),
        new("sample.no-such-topic", new("Il n’y a pas de sujet «\u00a0{0}\u00a0».", "There is no topic “{0}”.")),
        new("sample.not-shown", new("«\u00a0{0}\u00a0» ne montre pas son nom.", "“{0}” does not show their name.")),
        new("sample.too-early", new("«\u00a0{0}\u00a0» n’est pas encore là à ce moment.", "“{0}” is not there yet at that time.")),
        new("sample.address-elsewhere", new("Les adresses d’un exemple sont sous example.org.", "A sample’s addresses are below example.org.")),
        new("sample.twice", new("«\u00a0{0}\u00a0» est déjà pris.", "“{0}” is taken already.")),
        new("sample.role-missing", new("Personne n’a assez tôt le rôle «\u00a0{0}\u00a0».", "Nobody holds the role “{0}” early enough.")),
        new("sample.half-played", new("L’exemple s’est arrêté ici, à moitié joué. Effacez le dossier de données et recommencez.", "The sample stopped here, half played. Delete the data folder and begin again.")),
    ];

    /// <summary>A fault at a place.</summary>
    public static Refusal At(string file, string field, string code, params object[] args) => Refusal.Of(code, Place(file, field), args);

    /// <summary>A fault that a form found, at the place in the file that it comes from.</summary>
    public static Refusal At(string file, string field, Refusal found) => found with { Field = Place(file, field) };

    private static string Place(string file, string field) => field.Length == 0 ? file : $"{file}: {field}";
}
