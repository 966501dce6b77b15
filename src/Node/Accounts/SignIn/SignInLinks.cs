namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>
/// Links made by whoever runs the server, for the first person of a node or somebody whose mail fails: good once, in any browser, for a day.
/// Not mailed, so no mail filter opens them.
/// </summary>
public sealed class SignInLinks
{
    private readonly AccountStore accounts;
    private readonly SignInStore requests;
    private readonly PublicAddress site;
    private readonly SignInOptions options;

    internal SignInLinks(AccountStore accounts, SignInStore requests, PublicAddress site, SignInOptions options) =>
        (this.accounts, this.requests, this.site, this.options) = (accounts, requests, site, options);

    /// <summary>A link for somebody; null when there is no such person or they have left.</summary>
    public async Task<Uri?> Create(Guid account, CancellationToken cancellationToken)
    {
        if (await accounts.Find(account, cancellationToken).ConfigureAwait(false) is not { } person)
        {
            return null;
        }

        var token = Secret.New();
        await requests.Open(person, token, TimeSpan.FromHours(options.OperatorLinkHours), cancellationToken).ConfigureAwait(false);
        return site.SignInLink(Language.Of(person.Language), token);
    }
}
