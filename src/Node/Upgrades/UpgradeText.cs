using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Upgrades;

/// <summary>What the console says of an upgrade.</summary>
internal static class UpgradeText
{
    private static readonly Text none = new("", "");

    public static Text Begins => new(
        "La base de données vient de la version {0} de ce programme\u00a0: elle passe à la version {1}.",
        "The database is from version {0} of this program: it is brought to version {1}.");

    public static Text BacksUp => new("Avant tout, une sauvegarde…", "First of all, a backup…");

    public static Text Step => new("Mise à jour {0} de {1} ({2} {3})", "Upgrade {0} of {1} ({2} {3})");

    public static Text Done => new("La base de données est à jour (version {0}).{1}", "The database is up to date (version {0}).{1}");

    public static Text NoBackup => new(
        "La base de données vient de la version {0} de ce programme, et la sauvegarde d’avant la mise à jour n’a pas été faite. {1} Rien n’a été changé\u00a0: la version {0} démarre encore ici. Si vous avez une autre copie de tout le dossier de données, démarrez une fois avec --set Backup:BeforeUpgrade=false, et la mise à jour se fait sans sauvegarde.",
        "The database is from version {0} of this program, and the backup before the upgrade was not made. {1} Nothing was changed: version {0} still starts here. If you have another copy of the whole data folder, start once with --set Backup:BeforeUpgrade=false, and the upgrade is done without a backup.");

    public static Text Failed => new(
        "La mise à jour de la base de données n’a pas réussi. Rien n’y a été changé\u00a0: la version {0} du programme démarre encore ici.{1}",
        "The upgrade of the database did not succeed. Nothing in it was changed: version {0} of the program still starts here.{1}");

    public static Text NotKnown => new(
        "La base de données n’a pas répondu à la fin de la mise à jour\u00a0: on ne sait pas si la mise à jour est faite. Démarrez de nouveau cette version-ci, qui le vérifiera. Si la mise à jour n’est pas faite, la version {0} démarre encore.{1}",
        "The database did not answer at the end of the upgrade: it is not known whether the upgrade is done. Start this version again, which will check. If it is not done, version {0} still starts.{1}");

    public static Text FailedRestore => new(
        "La mise à jour de la base de données rétablie n’a pas réussi\u00a0: rien n’est rétabli, et la sauvegarde est comme avant. Rétablissez-la avec la version {0} du programme.",
        "The upgrade of the restored database did not succeed: nothing is restored, and the backup is as it was. Restore it with version {0} of the program.");

    /// <summary>Where the backup is; nothing where there is none.</summary>
    public static Text BackupIs(string? file) => file is null ? none : new Text(" La sauvegarde d’avant\u00a0: {0}", " The backup from before: {0}").With(file);

    /// <summary>How to go back; nothing where there is no backup.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="version">The version to go back to, which may not look for the ledger by itself.</param>
    /// <param name="ledger">Who has left since, and what was erased.</param>
    /// <param name="engine">Of the database.</param>
    public static Text WayBack(string? file, string version, string ledger, Engine engine) => file is null ? none : new Text(
        " Pour revenir à la version {1}, arrêtez le serveur, et rétablissez avec elle la sauvegarde d’avant, avec les treize mots de récupération\u00a0: restore {0} --data NOUVEAU-DOSSIER --ledger {2}{3}",
        " To go back to version {1}, stop the node, and restore the backup from before with it, with the thirteen recovery words: restore {0} --data NEW-FOLDER --ledger {2}{3}")
        .With(file, version, ledger, engine == Engine.Sqlite ? none : new Text(" --postgres BASE-DE-DONNÉES-VIDE", " --postgres EMPTY-DATABASE"));
}
