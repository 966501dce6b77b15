namespace RecoveryCoP.Hub.About;

/// <summary>What the privacy page says of a hub, beside the rows of what is kept.</summary>
internal static class PrivacyText
{
    public static Text Lead => new(
        "On lit ce site sans compte, et il ne garde rien sur les personnes qui le lisent. Seule l’équipe du carrefour y a des comptes\u00a0: presque tout ce qui suit la concerne.",
        "This site is read without an account, and it keeps nothing about the people who read it. Only the hub’s team has accounts here: nearly everything below is about them.");
    public static IReadOnlyList<Text> Never =>
    [
        new("Nous ne savons pas qui est membre d’une communauté. Nous recevons des pratiques et des nombres, jamais de listes de personnes.", "We do not know who is a member of a community. We receive practices and figures, never lists of people."),
        new("Aucun renseignement de santé. Si une pratique permet de reconnaître quelqu’un sans son accord, écrivez-nous\u00a0: nous la retirerons.", "No health information. If a practice lets somebody be recognized without their agreement, write to us: we will take it down."),
    ];
    public static Text LeaveTitle => new("Faire retirer quelque chose", "Having something taken away");
    public static Text Leave => new(
        "Une pratique, ou votre nom sous elle, se retire dans la communauté qui l’a partagée\u00a0: son texte est alors effacé ici et dans toutes les communautés. Si elle ne répond pas, écrivez à la personne responsable ci-dessous.",
        "A practice, or your name under it, is withdrawn in the community that shared it: its text is then erased here and in every community. If they do not answer, write to the person in charge below.");
}
