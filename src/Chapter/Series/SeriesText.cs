using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Series;

/// <summary>What the pages of series say.</summary>
internal static class SeriesText
{
    public static readonly Text Title = new("Séries de rencontres", "Series of meetings");
    public static readonly Text Link = new("Séries", "Series");
    public static readonly Text For = new("Les rencontres qui reviennent\u00a0: quand, où, et l’ordre du jour de départ.", "Meetings that come back: when, where, and the agenda to start from.");
    public static readonly Text One = new("Série", "Series");
    public static readonly Text Lead = new("Une rencontre qui revient se planifie une fois\u00a0: le jour, l’heure, le lieu et l’ordre du jour sont ensuite déjà là.", "A meeting that comes back is planned once: from then on the day, the time, the place and the agenda are there already.");
    public static readonly Text EmptyTitle = new("Vos séries paraîtront ici", "Your series will be here");
    public static readonly Text Make = new("Préparer une série", "Set up a series");
    public static readonly Text MakeLead = new("Le brouillon de chaque rencontre sera fait automatiquement, assez tôt pour le compléter et l’annoncer. Avant, les membres en voient au plus l’heure dans leur calendrier, «\u00a0à confirmer\u00a0».", "The draft of each meeting will be made automatically, early enough to complete and announce it. Before that, members see no more than its time in their calendar, “to be confirmed”.");
    public static readonly Text Revise = new("Revoir la série", "Revise the series");
    public static readonly Text ReviseLead = new("Les brouillons auxquels personne n’a touché suivront. Ce qui est annoncé, ou que quelqu’un a changé, reste tel quel.", "Drafts that nobody has touched will follow. What is announced, or what somebody changed, stays as it is.");
    public static readonly Text Save = new("Enregistrer la série", "Save the series");
    public static readonly Text Back = new("Retour à la série", "Back to the series");
    public static readonly Text Next = new("Prochaine date de la série\u00a0:", "The series’ next date:");
    public static readonly Text NoNext = new("Cette série est finie.", "This series has ended.");

    public static readonly Text Name = new("Nom de la série", "Name of the series");
    public static readonly Text NameHelp = new("C’est aussi le titre de chaque brouillon, que vous pourrez compléter.", "It is also the title of each draft, which you can complete.");
    public static readonly Text Every = new("À quel rythme", "How often");
    public static readonly Text On = new("Quel jour du mois", "Which day of the month");
    public static readonly Text Weekday = new("Jour de la semaine", "Day of the week");
    public static readonly Text Day = new("Date fixe, de 1 à 31", "Fixed date, 1 to 31");
    public static readonly Text DayHelp = new("Seulement si vous avez choisi une date fixe. Un mois plus court prend son dernier jour.", "Only if you chose a fixed date. A shorter month takes its last day.");
    public static readonly Text From = new("À partir du", "Starting on");
    public static readonly Text FromHelp = new("Les dates commencent ce jour-là ou après. Par exemple 2026-03-02.", "The dates begin on this day or later. For example 2026-03-02.");
    public static readonly Text Until = new("Dernier jour", "Last day");
    public static readonly Text UntilHelp = new("Laissez vide si la série n’a pas de fin prévue.", "Leave empty if the series has no planned end.");
    public static readonly Text SkipsHolidays = new("Pas de rencontre les jours fériés", "No meeting on public holidays");
    public static readonly Text HolidaysHelp = new("Ceux du Québec. La date est alors sautée, et non remplacée.", "Those of Québec. The date is then left out, not replaced.");
    public static readonly Text LeadDays = new("Combien de jours d’avance", "How many days ahead");
    public static readonly Text LeadHelp = new("Le brouillon paraît autant de jours avant la rencontre.", "The draft appears that many days before the meeting.");
    public static readonly Text ShowDates = new("Montrer les dates", "Show the dates");
    public static readonly Text DatesBelow = new("Les prochaines dates", "The next dates");
    public static readonly Text DatesUnclear = new("Les dates paraîtront ici quand le jour, l’heure et le rythme seront écrits.", "The dates will be here once the day, the time and how often are written.");
    public static readonly Text NoDates = new("Aucune date à venir.", "No date to come.");

