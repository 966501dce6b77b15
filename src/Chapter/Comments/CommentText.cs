using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Comments;

/// <summary>What comments and their pages say.</summary>
internal static class CommentText
{
    public static readonly Text Title = new("Commentaires", "Comments");
    public static readonly Text Help = new("Entre membres seulement\u00a0: ils ne sortent jamais de la communauté.", "Between members only: they never leave the community.");
    public static readonly Text None = new("Personne n’a encore commenté.", "Nobody has commented yet.");
    public static readonly Counted Count = new(new("{0}\u00a0commentaire", "{0} comment"), new("{0}\u00a0commentaires", "{0} comments"));
    public static readonly Text FormText = new("Votre commentaire", "Your comment");
    public static readonly Text FormTextHelp = new("Ce que vous avez essayé, une question, un merci. Rien qui permettrait de reconnaître une autre personne.", "What you tried, a question, a thank-you. Nothing that would let another person be recognized.");
    public static readonly Text FormName = new("Montrer mon nom aux autres membres", "Show my name to other members");
    public static readonly Text FormNameHelp = new("Sinon, on lit «\u00a0Une personne membre\u00a0».", "Otherwise they read “A member”.");
    public static readonly Text Write = new("Commenter", "Comment");
    public static readonly Text You = new("Vous", "You");
    public static readonly Text YouNamed = new("Vous, avec votre nom", "You, with your name");
    public static readonly Text Edited = new("modifié le {0}", "edited on {0}");
    public static readonly Text Edit = new("Modifier", "Edit");
    public static readonly Text Save = new("Enregistrer", "Save");
    public static readonly Text Erase = new("Effacer", "Erase");
    public static readonly Text EraseAsk = new("Effacer ce commentaire? Il n’en restera rien.", "Erase this comment? Nothing of it will be left.");
    public static readonly Text Hide = new("Masquer", "Hide");
    public static readonly Text HideAsk = new("Masquer ce commentaire? Les autres membres ne le liront plus; la personne qui l’a écrit verra pourquoi.", "Hide this comment? Other members will no longer read it; whoever wrote it will see why.");
    public static readonly Text Reason = new("Pourquoi?", "Why?");
    public static readonly Text ReasonHelp = new("Une phrase pour la personne qui l’a écrit.", "A sentence for whoever wrote it.");
    public static readonly Text ShowAgain = new("Montrer de nouveau", "Show again");
    public static readonly Text IsHidden = new("Ce commentaire est masqué.", "This comment is hidden.");
    public static readonly Text HiddenBecause = new("Masqué. Raison\u00a0: {0}", "Hidden. Reason: {0}");
    public static readonly Text HiddenFromOthers = new("Les autres membres ne le lisent pas. Raison\u00a0: {0}", "Other members do not read it. Reason: {0}");
    public static readonly Text IsClosed = new("Les commentaires sont fermés.", "Comments are closed.");
    public static readonly Text Close = new("Fermer les commentaires", "Close the comments");
    public static readonly Text CloseHelp = new("On lira encore ce qui est écrit; plus personne ne pourra en ajouter.", "What is written stays readable; nobody can add to it.");
    public static readonly Text Reopen = new("Ouvrir de nouveau les commentaires", "Open the comments again");

    public static readonly Text Yours = new("Vos commentaires", "Your comments");
    public static readonly Text YoursWhy = new("Les relire, les effacer, dire ce qu’ils deviennent si vous partez", "Read them, erase them, say what becomes of them if you leave");
    public static readonly Text YoursLead = new("Tout ce que vous avez écrit sous un sujet ou une pratique, le plus récent d’abord.", "All that you wrote under a topic or a practice, the latest first.");
    public static readonly Text NoneOfYours = new("Vous n’avez encore rien commenté.", "You have not commented on anything yet.");
    public static readonly Text SeeThere = new("Voir la page", "See the page");
    public static readonly Text Leaving = new("Si vous partez", "If you leave");
    public static readonly Text WishErase = new("Effacer mes commentaires quand je quitte la communauté", "Erase my comments when I leave the community");
    public static readonly Text WishHelp = new("Sinon ils restent\u00a0: sans nom, ou «\u00a0Ex-membre\u00a0» là où vous aviez montré le vôtre.", "Otherwise they stay: without a name, or “Former member” where you had shown yours.");
    public static readonly Text EraseAll = new("Effacer tous mes commentaires", "Erase all my comments");
    public static readonly Text EraseAllAsk = new("Effacer tout ce que vous avez commenté? Il n’en restera rien.", "Erase all that you have commented? Nothing of it will be left.");

    public static readonly Text OfLeaver = new("vos commentaires", "your comments");

    public static readonly Confirmation[] Done =
    [
        new("comment.written", new("Votre commentaire est là. Merci!", "Your comment is there. Thank you!")),
        new("comment.edited", new("Votre commentaire est enregistré.", "Your comment is saved.")),
        new("comment.erased", new("Le commentaire est effacé.", "The comment is erased.")),
        new("comment.all-erased", new("Tous vos commentaires sont effacés.", "All your comments are erased.")),
        new("comment.is-hidden", new("Le commentaire est masqué.", "The comment is hidden.")),
        new("comment.shown", new("Le commentaire se lit de nouveau.", "The comment can be read again.")),
        new("comment.thread-closed", new("Les commentaires sont fermés.", "Comments are closed.")),
        new("comment.thread-open", new("Les commentaires sont ouverts.", "Comments are open.")),
        new("comment.wish-saved", new("Votre choix est enregistré.", "Your choice is saved.")),
    ];

    /// <summary>What each refusal says.</summary>
    public static IReadOnlyList<RefusalText> Refusals { get; } =
    [
        new("comment.unknown", new("Ce commentaire n’est plus là.", "This comment is no longer there.")),
        new("comment.exists", new("Ce commentaire existe déjà. Rechargez la page et recopiez-y votre texte.", "This comment already exists. Reload the page and copy your text there.")),
        new("comment.not-yours", new("Seule la personne qui l’a écrit peut le changer ou l’effacer.", "Only whoever wrote it can change or erase it.")),
        new("comment.closed", new("Les commentaires sont fermés\u00a0: on ne peut plus en ajouter ni en modifier.", "Comments are closed: none can be added or edited.")),
        new("comment.too-many", new("Il y a déjà {0} commentaires ici, c’est le maximum. Parlez-en à une rencontre.", "There are already {0} comments here, which is the most. Bring it to a meeting.")),
        new("comment.enough-for-today", new("Vous avez écrit {0} commentaires aujourd’hui, c’est le maximum. Gardez votre texte et revenez demain.", "You have written {0} comments today, which is the most in a day. Keep your text and come back tomorrow.")),
        new("comment.text-missing", new("Écrivez votre commentaire.", "Write your comment.")),
        new("comment.reason-missing", new("Dites pourquoi\u00a0: la personne qui l’a écrit le lira.", "Say why: whoever wrote it will read it.")),
        new("comment.hidden", new("Ce commentaire est déjà masqué, pour une autre raison.", "This comment is already hidden, for another reason.")),
    ];
}
