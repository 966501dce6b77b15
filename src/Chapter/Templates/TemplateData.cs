using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Templates;

/// <summary>That somebody applied, undid or sent a template.</summary>
internal sealed class TemplateData(InstalledTemplates installed) : IPersonalData
{
    public IReadOnlyList<string> Stored => ["installed-template run", "installed-template offered"];

    public IReadOnlyList<PersonalPart> Of(Guid person) =>
    [
        new PersonalPart<InstalledTemplate>(
            "template-run", new("Le modèle que vous avez appliqué ou annulé", "The template that you applied or undid"),
            cancel => Where(t => t.Run is { } run && (run.By == person || run.UndoneBy == person), cancel),
            new("version", TemplateText.Version, t => t.Run!.To.Version.ToString()),
            new("at", PersonalLabels.When, t => t.Run!.At)),
        new PersonalPart<InstalledTemplate>(
            "template-sent", new("Le fichier de modèle que vous avez envoyé", "The template file that you sent"),
            cancel => Where(t => t.Offered?.By == person, cancel),
            new("version", TemplateText.Version, t => t.Offered!.Head.Version.ToString()),
            new("at", PersonalLabels.When, t => t.Offered!.At)),
    ];

    private async Task<IReadOnlyList<InstalledTemplate>> Where(Func<InstalledTemplate, bool> names, CancellationToken cancellationToken) =>
        await installed.Find(cancellationToken) is var now && names(now) ? [now] : [];
}
