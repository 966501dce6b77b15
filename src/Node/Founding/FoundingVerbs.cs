using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.NewAddress;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Founding;

/// <summary>Founding and letting people in from the command line, by whoever has the data folder.</summary>
public static class FoundingVerbs
{
    // What each option fills in; refusals name the option.
    private static readonly (VerbOption Option, string Field)[] fields =
    [
        (new("name", new("Son nom en français", "Its name in French")), nameof(FoundNode.NameFr)),
        (new("name-en", new("Son nom en anglais", "Its name in English")), nameof(FoundNode.NameEn)),
        (new("region", new("Code de la région administrative, de 01 à 17", "Code of the administrative region, 01 to 17"), Required: true, Unless: AnswersFile.Option), nameof(FoundNode.Region)),
        (new("person", new("Le nom que porte ici la première personne", "The name the first person goes by"), Required: true, Unless: AnswersFile.Option), nameof(FoundNode.PersonName)),
        (new("address", new("Son adresse courriel", "Their email address"), Required: true, Unless: AnswersFile.Option), nameof(FoundNode.PersonAddress)),
        (new("language", new("La langue de ses courriels\u00a0: fr ou en", "The language of their mail: fr or en")), nameof(FoundNode.PersonLanguage)),
        (new("privacy-officer", new("Titre en français de la personne responsable des renseignements personnels", "Title in French of the person in charge of personal information")), nameof(FoundNode.PrivacyOfficerTitleFr)),
        (new("privacy-officer-en", new("Son titre en anglais", "That title in English")), nameof(FoundNode.PrivacyOfficerTitleEn)),
        (new("privacy-contact", new("Comment joindre cette personne", "How to reach that person"), Required: true, Unless: AnswersFile.Option), nameof(FoundNode.PrivacyOfficerContact)),
        (new("contact", new("Comment le public peut écrire", "How the public reaches it")), nameof(FoundNode.PublicContact)),
    ];

    /// <summary>What is asked about the node and its first person: a file of answers for <c>init</c> serves what follows it too.</summary>
    public static IReadOnlyList<VerbOption> Answers { get; } = [.. fields.Select(f => f.Option)];

    /// <summary>Founds the node.</summary>
    public static Verb Init { get; } = InitWith(null);

    /// <summary>Founds the node, and then does what a program adds. Everything is looked at before the first of it is done.</summary>
    public static Verb InitWith(FoundingAddition? addition)
    {
        IReadOnlyList<VerbOption> options = [.. Answers, .. (addition?.Then.Options ?? AnswersFile.Options)];
        return new(
            "init",
            new("Fonde la communauté ou le carrefour, et affiche les mots de récupération et un lien pour la première personne", "Sets the community or the hub up, and prints its recovery words and a sign-in link for its first person"),
            options,
            async (services, values, cancellationToken) =>
            {
                var result = await services.GetRequiredService<Founder>().Found(CommandOf(values), cancellationToken);
                return result.Value is { } founded ? VerbResult.Done(Report(founded)) : VerbResult.Refused(services, Named(result.Refusals));
            })
        {
            MakesNode = true,
            Alone = (alone, cancellationToken) => Look(alone, options, addition, cancellationToken),
            Prepare = async (values, cancellationToken) => (await AnswersFile.Read(values, options, cancellationToken)).Value!,
            Then = addition?.Then,
        };
    }

    // Null when nothing is wrong and it is to be done.
    private static async Task<VerbResult?> Look(VerbAlone alone, IReadOnlyList<VerbOption> options, FoundingAddition? addition, CancellationToken cancellationToken)
    {
        var read = await AnswersFile.Read(alone.Values, options, cancellationToken);
        if (read.Value is not { } values)
        {
            return VerbResult.Refused(alone.Texts, read.Refusals);
        }

        var command = CommandOf(values);
        var more = addition is null ? null : await addition.Preview(values, cancellationToken);
        if (Named(new FoundNodeValidator().Errors(command)).Concat(more?.Refusals ?? []).ToList() is { Count: > 0 } errors)
        {
            return VerbResult.Refused(alone.Texts, errors);
        }

        if (!values.ContainsKey(AnswersFile.DryRun))
        {
            return null;
        }

        // The key is the first thing that a founded node has.
        if (Directory.Exists(Path.Combine(alone.Settings.DataFolder, "keys")) && Directory.EnumerateFileSystemEntries(Path.Combine(alone.Settings.DataFolder, "keys")).Any())
        {
            return VerbResult.Refused(alone.Texts, [Refusal.Of("founding.already-founded")]);
        }

        var would = new Text(
            $"Rien n’est fait. Voici ce qui serait fondé\u00a0: {command.NameFr ?? command.NameEn}, région {command.Region}, avec {command.PersonName}.",
            $"Nothing is made. This is what would be set up: {command.NameEn ?? command.NameFr}, region {command.Region}, with {command.PersonName}.");
        return VerbResult.Done(more?.Value is { } words ? new Text($"{would.Fr}\n{words.Fr}\n", $"{would.En}\n{words.En}") : would);
    }

    private static FoundNode CommandOf(IReadOnlyDictionary<string, string> values) => FormValues<FoundNode>.With(
        new() { PersonLanguage = "fr" },
        fields.Where(f => values.ContainsKey(f.Option.Name)).Select(f => KeyValuePair.Create(f.Field, (object?)values[f.Option.Name])));

    private static IReadOnlyList<Refusal> Named(IReadOnlyList<Refusal> refusals) =>
        [.. refusals.Select(r => fields.FirstOrDefault(f => f.Field == r.Field).Option is { } option ? r with { Field = $"--{option.Name}" } : r)];

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
