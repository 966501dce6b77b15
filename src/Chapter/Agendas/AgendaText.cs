using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Agendas;

/// <summary>What the pages of model agendas say.</summary>
internal static class AgendaText
{
    public static readonly Text Title = new("Ordres du jour types", "Model agendas");
    public static readonly Text One = new("Ordre du jour type", "Model agenda");
    public static readonly Text Lead = new("Des ordres du jour tout prêts, pour commencer le plan d’une rencontre ou d’une série. Ce que vous planifiez est une copie, que vous changez comme vous voulez.", "Ready-made agendas, to begin the plan of a meeting or of a series. What you plan is a copy, which you change as you like.");
    public static readonly Text For = new("Des ordres du jour tout prêts, pour commencer un plan.", "Ready-made agendas, to begin a plan with.");
    public static readonly Text EmptyTitle = new("Vos ordres du jour types paraîtront ici", "Your model agendas will be here");
    public static readonly Text Make = new("Créer un ordre du jour type", "Make a model agenda");
    public static readonly Text Revise = new("Modifier", "Change");
    public static readonly Text ReviseTitle = new("Modifier l’ordre du jour type", "Change the model agenda");
    public static readonly Text WriteLead = new("Les rencontres déjà planifiées ne changent pas.", "Meetings that are already planned do not change.");
    public static readonly Text PlanWith = new("Planifier une rencontre ainsi", "Plan a meeting this way");
    public static readonly Text TitleFr = new("Titre en français", "Title in French");
    public static readonly Text TitleEn = new("Titre en anglais", "Title in English");
    public static readonly Text OneSide = new("Une des deux langues suffit; les deux valent mieux.", "One of the two languages is enough; both are better.");
    public static readonly Text WordsFr = new("À quoi il sert, en français", "What it is for, in French");
    public static readonly Text WordsEn = new("À quoi il sert, en anglais", "What it is for, in English");
    public static readonly Text ItemTitleFr = new("Sujet du point {0}, en français", "Subject of item {0}, in French");
    public static readonly Text ItemTitleEn = new("Sujet du point {0}, en anglais", "Subject of item {0}, in English");
    public static readonly Text ShowBalance = new("Montrer l’équilibre", "Show the balance");
    public static readonly Text Save = new("Enregistrer", "Save");
    public static readonly Text Back = new("Revenir sans enregistrer", "Go back without saving");
    public static readonly Text Theirs = new("L’autre version, déjà enregistrée", "The other version, already saved");
    public static readonly Text Remove = new("Retirer cet ordre du jour type", "Remove this model agenda");
    public static readonly Text RemoveAsk = new("Il ne sera plus proposé. Les rencontres qui ont commencé par lui restent telles quelles.", "It will no longer be offered. Meetings that began with it stay as they are.");

    public static IReadOnlyList<Confirmation> Done { get; } =
    [
        new("agenda.saved", new("L’ordre du jour type est enregistré.", "The model agenda is saved.")),
        new("agenda.removed", new("L’ordre du jour type est retiré.", "The model agenda is removed.")),
    ];
}
