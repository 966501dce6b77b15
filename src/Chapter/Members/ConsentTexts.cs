using System.Text;

namespace RecoveryCoP.Chapter.Members;

/// <summary>What people read before they agree. A change of a word is another text: who agreed to the earlier one is asked again when they next declare something.</summary>
public static class ConsentTexts
{
    /// <summary>For declaring groups.</summary>
    public static Text Groups { get; } = new(
        "J’accepte que la communauté garde les groupes que j’ai cochés, seulement pour compter combien de personnes de chaque groupe en font partie. Ils ne sont jamais montrés avec mon nom, et ne quittent jamais la communauté autrement qu’en nombres assez grands pour que personne ne soit reconnu. Je peux retirer cet accord quand je veux, et ils sont alors effacés.",
        "I agree that the community keeps the groups I ticked, only to count how many people of each group belong to it. They are never shown with my name, and never leave the community other than in numbers large enough that nobody is recognized. I can withdraw this agreement whenever I like, and they are then erased.");

    internal static byte[] GroupsBytes { get; } = Encoding.UTF8.GetBytes(Groups.Fr + "\n\n" + Groups.En);
}
