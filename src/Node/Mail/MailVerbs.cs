using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Node.Mail;

/// <summary>Tries the mail server from the command line.</summary>
internal static class MailVerbs
{
    private static readonly Text subject = new("Essai", "Test");
    private static readonly Text body = new(
        "Bonjour,\n\nCe courriel d’essai montre que ce serveur peut en envoyer.\n", "Hello,\n\nThis test message shows that this server can send mail.\n");

    public static Verb Test { get; } = new(
        "mail-test",
        new("Envoie un courriel d’essai, et dit ce que le serveur de courriel a répondu", "Sends a test message, and says what the mail server answered"),
        [new VerbOption("to", new("L’adresse à laquelle l’envoyer", "The address to send it to"), Required: true)],
        async (services, values, cancellationToken) =>
        {
            if (!MailboxAddress.TryParse(values["to"], out var to) || !to.Address.Contains('@', StringComparison.Ordinal))
            {
                return VerbResult.Refused(new Text("Ce n’est pas une adresse courriel.", "That is not an email address."));
            }

            var mailer = services.GetRequiredService<Mailer>();
            if (!mailer.HasServer)
            {
                return VerbResult.Refused(new Text(
                    "Aucun serveur de courriel n’est réglé\u00a0: les courriels s’accumulent dans un dossier. Réglez-en un sur la page «\u00a0Envoi des courriels\u00a0», ou dans les réglages.",
                    "No mail server is set: letters go into the folder mail of the data folder. Set one on the page “Sending email”, or by Mail:Host."));
            }

            var id = Guid.CreateVersion7(services.GetRequiredService<TimeProvider>().GetUtcNow());
            var delivery = await mailer.Send(new Letter(id, to.Address, "fr", $"{subject.Fr} · {subject.En}", $"{body.Fr}\n{body.En}"), cancellationToken);
            var findings = await services.GetRequiredService<SenderDomain>().Look(cancellationToken);
            return delivery.State == DeliveryState.Sent
                ? VerbResult.Done(With(findings, new Text("Le serveur a pris le courriel, envoyé au nom de {0}. Regardez s’il arrive.", "The server took the message, sent as {0}. See whether it arrives.").With(mailer.SenderAddress)))
                : VerbResult.Refused(With(findings, new Text("Le serveur n’a pas pris le courriel ({0}).", "The server did not take the message ({0}).").With(delivery.Why)));
        });

    // What the DNS says never decides whether the try went well.
    private static Text With(IReadOnlyList<DomainFinding> findings, Text outcome)
    {
        string In(Language language) => string.Join('\n',
            [outcome.In(language), .. findings.Select(f => $"- {f.Says.In(language)}{(f.Line.Length > 0 ? $" {SenderDomainText.Add.With(f.At).In(language)} {f.Line}" : "")}")]);
        return new(In(Language.French), In(Language.English));
    }
}
