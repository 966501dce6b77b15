using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Web.Forms;
using RecoveryCoP.Node.Library;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>The lists of codes that are a chapter's own, beside those of the whole network: <see cref="NetworkCodes"/>.</summary>
public static class PracticeCodes
{
    /// <summary>Why a practice is taken back.</summary>
    public static Options<WithdrawalReason> Reasons { get; } = new()
    {
        { WithdrawalReason.Author, new("La personne qui l’a écrite ne souhaite plus la partager", "The person who wrote it no longer wants to share it") },
        { WithdrawalReason.Erasure, new("Une personne demande qu’on efface ce qui la concerne", "Somebody asks to have what concerns them erased") },
        { WithdrawalReason.Legal, new("La loi ou les droits d’une autre personne l’exigent", "The law or somebody else’s rights require it") },
        { WithdrawalReason.Mistake, new("Elle a été partagée par erreur", "It was shared by mistake") },
    };
}
