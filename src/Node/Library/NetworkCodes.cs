using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Library;

/// <summary>The code lists that practices are described with, the same in every chapter and at the hub.</summary>
public static class NetworkCodes
{
    /// <summary>What the communities of practice talk about, and the strategies they pursue.</summary>
    public static IReadOnlyList<Option> Topics { get; } =
    [
        new("shared-risk-taking", new("Gestion des risques et prise de risque partagée", "Risk management and shared risk taking")),
        new("quality-measures", new("Qualité des services et mesures du rétablissement", "Quality of services and recovery measures")),
        new("peers-in-decisions", new("Place des pairs dans les décisions cliniques et organisationnelles", "Role of peers in clinical and organizational decisions")),
        new("shared-decision-making", new("Prise de décision partagée", "Shared decision making")),
        new("hiring-peers", new("Embauche de pairs aidants et de paires aidantes", "Hiring peer support workers")),
        new("recovery-college", new("Centre d’apprentissage (Recovery College)", "Recovery college")),
        new("recovery-training", new("Formation sur le rétablissement", "Recovery training")),
        new("change-agents", new("Agentes et agents de changement", "Change agents")),
        new("recovery-plans", new("Plans de rétablissement plutôt que plans d’intervention", "Recovery plans in place of intervention plans")),
        new("peer-recognition", new("Reconnaissance des pairs aidants et des paires aidantes", "Recognition of peer support workers")),
        new("long-term-plan", new("Plan à long terme pour le rétablissement dans les services", "Long-term plan for recovery in services")),
    ];

    /// <summary>The five processes of personal recovery named by Leamy et al. (2011).</summary>
    public static IReadOnlyList<Option> Chime { get; } =
    [
        new("connectedness", new("Liens\u00a0: compter pour d’autres", "Connectedness: mattering to others")),
        new("hope", new("Espoir\u00a0: croire que ça peut aller mieux", "Hope: believing that things can get better")),
        new("identity", new("Identité\u00a0: être une personne, pas un diagnostic", "Identity: being a person, not a diagnosis")),
        new("meaning", new("Sens\u00a0: une vie qui vaut la peine", "Meaning: a life worth living")),
        new("empowerment", new("Pouvoir d’agir\u00a0: décider de sa vie", "Empowerment: deciding about one’s own life")),
    ];

    /// <summary>Where a practice takes place.</summary>
    public static IReadOnlyList<Option> Settings { get; } =
    [
        new("hospital", new("À l’hôpital", "In hospital")),
        new("clinic", new("En clinique externe ou au CLSC", "In an outpatient clinic or CLSC")),
        new("community", new("Dans un organisme communautaire", "In a community organization")),
        new("home", new("À domicile", "At home")),
        new("housing", new("Dans un logement ou une résidence", "In housing or a residence")),
        new("study-or-work", new("À l’école ou au travail", "At school or at work")),
        new("justice", new("Dans le milieu de la justice", "In the justice system")),
        new("online", new("En ligne ou au téléphone", "Online or by phone")),
    ];

    /// <summary>The stakeholder groups that meet in a chapter and take part in its practices.</summary>
    public static IReadOnlyList<Option> Groups { get; } =
    [
        new("service-user", new("Personnes utilisatrices de services", "Service users")),
        new("family-member", new("Proches", "Family members")),
        new("peer-support-worker", new("Pairs aidants et paires aidantes", "Peer support workers")),
        new("practitioner", new("Intervenantes et intervenants", "Practitioners")),
        new("agency-administrator", new("Gestionnaires et directions d’organismes", "Managers and agency administrators")),
        new("researcher", new("Chercheuses et chercheurs", "Researchers")),
        new("community-member", new("Membres de la collectivité", "Community members")),
        new("ministry-observer", new("Personnel du ministère", "Ministry staff")),
    ];

    /// <summary>What an adaptation changed.</summary>
    public static IReadOnlyList<Option> AdaptedParts { get; } =
    [
        new("content", new("Le contenu", "The content")),
        new("place", new("Le lieu", "The place")),
        new("form", new("La forme, la durée ou le rythme", "The form, the length or the rhythm")),
        new("people", new("Les personnes qui y prennent part", "The people who take part")),
        new("training", new("La formation pour la mener", "The training to lead it")),
        new("evaluation", new("La façon de voir ce qu’elle donne", "The way to see what comes of it")),
    ];

