using RecoveryCoP.Chapter.Charters;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Templates;
using TemplateVerbs = RecoveryCoP.Chapter.Templates.TemplateVerbs;

namespace RecoveryCoP.SampleChapters;

/// <summary>
/// <c>make-its-own</c>: in a chapter that was founded from a template, whoever founded it accepts the charter and rewrites some of the rest, as they would on its pages. What becomes of it is told by the same template in
/// another folder: where that says something else, the chapter now does.
/// </summary>
internal static class OwnVerb
{
    private const string Folder = "folder";

    public static Verb MakeItsOwn { get; } = new(
        "make-its-own",
        new("Accepte la charte et récrit ce que le modèle a apporté, comme un dossier le dit", "Accepts the charter and rewrites what the template brought, as a folder says it"),
        [new(Folder, new("Le même modèle, récrit", "The same template, rewritten"), Required: true) { IsArgument = true }],
        async (services, said, cancellationToken) =>
        {
            var reading = TemplateReader.OfFolder(said[Folder]);
            if (reading.Template is not { } own)
            {
                return Node.Templates.TemplateVerbs.Refused(reading.Faults);
            }

            var (installed, comparison) = (services.GetRequiredService<InstalledTemplates>(), services.GetRequiredService<TemplateComparison>());
            var now = await installed.Find(cancellationToken);
            if (now.Head is not { } head || await TemplateVerbs.Steward(services, cancellationToken) is not { } steward)
            {
                return VerbResult.Refused(services, [Refusal.Of("template.unknown")]);
            }

            var (charter, account) = (await services.GetRequiredService<CharterQueries>().Find(cancellationToken), (await services.GetRequiredService<AccountStore>().Find(steward.Id, cancellationToken))!);
            if (await services.GetRequiredService<Acceptances>().Accept(new(steward, charter.Current, account.Stay), cancellationToken) is { Succeeded: false } notAccepted)
            {
                return VerbResult.Refused(services, notAccepted.Refusals);
            }

            var language = comparison.LanguageOf(now, Language.French);
            var brought = comparison.Taken(await installed.ItemsOf(now.Items, cancellationToken), language);
            var work = comparison.WorkOf(steward.Id, language, head, brought);
            foreach (var after in comparison.Taken(own.Items, language))
            {
                var before = brought.FirstOrDefault(b => b.Kind == after.Kind && b.Id == after.Id);
                if (before is not null && before != after && await comparison.PartOf(after.Kind)!.Apply(new(before, after), work, cancellationToken) is { Succeeded: false } refused)
                {
                    return VerbResult.Refused(services, refused.Refusals);
                }
            }

            return VerbResult.Done("");
        })
    {
        StartsNode = true,
    };
}
