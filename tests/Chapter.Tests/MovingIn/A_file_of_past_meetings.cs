using System.Text;
using RecoveryCoP.Chapter.Invitations;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.MovingIn;
using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Chapter.Tests.MovingIn;

/// <summary>What is read of tables and calendars, as spreadsheets and calendar programs write them. It is 2 March 2026.</summary>
public sealed class A_file_of_past_meetings
{
    private static readonly DateTimeOffset _now = new(2026, 3, 2, 14, 0, 0, TimeSpan.Zero);
    private static readonly UsualMeeting _usual = new(new(18, 0), 120, MeetingMode.InPerson, Language.French);

    [Theory]
    [InlineData("2024-03-12", "2024-03-12 18:00")]
    [InlineData("2024/3/2", "2024-03-02 18:00")]
    [InlineData("2024-03-12 13:30", "2024-03-12 13:30")]
    [InlineData("2024-03-12T09:05:00", "2024-03-12 09:05")]
    [InlineData("25/03/2024", "2024-03-25 18:00")]
    [InlineData("25.03.2024 à 13 h 30", "2024-03-25 13:30")]
    [InlineData("12 mars 2024", "2024-03-12 18:00")]
    [InlineData("Mardi 12 mars 2024, 18 h", "2024-03-12 18:00")]
    [InlineData("1er août 2023", "2023-08-01 18:00")]
    [InlineData("3 févr. 2023", "2023-02-03 18:00")]
    [InlineData("March 12, 2024", "2024-03-12 18:00")]
    [InlineData("Tue, Mar 12 2024 6:30 p.m.", "2024-03-12 18:30")]
    [InlineData("12-May-2024", "2024-05-12 18:00")]
    [InlineData("2024-02-30", null)]
    [InlineData("hier", null)]
    [InlineData("12 chats 2024", null)]
    [InlineData("1024-03-12", null)]
    [InlineData("2024-03-12 le soir", null)]
    public void has_days_in_the_ways_in_which_people_write_them(string typed, string? read)
    {
        var found = Read($"Date\n\"{typed}\"\n");

        Assert.Equal(read, found.Meetings.Select(m => $"{m.Start:yyyy-MM-dd HH:mm}").SingleOrDefault());
        Assert.Equal(read is null ? ["moving-in.date-unclear"] : [], Codes(found));
    }

    [Theory]
    [InlineData("18:00", 18, 0)]
    [InlineData("9h", 9, 0)]
    [InlineData("18 h 30", 18, 30)]
    [InlineData("6:15 PM", 18, 15)]
    [InlineData("12 a.m.", 0, 0)]
    [InlineData("12pm", 12, 0)]
    [InlineData("13:45:00", 13, 45)]
    [InlineData("18", null, 0)]
    [InlineData("25:00", null, 0)]
    [InlineData("soir", null, 0)]
    public void has_hours_in_those_ways(string typed, int? hour, int minute) =>
        Assert.Equal(hour is { } h ? new TimeOnly(h, minute) : null, LooseDate.Hour(typed));

    [Theory]
    [InlineData("90", 90)]
    [InlineData("90 min", 90)]
    [InlineData("1:30", 90)]
    [InlineData("1 h 30", 90)]
    [InlineData("2 heures", 120)]
    [InlineData("1,5 h", 90)]
    [InlineData("longtemps", null)]
    public void has_lengths_in_those_ways(string typed, int? minutes) => Assert.Equal(minutes, LooseDate.Minutes(typed));

    [Theory]
    [InlineData("03/04/2024;25/04/2024", "2024-04-03", "moving-in.days-first")]
    [InlineData("03/04/2024;04/25/2024", "2024-03-04", "moving-in.months-first")]
    [InlineData("03/03/2024;25/04/2024", "2024-03-03", null)]
    public void has_an_order_of_day_and_month_that_the_whole_column_tells_and_that_is_said(string dates, string first, string? said)
    {
        var found = Read("Date\n" + dates.Replace(';', '\n'));

        Assert.Equal(first, $"{found.Meetings[0].Start:yyyy-MM-dd}");
        Assert.Equal(said is null ? [] : [said], Codes(found));
    }

