using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Backups;

/// <summary>What is said about backups, on the page and by the verbs.</summary>
internal static class BackupText
{
    public static Text Title => new("Sauvegardes", "Backups");
    public static Text For => new("Les copies de tout ce qui est ici, et si elles ont fait leurs preuves.", "The copies of all that is here, and whether they have been proven.");
    public static Text Lead => new(
        "Chaque nuit, tout ce qui est ici est copié dans un fichier chiffré\u00a0: la base de données, les clés et les réglages. Hors de ce serveur, seuls les mots de récupération l’ouvrent.",
        "Every night, all that is here is copied into an encrypted file: the database, the keys and the settings. Away from this server, only the recovery words open it.");
    public static Text LeadByHand => new(
        "Une sauvegarde copie tout ce qui est ici dans un fichier chiffré\u00a0: la base de données, les clés et les réglages. Hors de ce serveur, seuls les mots de récupération l’ouvrent.",
        "A backup copies all that is here into an encrypted file: the database, the keys and the settings. Away from this server, only the recovery words open it.");
    public static Text NotNightly => new("Les sauvegardes de nuit sont arrêtées sur ce serveur (réglage Backup:Nightly).", "Nightly backups are turned off on this server (setting Backup:Nightly).");
    public static Text None => new("Aucune sauvegarde n’a encore été faite. La première se fait la nuit prochaine.", "No backup has been made yet. The first one is made next night.");
    public static Text NoneByHand => new("Aucune sauvegarde n’a encore été faite.", "No backup has been made yet.");
    public static Text Unreadable => new(
        "Le dossier des sauvegardes ne peut pas être lu. Le compte qui fait fonctionner le serveur a besoin du droit d’y lire et d’y écrire (réglage Backup:Folder).",
        "The folder of the backups cannot be read. The account that runs the server needs the right to read and write there (setting Backup:Folder).");
    public static Text SameDisk => new(
        "Ces fichiers sont sur le même serveur\u00a0: s’il brûle ou se perd, ils partent avec lui. Téléchargez-en un de temps en temps, et gardez-le ailleurs que les mots de récupération.",
        "These files are on the same server: if it burns or is lost, they go with it. Download one from time to time, and keep it elsewhere than the recovery words.");
    public static Text LastBackup => new("Dernière sauvegarde", "Last backup");
    public static Text LastDrill => new("Dernier essai réussi", "Last good trial");
    public static Text LastWords => new("Mots de récupération prouvés", "Recovery words proven");
    public static Text Never => new("Jamais", "Never");
    public static Text DrillWhy => new(
        "Une fois par mois, la plus récente est ouverte à part et vérifiée en entier.",
        "Once a month, the newest one is opened aside and checked as a whole.");
    public static Text WordsWhy => new(
        "Une fois par an, la personne qui garde les mots de récupération les essaie à la console du serveur, avec le verbe prove-words. Sans ces mots, une sauvegarde ne sert à rien.",
        "Once a year, whoever keeps the recovery words tries them at the server’s console, with the verb prove-words. Without these words, a backup is of no use.");
    public static Text WordsDue => new("Il est temps d’essayer les mots de récupération.", "It is time to try the recovery words.");
    public static Text BackupFailed => new("La dernière sauvegarde n’a pas réussi.", "The last backup did not succeed.");
    public static Text DrillFailed => new("Le dernier essai n’a pas réussi.", "The last trial did not succeed.");
    public static Text Now => new("Faire une sauvegarde", "Make a backup");
    public static Text TryNow => new("Essayer la plus récente", "Try the newest one");
    public static Text Download => new("Télécharger la plus récente", "Download the newest one");
    public static Text Kept => new("Sauvegardes gardées ici", "Backups kept here");
    public static Text KeptWhy => new(
        "Toutes pendant 2 jours, une par jour pendant 7 jours, une par semaine pendant 4 semaines, une par mois pendant 6 mois. La dernière est gardée jusqu’à ce qu’il y en ait une autre.",
        "All of them for 2 days, one a day for 7 days, one a week for 4 weeks, one a month for 6 months. The last one is kept until there is another.");
    public static Text Date => new("Date", "Date");
    public static Text Size => new("Taille", "Size");
    public static Text FileName => new("Fichier", "File");
    public static Text Megabytes => new("{0:N1}\u00a0Mo", "{0:N1} MB");

