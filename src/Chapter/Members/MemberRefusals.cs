namespace RecoveryCoP.Chapter.Members;

/// <summary>Why something about a member is refused.</summary>
internal static class MemberRefusals
{
    public static IReadOnlyList<RefusalText> Texts { get; } =
    [
        new("member.not-yours", new("Chaque personne parle pour elle-même. Personne d’autre ne peut changer cela.", "Each person speaks for themselves. Nobody else can change this.")),
        new("member.no-such-version", new("Cette version de la charte n’existe pas. Rechargez la page.", "There is no such version of the charter. Reload the page.")),
        new("member.name-not-shown", new("Pour montrer autre chose, montrez aussi votre nom.", "To show anything else, show your name too.")),
        new("member.organization-missing", new("Choisissez une organisation de la liste.", "Choose an organization from the list.")),
        new("member.enough-organizations", new("On peut en nommer {0} au plus. Retirez-en une d’abord.", "You can name {0} at most. Take one away first.")),
        new("member.groups-missing", new("Cochez au moins un groupe, ou retirez votre accord.", "Tick at least one group, or withdraw your agreement.")),
        new("member.consent-missing", new("Lisez ce que l’on fait de ces groupes, puis cochez la case si vous êtes d’accord.", "Read what is done with these groups, then tick the box if you agree.")),
        new("member.charter-first", new("Acceptez d’abord la charte.", "Please accept the charter first.")),
    ];
}
