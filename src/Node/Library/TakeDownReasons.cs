using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Library;

/// <summary>Why a hub takes a text down, in the words that its operator chooses by and that everybody reads.</summary>
public static class TakeDownReasons
{
    /// <summary>The reasons, in the order in which they are offered.</summary>
    public static Options<TakeDownReason> All { get; } = new()
    {
        { TakeDownReason.PersonalData, new("Elle parle d’une personne qui ne l’a pas accepté", "It speaks of a person who did not agree to it") },
        { TakeDownReason.Legal, new("La loi, un tribunal ou les droits de quelqu’un l’exigent", "The law, a court or somebody’s rights require it") },
        { TakeDownReason.Harmful, new("Elle pourrait faire du tort à des personnes", "It could harm people") },
        { TakeDownReason.Other, new("Une autre raison, que l’équipe du carrefour dit à qui la demande", "Another reason, which the hub’s team tells whoever asks") },
    };

    /// <summary>What a reason is called; one that a newer hub knows is called another.</summary>
    public static Text LabelOf(TakeDownReason reason) => All.LabelOf(All.Values.Contains(reason) ? reason : TakeDownReason.Other);
}
