using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Enrolment;

/// <summary>The hub asks a chapter that is silent or ailing whether it needs help, at the address that it gives the public: once a week at most, whoever presses the button.</summary>
public sealed class ChapterLetters(Database database, EnrolmentStore enrolments, Mailer mailer, PublicAddress hub, TimeProvider clock)
{
    private static readonly TimeSpan between = TimeSpan.FromDays(7);

    /// <summary>Writes to it.</summary>
    public async Task<Result> Write(Actor by, NodeId chapter, CancellationToken cancellationToken)
    {
        if (!by.Is(ChapterEnrolment.Operator))
        {
            return Refusal.Of(Access.RoleMissing);
        }

        var now = clock.GetUtcNow();
        if (await ChapterCondition.Find(database, chapter, cancellationToken).ConfigureAwait(false) is not { } condition || await enrolments.Find(chapter, cancellationToken).ConfigureAwait(false) is not { } known)
        {
            return Refusal.Of("enrolment.no-such-chapter");
        }

        if (!condition.IsAiling(now))
        {
            return Refusal.Of("enrolment.not-ailing");
        }

        if (EmailAddress.Parse(condition.PublicContact) is not { } address)
        {
            return Refusal.Of("enrolment.no-address");
        }

        if (!mailer.HasServer)
        {
            return Refusal.Of("enrolment.no-mail");
        }

        // Claimed first: two who press it at once write one letter.
        var claimed = await database.Write(
            t => t.Execute(
                "insert into chapter_letter (node_id, at) values (@id, @now) on conflict (node_id) do update set at = excluded.at where chapter_letter.at <= @before",
                new { id = chapter.Value, now, before = now - between }),
            cancellationToken).ConfigureAwait(false);
        if (claimed == 0)
        {
            return Refusal.Of("enrolment.written-lately");
        }

        var delivery = await mailer.Send(ChapterLetter.Write(Guid.CreateVersion7(now), address.Value, known.Name, condition, now, hub), CancellationToken.None).ConfigureAwait(false);
        if (delivery.State == DeliveryState.Sent)
        {
            return Result.Done;
        }

        await database.Write(
            t => condition.WrittenAt is { } before
                ? t.Execute("update chapter_letter set at = @before where node_id = @id", new { id = chapter.Value, before })
                : t.Execute("delete from chapter_letter where node_id = @id", new { id = chapter.Value }),
            CancellationToken.None).ConfigureAwait(false);
        return Refusal.Of("enrolment.letter-not-taken", "", delivery.Why);
    }
}

/// <summary>What it says. The address is public and does not say in which language, so it is in both.</summary>
internal static class ChapterLetter
{
    private static readonly Text subject = new("Des nouvelles du carrefour", "A word from the hub");
    private static readonly Text silent = new(
        "Bonjour,\n\nLe serveur de «\u00a0{0}\u00a0» ne nous a pas donné de nouvelles depuis une semaine ou plus. Peut-être est-il arrêté, ou coupé d’Internet.",
        "Hello,\n\nThe server of “{0}” has not been in touch for a week or more. It may have stopped, or be cut off from the Internet.");
    private static readonly Text ailing = new(
        "Bonjour,\n\nLe serveur de «\u00a0{0}\u00a0» nous dit que quelque chose ne va pas, sans dire quoi.", "Hello,\n\nThe server of “{0}” tells us that something is wrong, without saying what.");
    private static readonly Text rest = new(
        "Sa page «\u00a0État du serveur\u00a0», ou la commande doctor sur le serveur, dit ce qui ne va pas et quoi faire. Transmettez ce courriel à la personne qui s’en occupe, s’il vous plaît. Si vous avez besoin d’aide, répondez-nous.\n\nL’équipe du carrefour\n{0}",
        "Its page “Server status”, or the command doctor on the server, says what is wrong and what to do. Please pass this message on to the person who looks after it. If you need help, answer us.\n\nThe hub’s team\n{0}");

    public static Letter Write(Guid id, string to, Bilingual name, ChapterCondition condition, DateTimeOffset now, PublicAddress hub)
    {
        string In(Language language) =>
            $"{(condition.IsSilent(now) ? silent : ailing).In(language).Replace("{0}", name.For(language).Text, StringComparison.Ordinal)}\n\n{rest.With(hub.Root.AbsoluteUri).In(language)}\n";
        return new(id, to, Language.French.Code, $"{subject.Fr} · {subject.En}", $"{In(Language.French)}\n{In(Language.English)}") { HasNamedSender = true };
    }
}
