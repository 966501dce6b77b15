using System.Text.Json;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Templates;

/// <summary>The kinds of things that templates bring: the format. In the order in which a chapter takes them, since a series names an agenda, and a first meeting a series.</summary>
public static class TemplateKinds
{
    private static readonly TemplateField _title = new("title", new("Titre", "Title")) { IsRequired = true };

    private static readonly TemplateRows _agendaItems = new(
        "item", new("Point de l’ordre du jour", "Agenda item"), "items",
        [
            _title,
            new("stream", new("Volet", "Stream"), TemplateShape.Choice) { IsRequired = true, Options = TemplateCodes.Streams },
            new("kind", new("Genre", "Kind"), TemplateShape.Choice) { IsRequired = true, Options = TemplateCodes.ItemKinds },
            new("minutes", new("Minutes", "Minutes"), TemplateShape.Number) { IsRequired = true, Least = 1, Most = 480 },
        ],
        Most: 30);

    /// <summary>What members promise one another: an opening and clauses.</summary>
    public static TemplateKind Charter { get; } = new(
        "charter", new("Charte", "Charter"), "charter", TemplatePlace.OneMarkdown,
        [new("opening", new("Ouverture", "Opening"), TemplateShape.Prose) { Longest = 5000 }])
    {
        Most = 1,
        Rows = new("clause", new("Article", "Clause"), "clauses", [_title, new("text", new("Texte", "Text"), TemplateShape.Prose) { IsRequired = true, Longest = 5000 }], Most: 40),
    };

    /// <summary>Texts that a chapter shows or sends: welcome, privacy, notices, the guide of a first meeting.</summary>
    public static TemplateKind Text { get; } = new(
        "text", new("Textes", "Texts"), "texts", TemplatePlace.Markdown,
        [_title, new("text", new("Texte", "Text"), TemplateShape.Prose) { IsRequired = true, Longest = 20_000 }]);

    /// <summary>How time is divided between practice, system and the community's own life: bands in percent.</summary>
    public static TemplateKind Balance { get; } = new(
        "balance", new("Équilibre", "Balance"), "balance.json", TemplatePlace.Json,
        [
            Percent("practiceFrom", "Pratiques, au moins", "Practice, at least"), Percent("practiceTo", "Pratiques, au plus", "Practice, at most"),
            Percent("systemFrom", "Système, au moins", "System, at least"), Percent("systemTo", "Système, au plus", "System, at most"),
            Percent("communityFrom", "Vie de la communauté, au moins", "Community life, at least"), Percent("communityTo", "Vie de la communauté, au plus", "Community life, at most"),
        ])
    { Most = 1 };

    /// <summary>Agendas to plan a meeting from.</summary>
    public static TemplateKind Agenda { get; } = new(
        "agenda", new("Ordres du jour types", "Model agendas"), "agendas.json", TemplatePlace.Json,
        [_title, new("words", new("À quoi il sert", "What it is for"), TemplateShape.Prose) { Longest = 1000 }])
    { Rows = _agendaItems, Most = 20 };

    /// <summary>Meetings that come back.</summary>
    public static TemplateKind Series { get; } = new(
        "series", new("Séries de rencontres", "Series of meetings"), "series.json", TemplatePlace.Json,
        [
            _title,
            new("everyMonths", new("Tous les combien de mois", "Every so many months"), TemplateShape.Number) { IsRequired = true, Least = 1, Most = 6 },
            new("on", new("Quelle semaine du mois", "Which week of the month"), TemplateShape.Choice) { IsRequired = true, Options = TemplateCodes.Weeks },
            new("weekday", new("Quel jour", "Which day"), TemplateShape.Choice) { IsRequired = true, Options = TemplateCodes.Weekdays },
            new("time", new("Heure", "Hour"), TemplateShape.Hour) { IsRequired = true },
            new("minutes", new("Durée en minutes", "Length in minutes"), TemplateShape.Number) { IsRequired = true, Least = 15, Most = 720 },
            new("mode", new("Comment on se réunit", "How people meet"), TemplateShape.Choice) { IsRequired = true, Options = TemplateCodes.Modes },
            new("skipsHolidays", new("Pas les jours fériés", "Not on public holidays"), TemplateShape.Tick),
            new("leadDays", new("Combien de jours d’avance", "How many days ahead"), TemplateShape.Number) { IsRequired = true, Least = 7, Most = 180 },
            new("agenda", new("Ordre du jour type", "Model agenda"), TemplateShape.Reference) { Codes = ["agenda"] },
        ])
    { InOneLanguage = true, Most = 10 };

