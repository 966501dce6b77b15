namespace RecoveryCoP.Node.Accounts.Security;

/// <summary>Something that matters to who may come in here and do what.</summary>
public sealed record SecurityEvent
{
    /// <summary>Its number, from 1 without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>When, to the millisecond.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What: one of <see cref="SecurityEvents"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The account of whoever did it; null for whoever runs the server, or somebody unknown.</summary>
    public required Guid? By { get; init; }

    /// <summary>The account that it is about; null when there is none.</summary>
    public required Guid? About { get; init; }

    /// <summary>A role's code; empty where none plays a part. Never an address, a name or a network.</summary>
    public required string Detail { get; init; }

    /// <summary>SHA-256 of the event before and of all that this one says.</summary>
    public required byte[] Hash { get; init; }
}

/// <summary>The kinds of events, with their words.</summary>
public static class SecurityEvents
{
    /// <summary>A template was applied, or taken back.</summary>
    public const string TemplateApplied = "template-applied", TemplateUndone = "template-undone";

    /// <summary>What a group had before was brought along, or taken back.</summary>
    public const string MovedIn = "moved-in", MovedOut = "moved-out";

    internal const string SignedIn = "signed-in", TriesUsedUp = "tries-used-up", SessionsEnded = "sessions-ended", Added = "added", Left = "left", Erased = "erased", RoleGiven = "role-given",
        RoleTaken = "role-taken", LinkMade = "link-made", MailServerChosen = "mail-server-chosen", InboxChosen = "inbox-chosen",
        ProfileChanged = "profile-changed", DataTaken = "data-taken", AddressChanged = "address-changed", BackedUp = "backed-up", BackupFailed = "backup-failed", BackupTaken = "backup-taken", Drilled = "drilled", DrillFailed = "drill-failed",
        WordsProven = "words-proven", WordsNotProven = "words-not-proven", Restored = "restored",
        IncidentWritten = "incident-written", IncidentAmended = "incident-amended";

    internal static Text WordsOf(SecurityEvent one) => one.Kind switch
    {
        SignedIn => new("Entrée dans l’espace", "Signed in"),
        TriesUsedUp => new("Cinq codes faux de suite dans un navigateur", "Five wrong codes in a row in one browser"),
        SessionsEnded => new("Sessions fermées", "Signed out everywhere"),
        Added => new("Ajout ou retour", "Added or came back"),
        Left => one.By == one.About ? new("Départ", "Left") : new("Accès retiré", "Access removed"),
        Erased => new("Nom et adresse effacés", "Name and address erased"),
        RoleGiven => new("Rôle donné", "Role given"),
        RoleTaken => new("Rôle retiré", "Role taken away"),
        LinkMade => new("Lien d’entrée fait à la console du serveur", "Sign-in link made at the server’s console"),
        ProfileChanged => new("Ce que l’on dit de nous changé", "What we say of ourselves changed"),
        AddressChanged => new("Adresse courriel changée", "Email address changed"),
        DataTaken => new("Demande de ses données", "Asked for their data"),
        MailServerChosen => new("Serveur de courriel changé", "Mail server changed"),
        BackedUp => new("Sauvegarde faite", "Backup made"),
        BackupFailed => new("Sauvegarde manquée", "Backup failed"),
        BackupTaken => new("Sauvegarde téléchargée", "Backup downloaded"),
        Drilled => new("Sauvegarde essayée avec succès", "Backup tried, and good"),
        DrillFailed => new("Sauvegarde essayée, et mauvaise", "Backup tried, and not good"),
        WordsProven => new("Mots de récupération prouvés", "Recovery words proven"),
        WordsNotProven => new("Mots de récupération essayés, et mauvais", "Recovery words tried, and wrong"),
        Restored => new("Rétabli à partir d’une sauvegarde", "Restored from a backup"),
        IncidentWritten => new("Incident de confidentialité consigné", "Confidentiality incident written down"),
        IncidentAmended => new("Incident de confidentialité corrigé ou complété", "Confidentiality incident corrected or added to"),
        TemplateApplied => new("Modèle appliqué", "Template applied"),
        TemplateUndone => new("Modèle annulé", "Template undone"),
        MovedIn => new("Registres d’un groupe repris", "Records of a group brought along"),
        MovedOut => new("Reprise annulée", "Bringing along undone"),
        InboxChosen => new("Boîte de réception changée", "Inbox changed"),
        _ => one.Kind.AsText(),
    };
}
