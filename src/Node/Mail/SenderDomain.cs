using System.Net;
using System.Net.Sockets;
using DnsClient;
using DnsClient.Protocol;

namespace RecoveryCoP.Node.Mail;

/// <summary>
/// What other mail servers find in the DNS about the domain that letters are from, by which they decide between inbox and junk: who may send in its name
/// (SPF, RFC 7208), that signing keys are published (DKIM, RFC 6376), and what to do with what neither vouches for (DMARC, RFC 7489).
/// </summary>
public sealed class SenderDomain(CurrentMail current, Mailer mailer)
{
    private const string Spf = "v=spf1", Dmarc = "v=DMARC1", KeyFolder = "_domainkey";

    // Somebody waits for the page. Two tries of as long each.
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(2);

    /// <summary>Looks it up; where nobody answers, that is what it says.</summary>
    public async Task<IReadOnlyList<DomainFinding>> Look(CancellationToken cancellationToken)
    {
        var found = await Find(cancellationToken).ConfigureAwait(false);
        mailer.NoteDomain(found.Any(f => f.Kind == FindingKind.Lacking));
        return found;
    }

    private async Task<IReadOnlyList<DomainFinding>> Find(CancellationToken cancellationToken)
    {
        var domain = mailer.SenderAddress[(mailer.SenderAddress.LastIndexOf('@') + 1)..];
        if (!domain.Contains('.', StringComparison.Ordinal) || Uri.CheckHostName(domain) != UriHostNameType.Dns)
        {
            return [new(FindingKind.Lacking, SenderDomainText.NotPublic.With(domain))];
        }

        try
        {
            var dns = new LookupClient(Options());
            return [await SpfOf(dns, domain, cancellationToken).ConfigureAwait(false), await DkimOf(dns, domain, cancellationToken).ConfigureAwait(false), await DmarcOf(dns, domain, cancellationToken).ConfigureAwait(false)];
        }
        catch (Exception silent) when (silent is DnsResponseException or SocketException or InvalidOperationException)
        {
            // InvalidOperationException: this machine names no server to ask.
            return [new(FindingKind.Unknown, SenderDomainText.NoAnswer.With(domain))];
        }
    }

    private LookupClientOptions Options()
    {
        var options = current.Options.NameServer is { Length: > 0 } named ? new LookupClientOptions(MailOptions.NameServerOf(named)!) : new LookupClientOptions();
        (options.Timeout, options.Retries, options.UseCache) = (patience, 1, false);
        return options;
    }

    private async Task<DomainFinding> SpfOf(LookupClient dns, string domain, CancellationToken cancellationToken)
    {
        var found = await Texts(dns, domain, Spf, cancellationToken).ConfigureAwait(false);
        var words = found is [var only] ? only.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        return found.Count switch
        {
            0 => new(FindingKind.Lacking, SenderDomainText.NoSpf.With(domain), $"{Spf} {Senders()} ~all", domain),
            > 1 => new(FindingKind.Lacking, SenderDomainText.TwoSpf.With(domain)),
            _ when words.Any(w => WithoutPlus(w) == "all") => new(FindingKind.Lacking, SenderDomainText.AnybodyInSpf.With(domain)),
            _ when words is [_, "-all" or "~all"] => new(FindingKind.Lacking, SenderDomainText.NobodyInSpf.With(domain), $"{Spf} {Senders()} -all", domain),
            // Somebody else's list is taken at its word; of addresses nobody here knows whether they are our server's.
            _ when words.Any(w => WithoutPlus(w) is var sender && (sender == Senders() || sender.StartsWith("include:", StringComparison.Ordinal))) => new(FindingKind.Well, SenderDomainText.Spf.With(domain)),
            _ => new(FindingKind.Unknown, SenderDomainText.UnseenSpf.With(domain)),
        };
    }

    private static string WithoutPlus(string word) => word.TrimStart('+');

