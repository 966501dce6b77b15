using RecoveryCoP.Node.Accounts.Pages;
using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Accounts;

/// <summary>Whether somebody can come in who manages access, and whether it hangs on one person.</summary>
internal sealed class SignInHealth(Database database, RoleCatalogue roles) : IHealthCheck
{
    private static readonly Text nobody = new("Personne ne peut gérer les accès.", "Nobody can manage access.");
    private static readonly Text nobodyToDo = new(
        "Ouvrez la page d’accueil, et suivez-la pour commencer; ou, sur le serveur, faites un lien pour entrer avec la commande sign-in-link.",
        "Open the home page, which leads to the beginning; or, on the server, make a link to sign in with the command sign-in-link.");
    private static readonly Text one = new("Une seule personne gère les accès. Si elle perd son adresse ou n’est plus là, il faudra passer par la console du serveur.", "One person alone manages access. If they lose their address or are gone, it takes the server’s console.");
    private static readonly Text oneToDo = new("Donnez aussi ce rôle à quelqu’un d’autre.", "Give that role to somebody else too.");
    private static readonly Counted well = new(new("{0} personne gère les accès.", "{0} person manages access."), new("{0} personnes gèrent les accès.", "{0} people manage access."));

    public string Code => "sign-in";

    public Text Name { get; } = new("Qui peut entrer et gérer", "Who can come in and manage");

    public int Order => 30;

    public async Task<Finding?> Look(CancellationToken cancellationToken)
    {
        HashSet<Guid> there = [];
        foreach (var role in roles.Administrators)
        {
            there.UnionWith(await database.Query<Guid>(
                "select r.account_id from account_role r join account a on a.id = r.account_id and a.left_at is null where r.taken_at is null and r.role = @role order by r.account_id limit 1000",
                new { role },
                cancellationToken).ConfigureAwait(false));
        }

        return there.Count switch
        {
            0 => Finding.Wrong(nobody, nobodyToDo),
            1 => Finding.Attention(one, oneToDo, PagePath.Of<PeoplePage>()),
            _ => Finding.Well(well.For(there.Count)),
        };
    }
}
