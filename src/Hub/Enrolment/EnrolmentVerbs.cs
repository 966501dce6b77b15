using RecoveryCoP.Federation.V1;
using System.Globalization;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Enrolment;

/// <summary>What an operator does about chapters from the server's command line.</summary>
internal static class EnrolmentVerbs
{
    /// <summary>
    /// Whoever has the data folder decides as an operator does, under the same rules. Nobody signed in: the history of the standing notes an empty id.
    /// </summary>
    private static readonly Actor atTheServer = new(Guid.Empty, [ChapterEnrolment.Operator]);

    public static Verb Code { get; } = new(
        "enrolment-code",
        new("Fait un code avec lequel une communauté peut s’inscrire, une fois, d’ici 72 heures, et l’affiche", "Makes a code with which one community can enrol, once, within 72 hours, and prints it"),
        [new VerbOption("note", new("Pour qui, en quelques mots à vous", "Whom it is for, in a few words of your own"))],
        async (services, values, cancellationToken) =>
        {
            var made = await services.GetRequiredService<EnrolmentCodes>().Make(atTheServer, values.GetValueOrDefault("note", ""), cancellationToken);
            return made.Value is { } code ? VerbResult.Done(code.Print()) : VerbResult.Refused(services, made.Refusals);
        });

    public static Verb Chapters { get; } = new(
        "chapters",
        new("Liste les communautés\u00a0: leur état, leurs six mots, et quand elles ont échangé pour la dernière fois", "Lists the communities: how each stands, its six words, and when it last exchanged"),
        [],
        async (services, _, cancellationToken) =>
        {
            var chapters = await ChapterOverview.All(services.GetRequiredService<Database>(), cancellationToken);
            return VerbResult.Done(chapters.Count == 0 ? EnrolmentText.NoneTitle.En : string.Join('\n', chapters.Select(Describe)));
        });

    public static Verb Admit { get; } = new(
        "admit",
        new("Admet la communauté dont on vous a lu les six mots au téléphone", "Admits the community whose six words you were read on the telephone"),
        [new VerbOption("words", new("Les six mots, entre guillemets; après la quatrième lettre d’un mot, peu importe", "The six words, between quotation marks; after the fourth letter of a word anything will do"), Required: true)],
        async (services, values, cancellationToken) =>
        {
            var chapters = await ChapterOverview.All(services.GetRequiredService<Database>(), cancellationToken);
            var found = ComparedWords.Find(values["words"], chapters);
            if (found.Value is not { } overview)
            {
                return VerbResult.Refused(services, found.Refusals);
            }

            var chapter = await services.GetRequiredService<EnrolmentStore>().Find(new NodeId(overview.NodeId), cancellationToken);
            var admitted = await services.GetRequiredService<Admissions>().Admit(chapter!, atTheServer, wordsMatch: true, cancellationToken);
            return admitted.Succeeded
                ? VerbResult.Done($"{NameOf(overview)}: {EnrolmentText.Of(EnrolmentState.Admitted).En}. It can exchange from now on.")
                : VerbResult.Refused(services, admitted.Refusals);
        });

    private static string Describe(ChapterOverview chapter) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {NameOf(chapter)}
          node       {chapter.NodeId}
          state      {EnrolmentText.Of(chapter.Standing).En}
          six words  {SixWords.Of(new NodeId(chapter.NodeId))}
          exchanged  {(chapter.LastAt is { } at ? $"{at.ToUniversalTime():yyyy-MM-dd HH:mm} UTC" : EnrolmentText.Never.En)}, items received: {chapter.FeedPosition}
        """);

    private static string NameOf(ChapterOverview chapter) => chapter.Name.For(Language.English).Text;
}
