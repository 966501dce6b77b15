using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Node.Accounts;

/// <summary>Who manages access, for whoever has the data folder: without a name and an address nobody knows for whom to make a sign-in link.</summary>
internal static class AdministratorsVerb
{
    public static Verb Administrators { get; } = new(
        "administrators",
        new("Affiche qui gère les accès, avec son adresse courriel; ne change rien", "Prints who manages access, with their email addresses; changes nothing"),
        [],
        async (services, _, cancellationToken) =>
        {
            var roles = services.GetRequiredService<RoleCatalogue>();
            var holders = await services.GetRequiredService<AccountStore>().Holders(roles.Administrators, cancellationToken);
            return holders.Count == 0
                ? VerbResult.Refused(new Text("Personne ne gère les accès ici.", "Nobody manages access here."))
                : VerbResult.Done(string.Join('\n', holders.Select(h => $"{h.Address}  {h.Name}  ({roles.Find(h.Role)!.Name.Fr} · {roles.Find(h.Role)!.Name.En})")));
        })
    {
        ReadsOnly = true,
    };
}

/// <summary>Somebody who is here and holds a role.</summary>
internal sealed record RoleHolder
{
    public required string Name { get; init; }

    public required string Address { get; init; }

    public required string Role { get; init; }
}