    public static readonly Text When = new("Quand", "When");
    public static readonly Text Drafts = new("Brouillons", "Drafts");
    public static readonly Text DaysAhead = new("{0} jours avant la rencontre", "{0} days before the meeting");
    public static readonly Text Holidays = new("Jours fériés", "Public holidays");
    public static readonly Text HolidaysOff = new("Pas de rencontre ces jours-là", "No meeting on those days");
    public static readonly Text HolidaysOn = new("Comme les autres jours", "Like other days");
    public static readonly Text Template = new("Ordre du jour de départ", "Agenda to begin with");
    public static readonly Text WillBeMade = new("Brouillon le {0}", "Draft on {0}");
    public static readonly Text NotInSeries = new("La série n’a plus de date ce mois-là; cette rencontre reste.", "The series no longer has a date that month; this meeting stays.");
    public static readonly Text OtherDay = new("Dans la série\u00a0: {0}.", "In the series: {0}.");
    public static readonly Text IsSkipped = new("Pas de rencontre ce mois-là", "No meeting that month");
    public static readonly Text IsHoliday = new("Jour férié\u00a0: pas de rencontre", "Public holiday: no meeting");
    public static readonly Text Skip = new("Sauter", "Skip");
    public static readonly Text SkipDate = new("Sauter la date du {0}", "Skip the date of {0}");
    public static readonly Text TakeBack = new("Ne plus sauter", "No longer skip");
    public static readonly Text TakeBackDate = new("Ne plus sauter la date du {0}", "No longer skip the date of {0}");
    public static readonly Text End = new("Finir la série", "End the series");
    public static readonly Text EndAsk = new("Finir la série aujourd’hui? Les brouillons à venir auxquels personne n’a touché seront retirés; ce qui est annoncé reste.", "End the series today? Drafts ahead that nobody has touched will be withdrawn; what is announced stays.");
    public static readonly Text EndUndo = new("Pour la reprendre, revoyez la série et changez son dernier jour.", "To take it up again, revise the series and change its last day.");
    public static readonly Text Theirs = new("L’autre version, déjà enregistrée", "The other version, already saved");
    public static readonly Text Belongs = new("De la série\u00a0:", "Of the series:");
    public static readonly Text ToAnnounce = new("À annoncer", "To be announced");
    public static readonly Text ToAnnounceHelp = new("Des brouillons faits à partir d’une série. Ouvrez-en un, complétez le titre si vous voulez, et annoncez-le.", "Drafts made from a series. Open one, complete its title if you like, and announce it.");

    private static readonly Text onThe = new("{0} {1} de chaque mois", "{0} {1} of every month"), onTheEvery = new("{0} {1}, tous les {2}\u00a0mois", "{0} {1}, every {2} months");
    private static readonly Text onDay = new("Le {0} de chaque mois", "Day {0} of every month"), onDayEvery = new("Le {0}, tous les {1}\u00a0mois", "Day {0}, every {1} months");
    private static readonly Text until = new("{0}, jusqu’au {1}", "{0}, until {1}");

    public static IReadOnlyList<Confirmation> Done { get; } =
    [
        new("series.saved", new("La série est enregistrée. Ses brouillons se font automatiquement.", "The series is saved. Its drafts are made automatically.")),
        new("series.skipped", new("C’est noté\u00a0: pas de rencontre ce mois-là.", "Noted: no meeting that month.")),
        new("series.skip-taken-back", new("C’est noté\u00a0: il y aura une rencontre ce mois-là.", "Noted: there will be a meeting that month.")),
        new("series.ended", new("La série est finie.", "The series has ended.")),
    ];

    /// <summary>"Le troisième mardi de chaque mois".</summary>
    public static Text RuleOf(SeriesSetup setup)
    {
        var rule = setup.On == SeriesDay.DayOfMonth
            ? setup.EveryMonths == 1 ? onDay.With(NumberOf(setup.Day)) : onDayEvery.With(NumberOf(setup.Day), setup.EveryMonths)
            : setup.EveryMonths == 1 ? onThe.With(SeriesCodes.Days.LabelOf(setup.On), SeriesCodes.Weekdays.LabelOf(setup.Weekday))
            : onTheEvery.With(SeriesCodes.Days.LabelOf(setup.On), SeriesCodes.Weekdays.LabelOf(setup.Weekday), setup.EveryMonths);
        return setup.Until is { } last ? until.With(rule, DayOf(last)) : rule;
    }

    /// <summary>"mardi 12 mai 2026".</summary>
    public static Text WeekdayOf(DateOnly day) => MeetingTimes.Day(Dates.InstantOf(day.ToDateTime(new TimeOnly(12, 0))));

    /// <summary>"12 mai 2026".</summary>
    public static Text DayOf(DateOnly day) => new(Dates.Day(day, Language.French), Dates.Day(day, Language.English));

    private static Text NumberOf(int day) => new(day == 1 ? "1er" : $"{day}", $"{day}");
}
