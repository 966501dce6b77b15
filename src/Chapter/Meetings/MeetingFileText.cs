using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>What is said of files of a meeting.</summary>
internal static class MeetingFileText
{
    public static readonly Text Page = new("Fichiers à lire avant", "Files to read before");
    public static readonly Text Lead = new("Au plus {0} fichiers, pour les membres seulement. Les courriels y mènent par un lien; quand la rencontre est annoncée, un fichier ajouté la dernière semaine est annoncé aussi.", "Up to {0} files, for members only. Messages lead to them by a link; once the meeting is announced, a file that is added in the last week is told of too.");
    public static readonly Text DraftLead = new("Si vous annulez ce brouillon, ses fichiers sont effacés.", "If you cancel this draft, its files are erased.");
    public static readonly Text Manage = new("Ajouter ou retirer des fichiers", "Add or take off files");
    public static readonly Text None = new("Il n’y a pas encore de fichier.", "There are no files yet.");
    public static readonly Text Full = new("Il y a déjà {0} fichiers. Retirez-en un pour en ajouter un autre.", "There are {0} files already. Take one off to add another.");
    public static readonly Text TooLate = new("On ne peut plus en ajouter à cette rencontre. On peut encore en retirer.", "No more can be added to this meeting. They can still be taken off.");
    public static readonly Text AddTitle = new("Ajouter un fichier", "Add a file");
    public static readonly Text Add = new("Ajouter ce fichier", "Add this file");
    public static readonly Text Remove = new("Retirer", "Take off");
    public static readonly Text RemoveAsk = new("Retirer «\u00a0{0}\u00a0»? Le fichier sera effacé; les liens qui y mènent dans des courriels ne donneront plus rien.", "Take off “{0}”? The file will be erased; links to it in messages will lead nowhere.");
    public static readonly Text Title = new("Titre", "Title");
    public static readonly Text TitleHelp = new("Sans titre, ce sera le nom du fichier. Pour une image, dites ce qu’on y voit\u00a0: c’est ce qu’entend une personne qui ne la voit pas.", "Without one it will be the file’s name. For a picture, say what can be seen in it: that is what somebody who does not see it hears.");
    public static readonly Text Language = new("Langue du fichier", "Language of the file");
    public static readonly Text SeePicture = new("Voir l’image", "See the picture");

    public static IReadOnlyList<RefusalText> Refusals { get; } =
    [
        new("meeting.files-too-many", new("Au plus {0} fichiers par rencontre. Retirez-en un d’abord.", "At most {0} files for one meeting. Take one off first.")),
        new("meeting.file-language-missing", new("Dites dans quelle langue est le fichier.", "Say which language the file is in.")),
    ];

    public static IReadOnlyList<Confirmation> Done { get; } =
    [
        new("meeting.file-added", new("Le fichier est ajouté.", "The file is added.")),
        new("meeting.file-removed", new("Le fichier est retiré.", "The file is taken off.")),
    ];
}
