using System.Text;

namespace RecoveryCoP.Chapter.Members;

/// <summary>What people read before they agree. A change of a word is another text: who agreed to the earlier one is asked again when they next declare something.</summary>
public static class ConsentTexts
{
    /// <summary>For declaring groups.</summary>
    public static Text Groups { get; } = new(
        "J’accepte que la communauté garde les groupes que j’ai cochés, seulement pour compter. Ils ne sont montrés ni avec mon nom, ni en petits nombres. Je peux retirer mon accord quand je veux\u00a0: ils sont alors effacés.",
        "I agree to the community keeping the groups I ticked, only to count. They are never shown with my name or in small numbers. I can withdraw my agreement at any time; they are then erased.");

    internal static byte[] GroupsBytes { get; } = Encoding.UTF8.GetBytes(Groups.Fr + "\n\n" + Groups.En);
}
