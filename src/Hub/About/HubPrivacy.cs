using RecoveryCoP.Node.Privacy;

namespace RecoveryCoP.Hub.About;

/// <summary>What the privacy page says of a hub.</summary>
internal static class HubPrivacy
{
    public static PrivacyWords Words => new(
        new("On lit ce site sans compte, et il ne garde rien sur les personnes qui le lisent. Seule l’équipe du carrefour y a des comptes\u00a0: presque tout ce qui suit la concerne.", "This site is read without an account, and it keeps nothing about the people who read it. Only the hub’s team has accounts here: nearly everything below is about them."),
        [
            new("Nous ne savons pas qui est membre d’une communauté. Nous recevons des pratiques et des nombres, jamais de listes de personnes.", "We do not know who is a member of a community. We receive practices and figures, never lists of people."),
            new("Aucun renseignement de santé. Si une pratique permet de reconnaître quelqu’un sans son accord, écrivez-nous\u00a0: nous la retirerons.", "No health information. If a practice lets somebody be recognized without their agreement, write to us: we will take it down."),
        ],
        new("Faire retirer quelque chose", "Having something taken away"),
        new("Demandez à la communauté qui a partagé la pratique de la retirer\u00a0: son texte, et le nom qui l’accompagne, sont alors effacés ici, et dans les autres communautés à leur prochain échange. Votre nom ne part qu’avec la pratique entière. Si la communauté ne répond pas, écrivez à la personne responsable ci-dessous.", "Ask the community that shared the practice to withdraw it: its text, and the name that goes with it, are then erased here, and in the other communities at their next exchange. Your name goes only with the whole practice. If the community does not answer, write to the person in charge below."));
}