    public static Text DrillGood => new("{0} est intacte\u00a0: ouverte, vérifiée, et tout y est.", "{0} is whole: opened, checked, and all of it is there.");
    public static Text WordsRight => new("Oui, ce sont les mots de récupération.", "Yes, these are the recovery words.");
    public static Text WordsWrong => new("Non, ce ne sont pas les mots de récupération.", "No, these are not the recovery words.");
    public static Text Whole => new("Tout est intact.", "All of it is whole.");
    public static Text RestoredNow => new(
        "C’est rétabli. Démarrez le serveur\u00a0: il retrouve d’abord ce qui a été partagé depuis, et ne signe rien avant.",
        "It is restored. Start the node: first it gets back what was shared since, and it signs nothing before.");
    public static Text KnownUntil => new(
        "De ce qui s’est passé ensuite, on ne sait ici que ce que le réseau a gardé et ce que disent les sauvegardes plus récentes du même dossier. Dites aux membres de quel jour date la sauvegarde, et faites-en bientôt une nouvelle.",
        "Of what happened afterwards, only that is known here which the network has, and which newer backups in the same folder tell. Tell the members of which day the backup is, and make a new one soon.");
    public static Text PeopleGone => new("Personnes parties depuis la sauvegarde, parties ici aussi\u00a0: {0}.", "People who left after the backup, and have left here too: {0}.");
    public static Text ErasedAgain => new("Effacements faits depuis la sauvegarde, et refaits ici\u00a0: {0}.", "Erasures made after the backup, and made here too: {0}.");
    public static Text CannotGo => new(
        "La personne du compte {0} était partie, et elle est seule ici à gérer les accès. Donnez ce rôle à quelqu’un d’autre, puis redémarrez ce serveur\u00a0: l’accès sera retiré, et le reste effacé de nouveau.",
        "Account {0} had left, and is the only one here who manages access. Give that role to somebody else, then start this server again: it removes their access and erases again.");

    public static Text NewerUnread => new(
        "{0} est plus récente et n’a pas pu être lue\u00a0: elle dit peut-être qui d’autre est parti depuis. Avec une autre copie, recommencez, ou demandez à qui est parti de le redire.",
        "{0} is newer and could not be read: it may say who else has left since. With another copy of it begin again, or ask those who left to say so again.");

    public static IReadOnlyList<Confirmation> Done { get; } =
    [
        new("backup.made", new("La sauvegarde est faite.", "The backup is made.")),
        new("backup.tried", new("La sauvegarde la plus récente est intacte.", "The newest backup is whole.")),
    ];

