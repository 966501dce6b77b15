using RecoveryCoP.Chapter.Invitations;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.MovingIn;

/// <summary>Past meetings as a spreadsheet has them: a row each, columns found by what their heading says in French or in English.</summary>
internal static class MeetingTable
{
    private enum Column
    {
        Date,
        Hour,
        End,
        Length,
        Title,
        Place,
        Mode,
        Notes,
        Present,
    }

    private static readonly Dictionary<string, Column> _headings = new()
    {
        ["date"] = Column.Date, ["jour"] = Column.Date, ["day"] = Column.Date, ["date de la rencontre"] = Column.Date, ["meeting date"] = Column.Date, ["start date"] = Column.Date, ["date de debut"] = Column.Date,
        ["heure"] = Column.Hour, ["debut"] = Column.Hour, ["heure de debut"] = Column.Hour, ["time"] = Column.Hour, ["hour"] = Column.Hour, ["start"] = Column.Hour, ["start time"] = Column.Hour, ["begins"] = Column.Hour,
        ["fin"] = Column.End, ["heure de fin"] = Column.End, ["end"] = Column.End, ["end time"] = Column.End, ["ends"] = Column.End,
        ["duree"] = Column.Length, ["duree (min)"] = Column.Length, ["duree (minutes)"] = Column.Length, ["duration"] = Column.Length, ["length"] = Column.Length,
        ["titre"] = Column.Title, ["sujet"] = Column.Title, ["theme"] = Column.Title, ["objet"] = Column.Title, ["rencontre"] = Column.Title, ["title"] = Column.Title, ["subject"] = Column.Title, ["topic"] = Column.Title, ["meeting"] = Column.Title, ["summary"] = Column.Title,
        ["lieu"] = Column.Place, ["endroit"] = Column.Place, ["salle"] = Column.Place, ["adresse"] = Column.Place, ["place"] = Column.Place, ["location"] = Column.Place, ["where"] = Column.Place, ["room"] = Column.Place, ["venue"] = Column.Place,
        ["mode"] = Column.Mode, ["formule"] = Column.Mode, ["format"] = Column.Mode, ["how"] = Column.Mode, ["type"] = Column.Mode,
        ["notes"] = Column.Notes, ["note"] = Column.Notes, ["compte rendu"] = Column.Notes, ["compte-rendu"] = Column.Notes, ["proces-verbal"] = Column.Notes, ["proces verbal"] = Column.Notes, ["pv"] = Column.Notes, ["resume"] = Column.Notes, ["description"] = Column.Notes, ["minutes"] = Column.Notes,
        ["presences"] = Column.Present, ["presents"] = Column.Present, ["personnes presentes"] = Column.Present, ["nombre"] = Column.Present, ["nombre de personnes"] = Column.Present, ["participants"] = Column.Present, ["participation"] = Column.Present, ["present"] = Column.Present, ["attendance"] = Column.Present, ["attendees"] = Column.Present, ["number"] = Column.Present,
    };

    private static readonly (string[] Words, MeetingMode Mode)[] _modes =
    [
        (["hybrid", "bimodal", "les deux", "both"], MeetingMode.Hybrid),
        (["distance", "virtuel", "virtual", "ligne", "online", "remote", "zoom", "teams", "visio", "video", "telephone", "phone"], MeetingMode.Remote),
        (["personne", "presen", "person", "face", "sur place", "on site"], MeetingMode.InPerson),
    ];

