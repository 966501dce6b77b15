using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>Which letters a member wants.</summary>
internal sealed class LettersData(MemberQueries members) : IPersonalData
{
    public IReadOnlyList<string> Stored => ["member declinedLetters", "member wantedLetters", "member hasNamedSender", "member hasFilesAttached"];

    public IReadOnlyList<PersonalPart> Of(Guid person) =>
    [
        new PersonalPart<Member>(
            "letters-chosen", new("Les courriels que vous voulez", "The messages that you want"), async cancel => [await members.Find(person, cancel)],
            new("declined", new("Vous n’en voulez pas", "You do not want"), m => Named(m.DeclinedLetters)),
            new("wanted", new("Vous les avez demandés", "You asked for"), m => Named(m.WantedLetters)),
            new("namedSender", new("Ils portent le nom de la communauté", "They carry the community’s name"), m => m.HasNamedSender),
            new("filesAttached", new("Les fichiers y sont joints", "Files are attached"), m => m.HasFilesAttached)),
    ];

    private static List<Coded> Named(IReadOnlyList<string> codes) => [.. codes.Select(code => Coded.Of(NoticeCodes.Kinds, code))];
}
