using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Charters;

/// <summary>The versions of the charter that somebody published.</summary>
internal sealed class CharterData(CharterQueries charters) : IPersonalData
{
    public IReadOnlyList<string> Stored => ["charter versions"];

    public IReadOnlyList<PersonalPart> Of(Guid person) =>
    [
        new PersonalPart<(CharterVersion Version, CharterContent? Text)>(
            "charter-versions", new("Les versions de la charte que vous avez publiées", "The versions of the charter that you published"), cancel => Published(person, cancel),
            new("version", CharterText.VersionColumn, v => v.Version.Number),
            new("publishedAt", CharterText.Published, v => v.Version.At),
            new("noteFr", CharterText.NoteFr, v => v.Version.Note.Fr),
            new("noteEn", CharterText.NoteEn, v => v.Version.Note.En),
            new("textFr", CharterText.French, v => v.Text?.Fr),
            new("textEn", CharterText.English, v => v.Text?.En)),
    ];

    private async Task<IReadOnlyList<(CharterVersion, CharterContent?)>> Published(Guid person, CancellationToken cancellationToken)
    {
        var charter = await charters.Find(cancellationToken);
        List<(CharterVersion, CharterContent?)> published = [];
        foreach (var version in charter.Versions.Where(v => v.By == person))
        {
            published.Add((version, await charters.TextOf(charter, version.Number, cancellationToken)));
        }

        return published;
    }
}
