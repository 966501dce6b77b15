using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Web.Forms;
using RecoveryCoP.Node.Library;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>The lists of codes that are a chapter's own, beside those of the whole network: <see cref="NetworkCodes"/>.</summary>
public static class PracticeCodes
{
    /// <summary>The stakeholder groups that meet in a chapter.</summary>
    public static IReadOnlyList<Option> Groups { get; } =
    [
        new("service-user", new("Personnes utilisatrices de services", "Service users")),
        new("family-member", new("Membres de l’entourage", "Family members")),
        new("peer-support-worker", new("Pairs aidants et paires aidantes", "Peer support workers")),
        new("practitioner", new("Intervenantes et intervenants", "Practitioners")),
        new("agency-administrator", new("Gestionnaires et directions d’organismes", "Managers and agency administrators")),
        new("researcher", new("Chercheuses et chercheurs", "Researchers")),
        new("community-member", new("Membres de la collectivité", "Community members")),
        new("ministry-observer", new("Personnel du ministère", "Ministry staff")),
    ];

    /// <summary>Why a practice is taken back.</summary>
    public static Options<WithdrawalReason> Reasons { get; } = new()
    {
        { WithdrawalReason.Author, new("La personne qui l’a écrite ne souhaite plus la partager", "The person who wrote it no longer wants to share it") },
        { WithdrawalReason.Erasure, new("Une personne demande qu’on efface ce qui la concerne", "Somebody asks to have what concerns them erased") },
        { WithdrawalReason.Legal, new("La loi ou les droits d’une autre personne l’exigent", "The law or somebody else’s rights require it") },
        { WithdrawalReason.Mistake, new("Elle a été partagée par erreur", "It was shared by mistake") },
    };
}
