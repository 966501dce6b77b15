namespace RecoveryCoP.Chapter.Charters;

/// <summary>Why something about the charter is refused.</summary>
internal static class CharterRefusals
{
    public static IReadOnlyList<RefusalText> Texts { get; } =
    [
        new("charter.stale", new("Quelqu’un a publié la version {0} pendant que vous écriviez. Votre texte est encore ici, et l’autre est affiché plus bas\u00a0: reprenez-en ce qu’il faut, puis publiez de nouveau.", "Somebody published version {0} while you were writing. Your text is still here and theirs is shown below: take from it what is needed, then publish again.")),
        new("charter.unchanged", new("Ce texte est déjà celui qui est en vigueur. Il n’y a rien à publier.", "This text is the one already in force. There is nothing to publish.")),
        new("charter.too-many-versions", new("La charte a atteint {0} versions. On ne peut plus la changer ici.", "The charter has reached {0} versions. It can no longer change here.")),
        new("charter.text-missing", new("Écrivez la charte dans cette langue aussi.", "Write the charter in this language too.")),
        new("charter.clauses-missing", new("Donnez au moins un article à la charte\u00a0: une ligne qui commence par ##, puis son texte.", "Give the charter at least one clause: a line that begins with ##, then its text.")),
        new("charter.clause-empty", new("L’article {0} n’a pas de titre ou pas de texte.", "Clause {0} has no title or no text.")),
        new("charter.clauses-differ", new("Il y a {0} articles en français et {1} en anglais. Un article porte le même numéro dans les deux langues.", "There are {0} clauses in French and {1} in English. A clause has the same number in both languages.")),
        new("charter.version-stale", new("La charte a changé pendant que vous la lisiez. Voici la nouvelle\u00a0: lisez-la, puis dites si vous l’acceptez.", "The charter changed while you were reading it. Here is the new one: read it, then say whether you accept it.")),
        new("charter.not-accepted", new("Lisez la charte, puis cochez la case si vous l’acceptez.", "Read the charter, then tick the box if you accept it.")),
    ];
}