    public static IReadOnlyList<RefusalText> Refusals { get; } =
    [
        new("backup.not-founded", new("Rien n’est encore fondé ici\u00a0: il n’y a rien à sauvegarder.", "Nothing is set up here yet: there is nothing to back up.")),
        new("backup.none", new("Il n’y a encore aucune sauvegarde ici.", "There is no backup here yet.")),
        new("restore.no-ledger", new("{0} n’est pas un registre des départs et des effacements (erased.ledger).", "{0} is no ledger of departures and erasures (erased.ledger).")),
        new("backup.no-file", new("{0} n’existe pas.", "{0} is not there.")),
        new("backup.not-one", new("Ce fichier n’est pas une sauvegarde.", "This file is no backup.")),
        new("backup.newer-form", new("Cette sauvegarde vient d’une version plus récente du programme. Prenez cette version.", "This backup is from a newer version of the program. Use that version.")),
        new("backup.damaged", new("Cette sauvegarde est abîmée ou incomplète. Prenez-en une autre copie, ou une autre.", "This backup is damaged or incomplete. Use another copy of it, or another one.")),
        new("backup.no-node", new("Il n’y a ici la base de données d’aucune communauté et d’aucun carrefour.", "There is no community’s and no hub’s database here.")),
        new("backup.database-damaged", new("La base de données est abîmée ({0}).", "The database is damaged ({0}).")),
        new("backup.counts-differ", new("Il devrait y avoir {1} lignes dans {0}, et il y en a {2}.", "There should be {1} rows in {0}, and there are {2}.")),
        new("backup.no-room", new("Il n’y a pas assez d’espace sur le disque pour une sauvegarde. Rien n’a été perdu; libérez de l’espace et recommencez.", "There is not enough room on the disk for a backup. Nothing was lost; make room and try again.")),
        new("backup.no-access", new("Le fichier ou la base de données ne répond pas\u00a0: {0}", "The file or the database does not answer: {0}")),
        new("backup.folder-unreadable", Unreadable),
        new("backup.of-another-folder", new("Cette sauvegarde a été faite dans un autre dossier\u00a0: seuls les mots de récupération l’ouvrent.", "This backup was made in another folder: only the recovery words open it.")),
        new("backup.words-wrong", new("Les mots essayés n’étaient pas les bons.", "The words that were tried were not the right ones.")),
        new("backup.program-missing", new("Le programme {0} de PostgreSQL n’est pas sur ce serveur. Installez-le, ou dites où il est (réglage Backup:PostgreSqlPrograms).", "PostgreSQL’s program {0} is not on this server. Install it, or say where it is (setting Backup:PostgreSqlPrograms).")),
        new("backup.program-older", new("Le programme {0} est de la version {1} de PostgreSQL, et le serveur de base de données de la version {2}. Installez {0} de cette version.", "The program {0} is of version {1} of PostgreSQL, and the database server of version {2}. Install {0} of that version.")),
        new("backup.program-failed", new("Le programme {0} de PostgreSQL a échoué\u00a0: {1}", "PostgreSQL’s program {0} failed: {1}")),
        new("restore.other-kind", new("C’est la sauvegarde d’un autre programme ({0}), et celui-ci est {1}. Prenez l’autre programme.", "This is the backup of another program ({0}), and this one is {1}. Use the other program.")),
        new("restore.newer-program", new("Cette sauvegarde vient de la version {0} du programme, et celle-ci est {1}. Prenez la version {0} ou une plus récente.", "This backup is from version {0} of the program, and this is {1}. Use version {0} or a newer one.")),
        new("restore.other-engine", new("Cette sauvegarde vient de {0}\u00a0: enlevez --postgres et le réglage Storage:Engine.", "This backup is from {0}: take away --postgres and the setting Storage:Engine.")),
        new("restore.postgresql-needed", new("Cette sauvegarde vient de PostgreSQL. Donnez la chaîne de connexion d’une base de données vide (--postgres).", "This backup is from PostgreSQL. Give the connection string of an empty database (--postgres).")),
        new("restore.database-not-empty", new("La base de données n’est pas vide. Rien n’y a été changé; donnez-en une vide.", "The database is not empty. Nothing in it was changed; give an empty one.")),
        new("restore.node-runs", new("Un serveur tourne sur {0}. Arrêtez-le, et choisissez un autre dossier.", "A node runs on {0}. Stop it, and choose another folder.")),
        new("restore.folder-has-node", new("{0} contient déjà les données d’un serveur. Rien n’y a été changé; choisissez un autre dossier.", "{0} already holds a node’s data. Nothing in it was changed; choose another folder.")),
        new("restore.folder-not-empty", new("{0} n’est pas vide. Choisissez un dossier qui n’existe pas encore.", "{0} is not empty. Choose a folder that does not exist yet.")),
        new("restore.words-mistyped", new("Ce ne sont pas treize mots de récupération. Vérifiez chaque mot sur le papier.", "These are not thirteen recovery words. Check each word against the paper.")),
        new("restore.words-of-another", new("Ces mots de récupération ne sont pas ceux de cette sauvegarde\u00a0: ils viennent d’ailleurs, ou ont été remplacés depuis.", "These recovery words are not those of this backup: they are from elsewhere, or were replaced since.")),
    ];
}