    /// <summary>The executive committee, whose id is <c>executive</c>, and special ones, with their seats.</summary>
    public static TemplateKind Committee { get; } = new(
        "committee", new("Comités", "Committees"), "committees.json", TemplatePlace.Json,
        [
            new("name", new("Nom", "Name")) { IsRequired = true, Longest = 120 },
            new("purpose", new("Mandat", "Purpose"), TemplateShape.Prose) { Longest = 1000 },
        ])
    {
        Most = 10,
        Rows = new(
            "seat", new("Siège", "Seat"), "seats",
            [
                _title with { Longest = 80 },
                new("keptFor", new("Réservé à", "Kept for"), TemplateShape.Choice) { Options = NetworkCodes.Groups },
                new("termMonths", new("Mandat, en mois", "Term, in months"), TemplateShape.Number) { Least = 1, Most = 60 },
            ],
            Most: 20),
    };

    /// <summary>What the first meetings are about; each stands for a date of a series.</summary>
    public static TemplateKind FirstMeeting { get; } = new(
        "first-meeting", new("Premières rencontres", "First meetings"), "first-meetings.json", TemplatePlace.Json,
        [
            _title,
            new("series", new("Série", "Series"), TemplateShape.Reference) { IsRequired = true, Codes = ["series"] },
            new("occurrence", new("Combientième date", "Which date of it"), TemplateShape.Number) { IsRequired = true, Least = 1, Most = 12 },
        ])
    { InOneLanguage = true, Rows = _agendaItems, Most = 12 };

    /// <summary>What members could talk about.</summary>
    public static TemplateKind Topic { get; } = new(
        "topic", new("Sujets", "Topics"), "topics.json", TemplatePlace.Json,
        [
            _title,
            new("words", new("Pourquoi", "Why"), TemplateShape.Prose) { Longest = 1000 },
            new("stream", new("Volet", "Stream"), TemplateShape.Choice) { IsRequired = true, Options = TemplateCodes.Streams },
        ])
    { InOneLanguage = true };

    /// <summary>Practices to begin with. What people write has the names of <see cref="PracticeFields"/>. Who took part is for each chapter to say.</summary>
    public static TemplateKind Practice { get; } = new(
        "practice", new("Pratiques de départ", "Starter practices"), "practices", TemplatePlace.Markdown,
        [
            .. PracticeFields.Written.Except([PracticeFields.CreditName, .. PracticeFields.Adaptation]).Select(Written),
            .. PracticeFields.Chosen.Except(PracticeFields.Adaptation).Where(f => f.Name is not (nameof(PracticeRevision.Language) or nameof(PracticeRevision.Credit) or nameof(PracticeRevision.Groups))).Select(Chosen),
        ])
    { InOneLanguage = true, Most = 30 };

    /// <summary>What a new chapter does in its first ninety days.</summary>
    public static TemplateKind Step { get; } = new(
        "step", new("Les 90 premiers jours", "The first ninety days"), "checklist.json", TemplatePlace.Json,
        [
            _title,
            new("words", new("Pourquoi et comment", "Why and how"), TemplateShape.Prose) { Longest = 1000 },
            new("day", new("Jour", "Day"), TemplateShape.Number) { IsRequired = true, Least = 1, Most = 90 },
        ])
    { Most = 40 };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TemplateKind> All { get; } = [Charter, Text, Balance, Agenda, Series, Committee, FirstMeeting, Topic, Practice, Step];

    /// <summary>The kind of a name; null when there is none.</summary>
    public static TemplateKind? Of(string name) => All.FirstOrDefault(k => k.Name == name);

    private static TemplateField Written(FormField field) => new(Camel(field.Name), field.Heading, field.Kind == FieldKind.Text ? TemplateShape.Prose : TemplateShape.Line)
    {
        IsRequired = field == PracticeFields.Title || field == PracticeFields.Text,
        Longest = Math.Min(field.Longest, 20_000),
    };

    private static TemplateField Chosen(FormField field) => new(Camel(field.Name), field.Heading, field.Kind == FieldKind.Checks ? TemplateShape.Choices : TemplateShape.Choice)
    {
        IsRequired = field.Missing is not null,
        Options = field.Options,
        Most = field.Most,
    };

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static TemplateField Percent(string name, string fr, string en) => new(name, new(fr, en), TemplateShape.Number) { IsRequired = true, Least = 0, Most = 100 };
}