    // A server by its name or its number; for one on this machine, the domain's own.
    private string Senders() => MailOptions.IsHere(current.Options.Host) ? "mx" : Uri.CheckHostName(current.Options.Host) switch
    {
        UriHostNameType.Dns => $"a:{current.Options.Host.ToLowerInvariant()}",
        UriHostNameType.IPv4 => $"ip4:{current.Options.Host}",
        UriHostNameType.IPv6 => $"ip6:{current.Options.Host.ToLowerInvariant()}",
        _ => "mx",
    };

    // The key's name is known to whoever signs. Where nothing lies below _domainkey there is none, though (RFC 8020).
    private static async Task<DomainFinding> DkimOf(LookupClient dns, string domain, CancellationToken cancellationToken) =>
        (await Ask(dns, $"{KeyFolder}.{domain}", cancellationToken).ConfigureAwait(false)).Header.ResponseCode == DnsHeaderResponseCode.NotExistentDomain
            ? new(FindingKind.Lacking, SenderDomainText.NoDkim.With(domain))
            : new(FindingKind.Unknown, SenderDomainText.Dkim);

    // The domain's own word, or that of one above it.
    private static async Task<DomainFinding> DmarcOf(LookupClient dns, string domain, CancellationToken cancellationToken)
    {
        for (var asked = domain; asked.Contains('.', StringComparison.Ordinal); asked = asked[(asked.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            var found = await Texts(dns, $"_dmarc.{asked}", Dmarc, cancellationToken).ConfigureAwait(false);
            if (found.Count > 0)
            {
                return found is [var only] && TagOf(only, "p") is { } policy
                    ? new(FindingKind.Well, ((asked == domain ? null : TagOf(only, "sp")) ?? policy) == "none" ? SenderDomainText.WatchingDmarc.With(asked) : SenderDomainText.Dmarc.With(asked))
                    : new(FindingKind.Lacking, SenderDomainText.UnclearDmarc.With(asked));
            }
        }

        return new(FindingKind.Lacking, SenderDomainText.NoDmarc.With(domain), $"{Dmarc}; p=none", $"_dmarc.{domain}");
    }

    private static string? TagOf(string record, string name) => record.Split(';')
        .Select(tag => tag.Split('=', 2, StringSplitOptions.TrimEntries))
        .FirstOrDefault(tag => tag.Length == 2 && tag[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1].ToLowerInvariant();

    // Those that begin with a version and nothing after it.
    private static async Task<IReadOnlyList<string>> Texts(LookupClient dns, string name, string version, CancellationToken cancellationToken) =>
    [
        .. (await Ask(dns, name, cancellationToken).ConfigureAwait(false)).Answers.OfType<TxtRecord>().Select(t => string.Concat(t.Text).Trim())
            .Where(t => t.StartsWith(version, StringComparison.OrdinalIgnoreCase) && (t.Length == version.Length || t[version.Length] is ' ' or ';')),
    ];

    private static async Task<IDnsQueryResponse> Ask(LookupClient dns, string name, CancellationToken cancellationToken)
    {
        var answer = await dns.QueryAsync(name, QueryType.TXT, cancellationToken: cancellationToken).ConfigureAwait(false);
        return answer.HasError && answer.Header.ResponseCode != DnsHeaderResponseCode.NotExistentDomain ? throw new DnsResponseException((DnsResponseCode)answer.Header.ResponseCode) : answer;
    }
}

/// <summary>One thing that was looked up.</summary>
/// <param name="Kind">How it stands.</param>
/// <param name="Says">In words.</param>
/// <param name="Line">The text that the DNS should have, where one can be named.</param>
/// <param name="At">The name that it belongs to.</param>
public sealed record DomainFinding(FindingKind Kind, Text Says, string Line = "", string At = "");

/// <summary>How a thing stands that was looked up.</summary>
public enum FindingKind
{
    /// <summary>As it should be.</summary>
    Well,

    /// <summary>Cannot be known from here.</summary>
    Unknown,

    /// <summary>Missing or wrong.</summary>
    Lacking,
}
