using RecoveryCoP.Node.Backups.Pages;
using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Backups;

/// <summary>How old the newest backup is, and whether where they are kept can be read.</summary>
internal sealed class BackupHealth(BackupMaker maker, BackupRecords records, BackupOptions options, ThisNode node, Database database, RefusalTexts refusals, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan twoNights = TimeSpan.FromHours(49), month = TimeSpan.FromDays(31);
    private static readonly Text first = new("La première sauvegarde se fait la nuit prochaine.", "The first backup is made tonight.");
    private static readonly Text newest = new("La plus récente est du {0}.", "The newest one is of {0}.");
    private static readonly Text old = new("La plus récente est du {0}\u00a0: ce qui a été écrit depuis n’est qu’ici.", "The newest one is of {0}: what was written since is here only.");
    private static readonly Text none = new("Il n’y en a aucune.", "There is none.");
    internal static Text Unreadable { get; } = new("Le dossier des sauvegardes ne se lit pas.", "The folder with the backups cannot be read.");
    private static readonly Text mount = new("Rebranchez le disque ou le partage où elles sont, ou corrigez le réglage Backup:Folder.", "Connect the disk or share where they are again, or correct the setting Backup:Folder.");
    private static readonly Text make = new("Faites-en une.", "Make one.");

    private static Text Page => PagePath.Of<BackupsPage>();

    public string Code => "backup";

    public Text Name => BackupText.Title;

    public int Order => 50;

    public async Task<Finding?> Look(CancellationToken cancellationToken)
    {
        if (!node.IsFounded)
        {
            return null;
        }

        if (maker.Readable is not { } files)
        {
            return Finding.Wrong(Unreadable, mount, Page);
        }

        var now = clock.GetUtcNow();
        var last = files.FirstOrDefault(b => !Retention.IsAhead(b.MadeAt, now))?.MadeAt;
        var since = last ?? await database.Find<DateTimeOffset>("select founded_at from node", null, cancellationToken).ConfigureAwait(false);
        var isOld = now - since > (options.Nightly ? twoNights : month);
        var why = (await records.Of(Recorded.Backup, cancellationToken).ConfigureAwait(false))?.Refusal is { } refused ? refusals[refused] : make;
        return (last, isOld, options.Nightly) switch
        {
            (null, false, true) => Finding.Well(first),
            (null, _, var nightly) => new(nightly ? Grade.Wrong : Grade.Attention, none, why, Page),
            ({ } at, true, var nightly) => new(nightly ? Grade.Wrong : Grade.Attention, old.With(Dates.DayAndTime(at)), why, Page),
            ({ } at, false, _) => Finding.Well(newest.With(Dates.DayAndTime(at))),
        };
    }
}

/// <summary>Whether a backup was opened and found whole lately.</summary>
internal sealed class DrillHealth(BackupMaker maker, BackupRecords records, ThisNode node, RefusalTexts refusals, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan month = TimeSpan.FromDays(40);
    private static readonly Text proven = new("Une sauvegarde a été ouverte et vérifiée le {0}.", "A backup was opened and checked on {0}.");
    private static readonly Text soon = new("Aucune n’a encore été essayée\u00a0: cela se fait automatiquement avec la première sauvegarde du mois.", "None has been tried yet: that happens automatically with the month’s first backup.");
    private static readonly Text unproven = new("Aucune sauvegarde n’a été ouverte et vérifiée depuis longtemps.", "No backup has been opened and checked for a long time.");
    private static readonly Text failed = new("Le dernier essai n’a pas réussi\u00a0: la sauvegarde essayée ne permettrait peut-être pas de rétablir quoi que ce soit.", "The last trial did not succeed: that backup might restore nothing.");
    private static readonly Text tryIt = new("Essayez la plus récente.", "Try the newest one.");

    public string Code => "drill";

    public Text Name { get; } = new("Sauvegarde essayée", "Backup tried");

    public int Order => 52;

    public async Task<Finding?> Look(CancellationToken cancellationToken)
    {
        if (!node.IsFounded)
        {
            return null;
        }

        // A trial that failed is not made good by a disk that somebody unplugged.
        if (maker.Readable is not { } files)
        {
            return Finding.Unknown(BackupHealth.Unreadable);
        }

        var last = await records.Of(Recorded.Drill, cancellationToken).ConfigureAwait(false);
        return last switch
        {
            null => files is [] ? null : Finding.Attention(soon, tryIt, PagePath.Of<BackupsPage>()),
            { Refusal: { } why } => Finding.Wrong(failed, refusals[why], PagePath.Of<BackupsPage>()),
            { SucceededAt: { } at } when clock.GetUtcNow() - at < month => Finding.Well(proven.With(Dates.DayAndTime(at))),
            _ => Finding.Attention(unproven, tryIt, PagePath.Of<BackupsPage>()),
        };
    }
}

/// <summary>Whether somebody has shown within a year that the recovery words are still at hand.</summary>
internal sealed class WordsHealth(BackupRecords records, ThisNode node, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan year = TimeSpan.FromDays(365);
    private static readonly Text proven = new("Prouvés le {0}.", "Proven on {0}.");
    private static readonly Text due = new("Sans eux, aucune sauvegarde ne s’ouvre ailleurs. Ils n’ont pas encore été essayés, ou pas depuis un an.", "Without them no backup opens elsewhere. They have not been tried yet, or not for a year.");
    private static readonly Text toDo = new("Trouvez le papier, puis lancez, sur le serveur, la commande prove-words.", "Find the paper, then run the command prove-words on the server.");

    public string Code => "words";

    public Text Name { get; } = new("Mots de récupération", "Recovery words");

    public int Order => 54;

    public async Task<Finding?> Look(CancellationToken cancellationToken) => !node.IsFounded ? null
        : (await records.Of(Recorded.Words, cancellationToken).ConfigureAwait(false))?.SucceededAt is { } at && clock.GetUtcNow() - at < year
            ? Finding.Well(proven.With(Dates.DayAndTime(at))) : Finding.Attention(due, toDo, PagePath.Of<BackupsPage>());
}

/// <summary>Whether everybody who had left is gone again after a restore.</summary>
internal sealed class ErasureHealth(ErasureLedger ledger) : IHealthCheck
{
    private static readonly Counted left = new(
        new("{0} personne qui était partie est de retour dans cette base de données rétablie, et elle y est seule à gérer les accès.", "{0} person who had left is back in this restored database, and alone in managing access."),
        new("{0} personnes qui étaient parties sont de retour dans cette base de données rétablie.", "{0} people who had left are back in this restored database."));
    private static readonly Text atStart = new("Cela se voit sur la page, pendant que le serveur fonctionne.", "This is seen on the page, while the server runs.");
    private static readonly Text toDo = new("Donnez le rôle à quelqu’un d’autre, puis redémarrez ce serveur\u00a0: l’accès sera retiré automatiquement.", "Give the role to somebody else, then start this server again: their access is then removed.");

    public string Code => "erasure";

    public Text Name { get; } = new("Personnes parties", "People who have left");

    public int Order => 56;

    public Task<Finding?> Look(CancellationToken cancellationToken) =>
        Task.FromResult(!ledger.IsApplied ? Finding.Unknown(atStart) : ledger.Outcome.Left.Count == 0 ? null : Finding.Wrong(left.For(ledger.Outcome.Left.Count), toDo));
}
