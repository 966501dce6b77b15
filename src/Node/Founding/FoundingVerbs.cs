using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.NewAddress;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Node.Founding;

/// <summary>Founding and letting people in from the command line, by whoever has the data folder.</summary>
public static class FoundingVerbs
{
    /// <summary>Founds the node.</summary>
    public static Verb Init { get; } = new(
        "init",
        new("Fonde la communauté ou le carrefour, et affiche les mots de récupération et un lien pour la première personne", "Sets the community or the hub up, and prints its recovery words and a sign-in link for its first person"),
        [
            new("name", new("Son nom en français", "Its name in French")),
            new("name-en", new("Son nom en anglais", "Its name in English")),
            new("region", new("Code de la région administrative, de 01 à 17", "Code of the administrative region, 01 to 17"), Required: true),
            new("person", new("Le nom que porte ici la première personne", "The name the first person goes by"), Required: true),
            new("address", new("Son adresse courriel", "Their email address"), Required: true),
            new("language", new("La langue de ses courriels\u00a0: fr ou en", "The language of their mail: fr or en")),
            new("privacy-officer", new("Titre en français de la personne responsable des renseignements personnels", "Title in French of the person in charge of personal information")),
            new("privacy-officer-en", new("Son titre en anglais", "That title in English")),
            new("privacy-contact", new("Comment joindre cette personne", "How to reach that person"), Required: true),
            new("contact", new("Comment le public peut écrire", "How the public reaches it")),
        ],
        async (services, values, cancellationToken) =>
        {
            var result = await services.GetRequiredService<Founder>().Found(
                new FoundNode
                {
                    NameFr = values.GetValueOrDefault("name", ""),
                    NameEn = values.GetValueOrDefault("name-en", ""),
                    Region = values["region"],
                    PersonName = values["person"],
                    PersonAddress = values["address"],
                    PersonLanguage = values.GetValueOrDefault("language", "fr"),
                    PrivacyOfficerTitleFr = values.GetValueOrDefault("privacy-officer", ""),
                    PrivacyOfficerTitleEn = values.GetValueOrDefault("privacy-officer-en", ""),
                    PrivacyOfficerContact = values["privacy-contact"],
                    PublicContact = values.GetValueOrDefault("contact", ""),
                },
                cancellationToken);
            return result.Value is { } founded ? VerbResult.Done(Report(founded)) : VerbResult.Refused(services, result.Refusals);
        })
    {
        MakesNode = true,
    };

    /// <summary>Lets somebody in, also by the address that they had before: whoever took their account over has changed it.</summary>
    public static Verb SignInLink { get; } = new(
        "sign-in-link",
        new("Affiche un lien qui fait entrer quelqu’un une fois, d’ici un jour", "Prints a link that signs somebody in once, within a day"),
        [new("address", new("Son adresse courriel", "Their email address"), Required: true)],
        async (services, values, cancellationToken) =>
        {
            if (EmailAddress.Parse(values["address"]) is not { } address)
            {
                return VerbResult.Refused(services, [Refusal.Of("account.address-invalid")]);
            }

            var account = (await services.GetRequiredService<AccountStore>().Find(address, cancellationToken))?.Id ?? await services.GetRequiredService<AddressChanges>().WhoLeft(address, cancellationToken);
            var link = account is { } id ? await services.GetRequiredService<SignInLinks>().Create(id, cancellationToken) : null;
            return link is null ? VerbResult.Refused(services, [Refusal.Of("account.address-unknown")]) : VerbResult.Done(link.ToString());
        })
    {
        PrintsAddress = true,
    };

    /// <summary>What whoever founded a node is told, once.</summary>
    public static string Report(FoundedNode founded) =>
        $"""
        Fondé · Founded: {founded.Id}

        Mots de récupération · Recovery words
          {string.Join(' ', founded.RecoveryWords)}

          Sans ces treize mots, personne ne peut rétablir une sauvegarde. Écrivez-les sur papier, dans l’ordre, et gardez-les en deux endroits : ils ne seront plus jamais affichés.
          Without these thirteen words nobody can restore a backup. Write them on paper, in order, and keep them in two places: they are never shown again.

        Pour entrer, une seule fois, d’ici demain · To sign in, once, within a day
          {founded.SignInLink}
        """;
}
