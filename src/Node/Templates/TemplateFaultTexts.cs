namespace RecoveryCoP.Node.Templates;

/// <summary>Why something is no template, or not yet a good one.</summary>
public static class TemplateFaultTexts
{
    /// <summary>Their texts.</summary>
    public static RefusalText[] Texts { get; } =
    [
        // The folder or zip.
        new("template.folder-missing", new("Il n’y a pas de dossier «\u00a0{0}\u00a0».", "There is no folder “{0}”.")),
        new("template.unreadable", new("Un fichier ne peut pas être lu. Vérifiez que vous avez le droit de le lire.", "A file cannot be read. Check that you are allowed to read it.")),
        new("template.zip", new("Ce n’est pas un fichier zip, ou il est abîmé. Refaites-le à partir du dossier.", "This is not a zip file, or it is damaged. Make it again from the folder.")),
        new("template.zip-large", new("Le fichier zip est trop gros\u00a0: {0}\u00a0Mo au plus.", "The zip file is too large: {0} MB at most.")),
        new("template.large", new("Les fichiers sont trop gros une fois ouverts\u00a0: {0}\u00a0Mo en tout au plus.", "The files are too large once opened: {0} MB in all at most.")),
        new("template.file-large", new("Ce fichier est trop gros\u00a0: {0}\u00a0ko au plus.", "This file is too large: {0} KB at most.")),
        new("template.many-files", new("Il y a trop de fichiers\u00a0: {0} au plus.", "There are too many files: {0} at most.")),
        new("template.path", new("Ce nom mène hors du dossier du modèle, ou trompe. Il n’a pas été ouvert.", "This name leads out of the template’s folder, or misleads. It was not opened.")),
        new("template.link", new("C’est un lien, ou un fichier protégé par un mot de passe. Mettez-y le fichier lui-même.", "This is a link, or a file with a password. Put the file itself there.")),
        new("template.same-name", new("Ce nom est aussi celui de «\u00a0{0}\u00a0», aux majuscules près\u00a0: sur certaines machines, c’est le même fichier.", "This is also the name of “{0}”, but for capital letters: on some machines it is the same file.")),
        new("template.nested", new("Un modèle n’a pas de dossier dans un dossier.", "A template has no folder in a folder.")),
        new("template.unknown-file", new("Ce fichier n’a pas sa place dans un modèle. Vérifiez son nom\u00a0: des minuscules, des chiffres et des traits d’union, avec fr.md, en.md ou json à la fin.", "This file has no place in a template. Check its name: small letters, digits and hyphens, with fr.md, en.md or json at the end.")),
        new("template.head-missing", new("Ce fichier manque\u00a0: il dit de quel modèle il s’agit. Est-ce le bon dossier?", "This file is missing: it says which template this is. Is it the right folder?")),
        new("template.side-missing", new("Ce fichier manque\u00a0: tout est dans les deux langues.", "This file is missing: everything is in both languages.")),
        new("template.bytes", new("Ce modèle n’est pas arrivé entier.", "This template did not arrive whole.")),

        // A file.
        new("template.encoding", new("Ceci n’est pas écrit en UTF-8. Enregistrez le fichier de nouveau, en UTF-8.", "This is not written in UTF-8. Save the file again, as UTF-8.")),
        new("template.unseen-sign", new("Il y a ici un signe que personne ne voit (de commande, ou qui retourne le sens de l’écriture). Effacez la ligne et écrivez-la de nouveau.", "There is a sign here that nobody sees (a control character, or one that turns the direction of writing). Delete the line and write it again.")),
        new("template.json", new("Le fichier JSON ne peut pas être lu à partir d’ici\u00a0: une virgule, un guillemet ou une accolade manque ou est de trop.", "The JSON file cannot be read from here on: a comma, a quotation mark or a brace is missing or too many.")),
        new("template.comment", new("Un fichier JSON n’a pas de commentaires. Enlevez celui-ci.", "A JSON file has no comments. Take this one out.")),
        new("template.deep", new("Il y a ici trop d’accolades ou de crochets les uns dans les autres.", "There are too many braces or brackets inside one another here.")),
        new("template.key-twice", new("«\u00a0{0}\u00a0» est écrit deux fois.", "“{0}” is written twice.")),
        new("template.key-unknown", new("«\u00a0{0}\u00a0» n’a pas sa place ici. Ce qui peut s’y trouver\u00a0: {1}.", "“{0}” has no place here. What can be here: {1}.")),
        new("template.list-missing", new("Le fichier est un objet avec la liste «\u00a0{0}\u00a0». Elle manque.", "The file is an object with the list “{0}”. It is missing.")),
        new("template.not-object", new("Il faut ici un objet, entre accolades.", "An object is needed here, between braces.")),
        new("template.not-list", new("«\u00a0{0}\u00a0» est une liste, entre crochets.", "“{0}” is a list, between brackets.")),
        new("template.not-text", new("«\u00a0{0}\u00a0» est un texte, entre guillemets.", "“{0}” is a text, between quotation marks.")),
        new("template.not-both", new("«\u00a0{0}\u00a0» est dans les deux langues\u00a0: un objet, entre accolades, avec «\u00a0fr\u00a0» et «\u00a0en\u00a0».", "“{0}” is in both languages: an object, between braces, with “fr” and “en”.")),
        new("template.not-tick", new("«\u00a0{0}\u00a0» est vrai (true) ou faux (false).", "“{0}” is true or false.")),
        new("template.title-line", new("La première ligne est le titre, après un croisillon et un espace\u00a0: # Titre.", "The first line is the title, after a number sign and a space: # Title.")),
        new("template.front-open", new("Les codes commencent par une ligne de trois traits d’union, et finissent par une autre, qui manque.", "Codes begin with a line of three hyphens and end with another one, which is missing.")),
        new("template.front-line", new("Une ligne de codes est un nom, deux points et une valeur.", "A line of codes is a name, a colon and a value.")),
        new("template.loose-text", new("Ce texte n’est dans aucune section. Mettez au-dessus un titre avec deux croisillons\u00a0: ## text.", "This text is in no section. Put a heading with two number signs above it: ## text.")),
        new("template.section-unknown", new("Il n’y a pas de section «\u00a0{0}\u00a0». Celles qu’il y a\u00a0: {1}.", "There is no section “{0}”. Those there are: {1}.")),
        new("template.section-twice", new("La section «\u00a0{0}\u00a0» est là deux fois.", "The section “{0}” is there twice.")),
        new("template.heading-inside", new("Une ligne qui commence par deux croisillons commence une autre section. Pour un sous-titre, mettez-en trois.", "A line that begins with two number signs begins another section. For a heading within, use three.")),
        new("template.row-id", new("L’article «\u00a0{0}\u00a0» n’a pas d’identifiant. Ajoutez-le à la fin du titre, le même dans les deux langues\u00a0: {{#mon-article}}.", "The clause “{0}” has no id. Add it at the end of the heading, the same in both languages: {{#my-clause}}.")),
        new("template.row-missing", new("L’article «\u00a0{0}\u00a0» manque dans {1}.", "The clause “{0}” is missing in {1}.")),
        new("template.row-order", new("L’article «\u00a0{0}\u00a0» n’est pas à la même place qu’en français.", "The clause “{0}” is not in the same place as in French.")),

        // What is said.
        new("template.id", new("Un identifiant a de 1 à 60 minuscules sans accent, chiffres et traits d’union.", "An id has 1 to 60 small letters without accents, digits and hyphens.")),
        new("template.id-twice", new("L’identifiant «\u00a0{0}\u00a0» est là deux fois.", "The id “{0}” is there twice.")),
        new("template.missing", new("«\u00a0{0}\u00a0» manque.", "“{0}” is missing.")),
        new("template.one-language", new("«\u00a0{0}\u00a0» manque dans une langue\u00a0: {1}.", "“{0}” is missing in one language: {1}.")),
        new("template.languages", new("Un modèle est en français et en anglais\u00a0: fr, en.", "A template is in French and in English: fr, en.")),
        new("template.long", new("«\u00a0{0}\u00a0» est trop long\u00a0: {1} caractères au plus, il y en a {2}.", "“{0}” is too long: {1} characters at most, there are {2}.")),
        new("template.not-line", new("«\u00a0{0}\u00a0» tient sur une ligne.", "“{0}” is one line.")),
        new("template.number", new("«\u00a0{0}\u00a0» est un nombre entier, de {1} à {2}.", "“{0}” is a whole number, from {1} to {2}.")),
        new("template.hour", new("«\u00a0{0}\u00a0» est une heure, comme 18:30.", "“{0}” is an hour, as 18:30.")),
        new("template.code-unknown", new("«\u00a0{0}\u00a0» n’est pas un code que l’on connaît ici. Les codes\u00a0: {1}.", "“{0}” is no code that is known here. The codes: {1}.")),
        new("template.code-twice", new("«\u00a0{0}\u00a0» dit un code deux fois.", "“{0}” says a code twice.")),
        new("template.codes-differ", new("«\u00a0{0}\u00a0» n’est pas le même dans les deux langues. Dites-le dans le fichier français seulement.", "“{0}” is not the same in both languages. Say it in the French file only.")),
        new("template.too-many", new("Il y en a trop\u00a0: {0} au plus.", "There are too many: {0} at most.")),
        new("template.no-such", new("«\u00a0{0}\u00a0» n’est pas dans {1}.", "“{0}” is not in {1}.")),
        new("template.same-date", new("La rencontre «\u00a0{0}\u00a0» a déjà cette date de la série.", "The meeting “{0}” has this date of the series already.")),
        new("template.balance-reversed", new("«\u00a0Au moins\u00a0» ({0}\u00a0%) dépasse «\u00a0au plus\u00a0» ({1}\u00a0%).", "“At least” ({0}%) is more than “at most” ({1}%).")),
        new("template.balance-impossible", new("Aucun ordre du jour ne peut atteindre cet équilibre\u00a0: les parts «\u00a0au moins\u00a0» doivent faire 100\u00a0% ou moins en tout, et les parts «\u00a0au plus\u00a0», 100\u00a0% ou plus.", "No agenda can meet this balance: the “at least” shares must add up to 100% or less, and the “at most” shares to 100% or more.")),
        new("template.html", new("Il y a ici du HTML, que personne ne verrait comme tel\u00a0: {0}. Écrivez du texte et du Markdown.", "There is HTML here, which nobody would see as such: {0}. Write text and Markdown.")),
        new("template.picture", new("Il y a ici une image\u00a0: {0}. Un modèle n’en a pas.", "There is a picture here: {0}. A template has none.")),
        new("template.link-target", new("Ce lien ne mène nulle part, ou ferait autre chose que mener à une page\u00a0: {0}. Un lien commence par https:// ou mailto:.", "This link leads nowhere, or would do something other than lead to a page: {0}. A link begins with https:// or mailto:.")),
        new("template.knotted", new("Il y a ici trop de signes pour que le texte soit montré comme il a été écrit.", "There are too many signs here for the text to be shown as it was written.")),
        new("template.version", new("Une version a trois nombres\u00a0: 1.4.0.", "A version has three numbers: 1.4.0.")),
        new("template.minimum-version", new("Une version de programme a deux ou trois nombres\u00a0: 0.1.", "A version of a program has two or three numbers: 0.1.")),
        new("template.newer-software", new("Ce modèle demande un programme plus récent\u00a0: la version {0}; celui-ci est la version {1}. Installez d’abord la version {0}.", "This template needs a newer program: version {0}; this one is version {1}. Install version {0} first.")),
        new("template.fork-of-itself", new("«\u00a0forkOf\u00a0» nomme le modèle dont celui-ci est tiré, et c’est un autre.", "“forkOf” names the template that this one was made from, which is another one.")),
    ];
}