    /// <summary>How an adaptation changed it.</summary>
    public static IReadOnlyList<Option> AdaptationKinds { get; } =
    [
        new("adjusted", new("Ajusté par petites touches", "Adjusted here and there")),
        new("added", new("Ajouté quelque chose", "Added something")),
        new("removed", new("Enlevé quelque chose", "Took something out")),
        new("shortened", new("Raccourci", "Shortened")),
        new("lengthened", new("Allongé", "Lengthened")),
        new("reordered", new("Mis dans un autre ordre", "Put in another order")),
        new("replaced", new("Remplacé quelque chose", "Replaced something")),
        new("combined", new("Combiné avec autre chose", "Combined with something else")),
        new("translated", new("Traduit, ou dit en d’autres mots", "Translated, or said in other words")),
    ];

    /// <summary>Whether an adaptation keeps what makes the practice what it is.</summary>
    public static IReadOnlyList<Option> AdaptationHeart { get; } =
    [
        new("yes", new("Oui", "Yes")),
        new("partly", new("En partie", "In part")),
        new("no", new("Non, c’est devenu autre chose", "No, it has become something else")),
        new("unknown", new("Nous ne le savons pas encore", "We do not know yet")),
    ];

    /// <summary>When an adaptation was made.</summary>
    public static IReadOnlyList<Option> AdaptationPhases { get; } =
    [
        new("before", new("Avant de commencer", "Before starting")),
        new("beginning", new("Pendant les premiers essais", "During the first tries")),
        new("in-use", new("Une fois la pratique en place", "Once the practice was in use")),
    ];

    /// <summary>Whether an adaptation was planned.</summary>
    public static IReadOnlyList<Option> AdaptationPlans { get; } =
    [
        new("planned", new("Oui, c’était prévu", "Yes, it was planned")),
        new("on-the-way", new("Non, c’est venu en chemin", "No, it came along the way")),
    ];

    /// <summary>For whom what an adaptation changed holds.</summary>
    public static IReadOnlyList<Option> AdaptationLevels { get; } =
    [
        new("person", new("Une personne à la fois", "One person at a time")),
        new("group", new("Un groupe de personnes", "A group of people")),
        new("team", new("Une équipe", "A team")),
        new("organization", new("Une organisation", "An organization")),
        new("network", new("Plusieurs organisations", "Several organizations")),
    ];

    /// <summary>What others may do with a practice, from SPDX's list.</summary>
    public static IReadOnlyList<Option> Licences { get; } =
    [
        new("CC-BY-4.0", new("L’utiliser et l’adapter en disant d’où elle vient (CC BY 4.0)", "Use and adapt it, saying where it comes from (CC BY 4.0)")),
        new("CC-BY-SA-4.0", new("L’utiliser et l’adapter en disant d’où elle vient, et partager les adaptations aux mêmes conditions (CC BY-SA 4.0)", "Use and adapt it, saying where it comes from, and share adaptations on the same terms (CC BY-SA 4.0)")),
        new("CC-BY-NC-4.0", new("L’utiliser et l’adapter en disant d’où elle vient, sans but commercial (CC BY-NC 4.0)", "Use and adapt it, saying where it comes from, for non-commercial purposes (CC BY-NC 4.0)")),
    ];

    /// <summary>A licence as people cite it, and where it can be read in plain words; the address is null for one that is not Creative Commons'.</summary>
    public static (string Name, Text? Deed) Licence(string code)
    {
        if (code.Split('-') is not ["CC", .. var parts, var version])
        {
            return (code, null);
        }

        var terms = string.Join('-', parts);
        var deed = $"https://creativecommons.org/licenses/{terms.ToLowerInvariant()}/{version}/deed.";
        return ($"CC {terms} {version}", new Text(deed + "fr", deed + "en"));
    }

    /// <summary>To whom a practice is credited.</summary>
    public static IReadOnlyList<Option> Credits { get; } =
    [
        new("chapter", new("Notre communauté de pratique", "Our community of practice")),
        new("named", new("Une personne, par son nom, avec son accord", "A person, by name, with their consent")),
        new("pseudonym", new("Un pseudonyme", "A pseudonym")),
    ];

    /// <summary>The languages that practices are written in.</summary>
    public static IReadOnlyList<Option> Languages { get; } =
    [
        new("fr", new("Français", "French")),
        new("en", new("Anglais", "English")),
    ];
}
