using RecoveryCoP.Node.Rules;

namespace RecoveryCoP.Chapter.Members;

/// <summary>Why something about a member is refused.</summary>
internal static class MemberRefusals
{
    public const string NotYours = "member.not-yours";
    public const string NoSuchVersion = "member.no-such-version";
    public const string NameNotShown = "member.name-not-shown";
    public const string GroupsMissing = "member.groups-missing";
    public const string ConsentMissing = "member.consent-missing";
    public const string TooLong = "member.too-long";
    public const string Unreadable = "member.unreadable";
    public const string ChoiceUnknown = "member.choice-unknown";

    public static IReadOnlyList<RefusalText> Texts { get; } =
    [
        new(NotYours, new("Chaque personne parle pour elle-même. Personne d’autre ne peut changer cela.", "Each person speaks for themselves. Nobody else can change this.")),
        new(NoSuchVersion, new("Cette version de la charte n’existe pas. Rechargez la page.", "There is no such version of the charter. Reload the page.")),
        new(NameNotShown, new("Pour montrer autre chose, montrez aussi votre nom.", "To show anything else, show your name too.")),
        new(GroupsMissing, new("Cochez au moins un groupe, ou retirez votre accord.", "Tick at least one group, or withdraw your agreement.")),
        new(ConsentMissing, new("Lisez ce que l’on fait de ces groupes, puis cochez la case si vous êtes d’accord.", "Read what is done with these groups, then tick the box if you agree.")),
        new(TooLong, new("C’est trop long\u00a0: au plus {0} caractères.", "This is too long: {0} characters at most.")),
        new(Unreadable, new("Écrivez une seule ligne, sans caractères invisibles.", "Write a single line, without invisible characters.")),
        new(ChoiceUnknown, new("Un de vos choix n’est pas dans la liste. Choisissez de nouveau.", "One of your choices is not in the list. Choose again.")),
    ];
}
