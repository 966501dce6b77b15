using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Hosting;

/// <summary>Until when the certificate holds, where the node shows one itself.</summary>
internal sealed class CertificateHealth(NodeOptions options, NodeSettings settings, IServiceProvider services, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan soon = TimeSpan.FromDays(14), tooSoon = TimeSpan.FromDays(3);
    private static readonly Text until = new("Il est valide jusqu’au {0}.", "It is valid until {0}.");
    private static readonly Text over = new("Il est expiré depuis le {0}\u00a0: les navigateurs refusent d’ouvrir ce site.", "It expired on {0}: browsers refuse to open this site.");
    private static readonly Text renew = new("Renouvelez-le, puis redémarrez ce serveur.", "Renew it, then start this server again.");
    private static readonly Text restart = new("Le fichier en contient déjà un plus récent\u00a0: redémarrez ce serveur.", "The file already holds a newer one: start this server again.");

    public string Code => "certificate";

    public Text Name { get; } = new("Certificat", "Certificate");

    public int Order => 80;

    public Task<Finding?> Look(CancellationToken cancellationToken)
    {
        if (!ListenAddress.IsTls(options.Listen) && !ListenAddress.IsTls(options.GrpcListen))
        {
            return Task.FromResult<Finding?>(null);
        }

        // The one that is shown: whoever renews the file has not shown it yet.
        var file = ServerCertificate.Load(settings.Configuration).EndsAt;
        return Task.FromResult<Finding?>(Of(services.GetService<ServerCertificate>()?.EndsAt ?? file, file, clock.GetUtcNow()));
    }

    /// <summary>How it stands with a certificate that is shown, and the one in the file.</summary>
    internal static Finding Of(DateTimeOffset end, DateTimeOffset file, DateTimeOffset now)
    {
        var left = end - now;
        var toDo = file > end ? restart : renew;
        return left <= TimeSpan.Zero ? Finding.Wrong(over.With(Dates.Day(end)), toDo)
            : left < tooSoon ? Finding.Wrong(until.With(Dates.Day(end)), toDo)
            : left < soon ? Finding.Attention(until.With(Dates.Day(end)), toDo)
            : Finding.Well(until.With(Dates.Day(end)));
    }
}

/// <summary>Which version of the program this is.</summary>
internal sealed class VersionHealth : IHealthCheck
{
    private static readonly Text version = new("Version {0}.", "Version {0}.");

    public string Code => "version";

    public Text Name { get; } = new("Programme", "Program");

    public int Order => 90;

    public Task<Finding?> Look(CancellationToken cancellationToken) =>
        Task.FromResult<Finding?>(Finding.Well(version.With(typeof(VersionHealth).Assembly.GetName().Version?.ToString(3) ?? "")));
}

/// <summary>Whether the key is here that the node signs with: it starts without it no more.</summary>
internal sealed class KeyHealth(ThisNode node, DataFolder folder) : IHealthCheck
{
    private static readonly Text missing = new(
        "La clé de ce serveur n’est pas dans {0}, ou ne peut pas être lue\u00a0: il ne redémarrera pas sans elle.", "This server’s key is not in {0}, or cannot be read: it will not start again without it.");
    private static readonly Text toDo = new(
        "Remettez ce dossier à partir d’une sauvegarde. Si la clé d’une communauté est perdue pour de bon, la commande recover en fait une nouvelle avec les mots imprimés.",
        "Put that folder back from a backup. If the key of a community is lost for good, the command recover makes a new one with the printed words.");

    public string Code => "key";

    public Text Name { get; } = new("Clé de signature", "Signing key");

    public int Order => 14;

    public async Task<Finding?> Look(CancellationToken cancellationToken) =>
        await node.Find(cancellationToken).ConfigureAwait(false) is null ? null
        : await node.HasKey(cancellationToken).ConfigureAwait(false) ? Finding.Well(new("Elle est là.", "It is here."))
        : Finding.Wrong(missing.With(folder.File("keys")), toDo);
}