    /// <summary>Reads a table; refused when it has too many rows, or none, or no column of dates.</summary>
    public static Result<ReadMeetings> Read(string text, UsualMeeting usual, DateTimeOffset now)
    {
        if (Sheet.Read(text, MovingLimits.MostRows) is not { } rows || rows.Count > MovingLimits.MostRows + 1)
        {
            return Refusal.Of("moving-in.too-long", MovingForm.FileField, MovingLimits.MostRows);
        }

        if (rows.Count < 2)
        {
            return Refusal.Of("moving-in.empty", MovingForm.FileField);
        }

        var columns = ColumnsOf(rows);
        if (!columns.TryGetValue(Column.Date, out var dates))
        {
            return Refusal.Of("moving-in.no-dates", MovingForm.FileField);
        }

        var body = rows.Skip(1).Where(r => r.Cells.Any(c => c.Length > 0)).ToList();
        if (LooseDate.OrderOf(body.Select(r => r[dates])) is not { } order)
        {
            return Refusal.Of("moving-in.dates-contradict", MovingForm.FileField);
        }

        var gathered = new PastMeetings(usual, now);
        foreach (var row in body)
        {
            Take(row, c => columns.TryGetValue(c, out var at) ? row[at] : "", order, gathered);
        }

        if (body.Any(r => LooseDate.IsAmbiguous(r[dates])))
        {
            gathered.LeaveOut(0, order == NumberOrder.DayFirst ? "moving-in.days-first" : "moving-in.months-first");
        }

        return gathered.Read;
    }

    private static Dictionary<Column, int> ColumnsOf(IReadOnlyList<SheetRow> rows)
    {
        Dictionary<Column, int> columns = [];
        foreach (var (at, heading) in rows[0].Cells.Index())
        {
            var plain = LooseDate.Plain(heading).TrimEnd(':', ' ');
            // "Minutes" is what was written down, in English; and how long it lasted, where numbers stand below.
            if (plain is "minutes" && rows.Skip(1).All(r => r[at].Length == 0 || Digits.Read(r[at]) is not null))
            {
                columns.TryAdd(Column.Length, at);
            }
            else if (_headings.TryGetValue(plain, out var column))
            {
                columns.TryAdd(column, at);
            }
        }

        return columns;
    }

    private static void Take(SheetRow row, Func<Column, string> cell, NumberOrder order, PastMeetings gathered)
    {
        var usual = gathered.Usual;
        if (row.IsUnclosed)
        {
            gathered.Fault(row.Line, "moving-in.quote-open");
            return;
        }

        if (LooseDate.Read(cell(Column.Date), order) is not var (day, beside))
        {
            gathered.Fault(row.Line, cell(Column.Date).Length == 0 ? "moving-in.date-missing" : "moving-in.date-unclear");
            return;
        }

        var (hour, isHour) = Hour(cell(Column.Hour), beside ?? usual.Hour);
        var (end, isEnd) = Hour(cell(Column.End), null);
        var minutes = cell(Column.Length).Length > 0 ? LooseDate.Minutes(cell(Column.Length)) ?? 0
            : end is { } until ? (int)(until - hour!.Value).TotalMinutes // past midnight, as clocks go
            : usual.Minutes;
        var said = cell(Column.Mode);
        var mode = said.Length == 0 ? null : ModeOf(said);
        var present = cell(Column.Present);
        if (!isHour || !isEnd)
        {
            gathered.Fault(row.Line, "moving-in.hour-unclear");
        }
        else if (said.Length > 0 && mode is null)
        {
            gathered.Fault(row.Line, "moving-in.mode-unclear");
        }
        else if (present.Length > 0 && Digits.Read(present) is null)
        {
            gathered.Fault(row.Line, "moving-in.present-unclear", CountGuests.Most);
        }
        else
        {
            var (way, place) = gathered.WayOf(mode, cell(Column.Place));
            gathered.Add(new(row.Line, cell(Column.Title), day.ToDateTime(hour!.Value), minutes, way, place, cell(Column.Notes), Digits.Read(present)));
        }
    }

    private static (TimeOnly? Hour, bool IsRead) Hour(string typed, TimeOnly? otherwise) =>
        typed.Length == 0 ? (otherwise, true) : LooseDate.Hour(typed) is { } read ? (read, true) : (otherwise ?? default, false);

    private static MeetingMode? ModeOf(string said)
    {
        var plain = LooseDate.Plain(said);
        return _modes.Where(m => m.Words.Any(w => plain.Contains(w, StringComparison.Ordinal))).Select(m => (MeetingMode?)m.Mode).FirstOrDefault();
    }
}
