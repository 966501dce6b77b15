using RecoveryCoP.Chapter.Federation;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Chapter.ReleasedTemplates;

/// <summary>A hub's templates, from the server's command line.</summary>
internal static class ReleasedVerbs
{
    public static Verb Fetch { get; } = new(
        "template-fetch",
        new("Obtient les modèles d’un carrefour avec le code que celui-ci a donné; le code reste valide pour l’inscription", "Fetches a hub’s templates with the code that the hub gave; the code stays valid for enrolment"),
        FederationVerbs.Enrol.Options,
        async (services, values, cancellationToken) =>
        {
            var fetched = await services.GetRequiredService<FetchTemplates>().Do(new EnrolChapter { Code = values["code"], Address = values["hub"] }, cancellationToken);
            if (fetched.Value is not { } templates)
            {
                return VerbResult.Refused(services, fetched.Refusals);
            }

            var texts = services.GetRequiredService<RefusalTexts>();
            return VerbResult.Done(string.Join('\n', templates.Select(t => t.Why is { } why ? $"! {t.Id} {t.Version}: {texts[why].Both()}" : $"+ {t.Id} {t.Version}")));
        })
    {
        MakesNode = true,
    };
}