    [Fact]
    public void tells_all_that_a_spreadsheet_says_with_semicolons_and_lines_within_a_cell()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(
            "Titre;Date;Heure de début;Heure de fin;Lieu;Formule;Compte rendu;Présences\r\n"
            + "Être entendu;2024-01-09;13:30;15:00;Salle 2;En personne;\"Bonjour; \"\"à tous\"\".\r\nOn a parlé du logement.\";14\r\n"
            + ";2024-02-13;;;https://zoom.us/j/1;;;\r\n"
            + "Le travail;2024-03-12;18 h;;Centre;hybride;;9\r\n");

        var found = Read(Roster.Decode(bytes));

        Assert.Empty(found.Notes);
        Assert.Equal(
            [
                new(2, "Être entendu", new(2024, 1, 9, 13, 30, 0), 90, MeetingMode.InPerson, "Salle 2", "Bonjour; \"à tous\".  \nOn a parlé du logement.", 14),
                new(4, "Rencontre", new(2024, 2, 13, 18, 0, 0), 120, MeetingMode.Remote, "", "", null),
                new(5, "Le travail", new(2024, 3, 12, 18, 0, 0), 120, MeetingMode.Hybrid, "Centre", "", 9),
            ],
            found.Meetings);
    }

    [Theory]
    [InlineData("\uFEFFDate,Title,Minutes\n2024-01-09,One,45\n", 45)]
    [InlineData("Date\tTitle\tDuration\n2024-01-09\tOne, two; three\t1:15\n", 75)]
    [InlineData("sep=;\nDATE ;title;End Time\n2024-01-09;One;19:00\n", 60)]
    public void is_read_with_any_separator_and_headings_in_either_language(string text, int minutes) =>
        Assert.Equal(minutes, Assert.Single(Read(Roster.Decode(Encoding.UTF8.GetBytes(text))).Meetings).Minutes);

    [Theory]
    [InlineData("Date;Titre\n;Une\n", "moving-in.date-missing")]
    [InlineData("Date;Heure\n2024-01-09;soir\n", "moving-in.hour-unclear")]
    [InlineData("Date;Heure\n2024-03-10;02:30\n", "moving-in.hour-unclear")]
    [InlineData("Date;Durée\n2024-01-09;3 jours\n", "moving-in.length-unclear")]
    [InlineData("Date;Durée\n2024-01-09;2\n", "moving-in.length-unclear")]
    [InlineData("Date;Formule\n2024-01-09;à cheval\n", "moving-in.mode-unclear")]
    [InlineData("Date;Présences\n2024-01-09;Camille, Jo\n", "moving-in.present-unclear")]
    [InlineData("Date;Présences\n2024-01-09;5000\n", "moving-in.present-unclear")]
    [InlineData("Date;Titre\n2024-01-09;a\u202Eb\n", "moving-in.unreadable")]
    [InlineData("Date;Notes\n2024-01-09;[ici](javascript:x)\n", "form.link-dead")]
    [InlineData("Date;Titre\n2026-03-02;Ce soir\n", "moving-in.not-over")]
    [InlineData("Date;Titre\n2027-03-02;Un jour\n", "moving-in.not-over")]
    [InlineData("Date;Titre\n2024-01-09;\"Une\n2024-02-13;Deux\n", "moving-in.quote-open")]
    public void says_of_each_line_what_there_is_to_know_and_takes_the_others(string text, string code)
    {
        var found = Read(text + "2024-05-14;\n");

        Assert.Equal([code], Codes(found));
        Assert.Equal(2, found.Notes[0].Line);
        Assert.Contains(found.Meetings, m => m.Start.Month == 5);
    }

    [Fact]
    public void has_each_meeting_once()
    {
        var found = Read("Date;Titre\n2024-01-09;Une\n2024-01-09 18:00;UNE\n2024-01-09;Autre\n");

        Assert.Equal([2, 4], found.Meetings.Select(m => m.Line));
        Assert.Equal((3, "2"), (found.Notes.Single().Line, found.Notes.Single().Why.Args.Single()));
    }

    [Theory]
    [InlineData("", "moving-in.empty")]
    [InlineData("Date;Titre\n", "moving-in.empty")]
    [InlineData("Jour férié;Titre\n2024-01-09;Une\n", "moving-in.no-dates")]
    [InlineData("Date\n25/03/2024\n03/25/2024\n", "moving-in.dates-contradict")]
    [InlineData("BEGIN:VCALENDAR\nbonjour\n", "moving-in.not-a-calendar")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", "moving-in.no-events")]
    public void that_is_none_is_refused_with_what_to_do(string text, string code) =>
        Assert.Equal(code, Assert.Single((MeetingEvents.IsCalendar(text) ? MeetingEvents.Read(text, _usual, _now) : MeetingTable.Read(text, _usual, _now)).Refusals).Code);

    [Fact]
    public void of_five_thousand_lines_is_read_with_all_its_faults_and_one_more_is_too_many()
    {
        var rows = string.Concat(Enumerable.Range(0, 5000).Select(i => i % 2 == 0 ? $"hier;{i};\"un\ndeux\"\n" : $"{new DateOnly(2012, 1, 1).AddDays(i):yyyy-MM-dd};{i};\"un\ndeux\"\n"));

        var found = Read("Date;Titre;Notes\n" + rows);

        Assert.Equal((2500, 2500), (found.Meetings.Count, found.Notes.Count(n => n.IsFault)));
        Assert.Equal("moving-in.too-long", Assert.Single(MeetingTable.Read("Date;Titre;Notes\n" + rows + "2024-01-09;;\n", _usual, _now).Refusals).Code);
    }

    [Fact]
    public void with_quotation_marks_that_are_never_closed_loses_their_lines_alone()
    {
        var found = Read("Date;Titre\n2024-01-09;\"Une\n2024-02-13;Deux\n2024-03-12;\"Trois\"\n2024-04-09;\"Quatre\n2024-05-14;Cinq\n");

        Assert.Equal(["Deux", "Trois", "Cinq"], found.Meetings.Select(m => m.Title));
        Assert.Equal([2, 5], found.Notes.Select(n => n.Line));
    }

    [Fact]
    public void may_be_a_calendar_with_hours_in_any_zone_and_events_that_repeat()
    {
        var found = MeetingEvents.Read(Calendar(
            "DTSTART;TZID=America/Toronto:20251014T180000\nDTEND;TZID=America/Toronto:20251014T193000\nRRULE:FREQ=MONTHLY;BYDAY=2TU\nEXDATE;TZID=America/Toronto:20251209T180000\nUID:a\nSUMMARY:Mensuelle\nLOCATION:Centre Albert\nDESCRIPTION:Un point.\\nUn autre.",
            "RECURRENCE-ID;TZID=America/Toronto:20251111T180000\nDTSTART;TZID=America/Toronto:20251112T190000\nDURATION:PT1H\nUID:a\nSUMMARY:Déplacée",
            "DTSTART:20240105T230000Z\nDTEND:20240106T003000Z\nUID:b\nSUMMARY:En UTC",
            "DTSTART;VALUE=DATE:20240110\nUID:c\nSUMMARY:Un jour",
            "DTSTART:20240111T173000\nUID:d\nSUMMARY:Au mur\nLOCATION:https://teams.example.org/x",
            "DTSTART;TZID=Eastern Standard Time:20240117T180000\nUID:e\nSUMMARY:D’Outlook",
            "DTSTART:20240118T230000Z\nUID:f\nSTATUS:CANCELLED\nSUMMARY:Annulée",
            "DTSTART;TZID=Lune/Mer:20240119T180000\nUID:g\nSUMMARY:Ailleurs",
            "DTSTART:20240120T180000\nRRULE:FREQ=SECONDLY\nUID:h\nSUMMARY:Sans fin",
            "DTSTART:20990120T180000Z\nUID:i\nSUMMARY:Un jour"), _usual, _now).Value!;

        Assert.Equal(
            [
                "2025-10-14 18:00 90 InPerson Centre Albert Mensuelle", "2026-01-13 18:00 90 InPerson Centre Albert Mensuelle", "2026-02-10 18:00 90 InPerson Centre Albert Mensuelle",
                "2025-11-12 19:00 60 InPerson  Déplacée", "2024-01-05 18:00 90 InPerson  En UTC", "2024-01-10 18:00 120 InPerson  Un jour", "2024-01-11 17:30 120 Remote  Au mur", "2024-01-17 18:00 120 InPerson  D’Outlook",
            ],
            found.Meetings.Select(m => $"{m.Start:yyyy-MM-dd HH:mm} {m.Minutes} {m.Mode} {m.Place} {m.Title}"));
        Assert.Equal("Un point.  \nUn autre.", found.Meetings[0].Notes);
        Assert.Equal(["moving-in.cancelled", "moving-in.event-unclear", "moving-in.repeats-too-often", "moving-in.not-over"], Codes(found));
    }

    [Theory]
    [InlineData("FREQ=DAILY")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")]
    public void with_an_event_that_repeats_without_end_has_an_answer(string rule)
    {
        var found = MeetingEvents.Read(Calendar($"DTSTART:19600101T180000\nRRULE:{rule}\nUID:a\nSUMMARY:Toujours", "DTSTART:20240105T230000Z\nUID:b\nSUMMARY:Une fois"), _usual, _now).Value!;

        Assert.Equal("Une fois", Assert.Single(found.Meetings).Title);
        Assert.Single(found.Notes);
    }

    [Theory]
    [InlineData("Le Phare, salle B et Zoom", MeetingMode.Hybrid, "Le Phare, salle B")]
    [InlineData("Salle B (Teams)", MeetingMode.Hybrid, "Salle B")]
    [InlineData("Zoom", MeetingMode.Remote, "")]
    [InlineData("Salle B, https://zoom.us/j/1, mot de passe : abc", MeetingMode.Remote, "")]
    [InlineData("Salle Bellechasse et Etchemin", MeetingMode.InPerson, "Salle Bellechasse et Etchemin")]
    public void tells_by_where_it_was_how_people_took_part(string where, MeetingMode mode, string place) =>
        Assert.Equal((mode, place), new PastMeetings(_usual, _now).WayOf(null, where));

    [Theory]
    [InlineData("2024-03-12 Compte rendu", "2024-03-12", "2024-03-12")]
    [InlineData("CR_20240312", "2024-03-12", "2024-03-12")]
    [InlineData("Notes 2024_03_12 (v2)", "2024-03-12", "2024-03-12")]
    [InlineData("PV du 12 mars 2024", "2024-03-12", "2024-03-12")]
    [InlineData("1er-décembre-2024", "2024-12-01", "2024-12-01")]
    [InlineData("Minutes, March 12th, 2024", "2024-03-12", "2024-03-12")]
    [InlineData("PV novembre 2024", "2024-11-01", "2024-11-30")]
    [InlineData("CR_févr._2024", "2024-02-01", "2024-02-29")]
    [InlineData("2024-03 notes", "2024-03-01", "2024-03-31")]
    [InlineData("Procès-verbal_19-06-2026", "2026-06-19", "2026-06-19")]
    [InlineData("PV 6.19.2026", "2026-06-19", "2026-06-19")]
    [InlineData("Procès-verbal_09-06-2026", "2026-06-09 2026-09-06", "2026-06-09 2026-09-06")]
    [InlineData("PV 06-06-2026", "2026-06-06", "2026-06-06")]
    [InlineData("32-01-2026", null, null)]
    [InlineData("PV 19-03-2024 10 h", "2024-03-19", "2024-03-19")]
    [InlineData("2024-13-12", null, null)]
    [InlineData("Dossier 120240312", null, null)]
    [InlineData("Décision 2024", null, null)]
    [InlineData("Plan de marche 2024", null, null)]
    [InlineData("Statuts 2012", null, null)]
    [InlineData("charte", null, null)]
    public void goes_by_the_day_or_the_month_in_its_name_where_it_is_a_document(string name, string? from, string? to) =>
        Assert.Equal((from ?? "", to ?? ""), (string.Join(' ', LooseDate.InName(name).Select(d => Iso(d.From))), string.Join(' ', LooseDate.InName(name).Select(d => Iso(d.To)))));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static ReadMeetings Read(string text) => MeetingTable.Read(text, _usual, _now).Value!;

    private static IEnumerable<string> Codes(ReadMeetings read) => read.Notes.Select(n => n.Why.Code);

    private static string Calendar(params string[] events) => $"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{string.Concat(events.Select(e => $"BEGIN:VEVENT\n{e}\nEND:VEVENT\n"))}END:VCALENDAR\n".ReplaceLineEndings("\r\n");
}
