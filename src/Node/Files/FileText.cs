using System.Globalization;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Files;

/// <summary>What is said of files wherever they are added.</summary>
public static class FileText
{
    /// <summary>The longest title, in characters.</summary>
    public const int LongestTitle = 120;

    private const int Kibibyte = 1024;

    /// <summary>The label of the field.</summary>
    public static readonly Text File = new("Fichier", "File");

    /// <summary>What can be chosen, and what becomes of it.</summary>
    public static readonly Text FileHelp = new(
        "PDF, PNG, JPEG, ODT, DOCX ou TXT, d’au plus 5\u00a0Mo. Le lieu d’une photo et les noms que portent les propriétés, les commentaires et les changements d’un texte sont enlevés. Un PDF garde ce que son programme y a écrit, parfois un nom.",
        "PDF, PNG, JPEG, ODT, DOCX or TXT, up to 5\u00a0MB. Where a photograph was taken, and the names in the properties, comments and changes of a document, are taken out. A PDF keeps what its program wrote into it, sometimes a name.");

    /// <summary>The form that comes with a file had another one the last time.</summary>
    public const string SentTwice = "file.sent-twice";

    internal static readonly Text About = new("{0}, {1}", "{0}, {1}");

    private static readonly Text kilobytes = new("{0}\u00a0ko", "{0}\u00a0KB"), megabytes = new("{0}\u00a0Mo", "{0}\u00a0MB");

    /// <summary>What each refusal says.</summary>
    public static IReadOnlyList<RefusalText> Refusals { get; } =
    [
        new("file.missing", new("Choisissez un fichier.", "Choose a file.")),
        new("file.empty", new("Ce fichier est vide. Choisissez-en un autre.", "This file is empty. Choose another one.")),
        new("file.too-large", new("Ce fichier dépasse {0}\u00a0Mo. Réduisez-le, ou donnez plutôt un lien.", "This file is larger than {0}\u00a0MB. Make it smaller, or give a link instead.")),
        new("file.too-many-pixels", new("Cette image a trop de points pour un téléphone. Réduisez-la, puis recommencez.", "This picture has too many pixels for a phone. Make it smaller and try again.")),
        new("file.kind-unknown", new("On peut ajouter un PDF, une image PNG ou JPEG, ou un texte ODT, DOCX ou TXT. Ce fichier n’en est pas un, quel que soit son nom. Enregistrez-le en PDF, puis recommencez.", "You can add a PDF, a PNG or JPEG picture, or an ODT, DOCX or TXT text. This file is none of them, whatever its name. Save it as a PDF and try again.")),
        new("file.broken", new("Ce fichier est incomplet ou abîmé. Enregistrez-le de nouveau dans son programme, puis recommencez.", "This file is incomplete or damaged. Save it again in its program and try again.")),
        new("file.locked", new("Ce fichier est protégé par un mot de passe\u00a0: les membres ne pourraient pas l’ouvrir. Enregistrez-le sans mot de passe.", "This file is locked by a password: members could not open it. Save it without one.")),
        new("file.active", new("Ce fichier contient quelque chose qui s’exécute ou s’ouvre automatiquement (macro, programme, fichier joint, image ou modèle d’un autre site). Enregistrez-le en PDF ordinaire, puis recommencez.", "Something in this file runs or opens automatically (a macro, a program, an attached file, a picture or template from another site). Save it as a plain PDF and try again.")),
        new("file.unfolds-too-far", new("Ce fichier contient beaucoup plus que sa taille ne le dit. Enregistrez-le en PDF, puis recommencez.", "There is far more in this file than its size says. Save it as a PDF and try again.")),
        new("file.picture-inside", new("Dans ce fichier, une image ou une vidéo est abîmée, trop grande ou d’un format dont on ne sait pas enlever le lieu et les noms (comme TIFF ou WebP). Remplacez-la par une image PNG ou JPEG, puis recommencez.", "A picture or a video in this file is damaged, too large, or of a format from which we cannot take out places and names (such as TIFF or WebP). Replace it by a PNG or JPEG picture and try again.")),
        new(SentTwice, new("Ce formulaire a déjà servi à ajouter un autre fichier. Pour ajouter aussi celui-ci, choisissez-le de nouveau.", "This form was used already to add another file. To add this one as well, choose it again.")),
        new("file.title-missing", new("Donnez un titre au fichier.", "Give the file a title.")),
        new("file.quota", new("Il n’y a plus assez de place pour ce fichier\u00a0: il reste {0}\u00a0Mo pour tous les fichiers de la communauté. Retirez-en d’anciens, ou parlez-en à la personne qui s’occupe du serveur.", "There is not enough room for this file: {0}\u00a0MB are left for all files of the community. Take out old ones, or talk to the person who looks after the server.")),
    ];

    /// <summary>A size as people read it.</summary>
    public static Text SizeOf(long bytes)
    {
        var kibibytes = Math.Max(1, (bytes + Kibibyte - 1) / Kibibyte);
        return kibibytes < Kibibyte ? kilobytes.With(kibibytes) : megabytes.With(Mebibytes(bytes));
    }

    /// <summary>A title from a file's name: without the folders before it, the ending, and what cannot be seen. Empty when nothing is left.</summary>
    public static string TitleOf(string? fileName)
    {
        var name = (fileName ?? "")[((fileName ?? "").LastIndexOfAny(['/', '\\']) + 1)..];
        var seen = string.Concat(Path.GetFileNameWithoutExtension(name).Replace('_', ' ').EnumerateRunes().Where(r => Readable.IsLine(r.ToString())).Take(LongestTitle));
        return Readable.IsSeen(seen) ? TypedText.Line(seen) : "";
    }

    internal static Text Mebibytes(long bytes)
    {
        var number = Math.Round(Math.Max(0, bytes) / (double)(Kibibyte * Kibibyte), 1);
        return new(number.ToString(CultureInfo.GetCultureInfo("fr-CA")), number.ToString(CultureInfo.GetCultureInfo("en-CA")));
    }
}
