using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>
/// What the buttons beside the rows of a form do, without scripts: the form comes back with its rows in another order, one more or one
/// fewer. Nothing is saved, and nothing typed is lost.
/// </summary>
internal static class AgendaRows
{
    /// <summary>Adds an agenda row.</summary>
    public const string AddItem = "add-item";

    /// <summary>Adds a row for something to read.</summary>
    public const string AddReading = "add-reading";

    /// <summary>Shows the balance of what is typed.</summary>
    public const string Preview = "preview";

    /// <summary>Puts the items of the last meeting in place of rows in which nothing is written yet.</summary>
    public const string AsLastTime = "as-last-time";

    private const string Take = "take-";
    private const string Begin = "begin-";

    /// <summary>True when the button saves nothing.</summary>
    public static bool IsRowButton(string? pressed) => pressed is AddItem or AddReading or Preview or AsLastTime || OfferIn(pressed) is not null || ModelIn(pressed) is not null || Parse(pressed) is not null;

    /// <summary>What the button posts that takes up something that is offered.</summary>
    public static string TakeUp(Guid offer) => $"{Take}{offer:N}";

    /// <summary>Which offer a button takes up; null for any other button.</summary>
    public static Guid? OfferIn(string? pressed) => IdIn(pressed, Take);

    /// <summary>What the button posts that begins with a model agenda.</summary>
    public static string BeginWith(Guid model) => $"{Begin}{model:N}";

    /// <summary>Which model agenda a button begins with; null for any other button.</summary>
    public static Guid? ModelIn(string? pressed) => IdIn(pressed, Begin);

    /// <summary>The form after a button.</summary>
    public static MeetingForm After(MeetingForm form, string? pressed, Func<Guid> newId) => pressed switch
    {
        AddReading when form.Readings.Count < Meeting.MostReadings => form with { Readings = [.. form.Readings, new ReadingRow()] },
        _ when Parse(pressed) is ("remove-reading", var row) => form with { Readings = Without(form.Readings, row) },
        _ => form with { Items = After(form.Items, pressed, Meeting.MostItems, () => new ItemRow { Id = newId().ToString() }) },
    };

    /// <summary>The rows of an agenda after a button.</summary>
    public static IReadOnlyList<T> After<T>(IReadOnlyList<T> items, string? pressed, int most, Func<T> added) => pressed switch
    {
        AddItem => items.Count < most ? [.. items, added()] : items,
        _ => Parse(pressed) switch
        {
            ("up", var row) => Swapped(items, row, row - 1),
            ("down", var row) => Swapped(items, row, row + 1),
            ("remove", var row) => Without(items, row),
            _ => items,
        },
    };

    /// <summary>The form with the items of another agenda behind what is written in it, as far as an agenda goes.</summary>
    public static MeetingForm WithItems(MeetingForm form, IEnumerable<AgendaItem> items, Func<Guid> newId) =>
        form with { Items = [.. form.Items.Where(i => !i.IsBlank).Concat(items.Select(i => ItemRow.Of(i).Again(newId()))).Take(Meeting.MostItems)] };

    /// <summary>The row of the form that comes back in which one goes on writing: the new one, the one that moved, the one after what is gone. None after any other button.</summary>
    public static (string List, int Row)? FocusAfter(MeetingForm form, string? pressed)
    {
        var (list, row, rows) = pressed switch
        {
            AddReading => (nameof(MeetingForm.Readings), int.MaxValue, form.Readings.Count),
            _ when Parse(pressed) is ("remove-reading", var at) => (nameof(MeetingForm.Readings), at, form.Readings.Count),
            _ when OfferIn(pressed) is { } offer => (nameof(MeetingForm.Items), form.Items.ToList().FindIndex(i => i.Id == offer.ToString()), form.Items.Count),
            _ => (nameof(MeetingForm.Items), RowAfter(pressed), form.Items.Count),
        };
        return row is not { } there || rows == 0 ? null : (list, Math.Clamp(there, 0, rows - 1));
    }

    /// <summary>The row of an agenda's items in which one goes on writing, before it is cut to how many there are; null after any other button.</summary>
    public static int? RowAfter(string? pressed) => pressed switch
    {
        AddItem => int.MaxValue,
        AsLastTime => 0,
        _ when ModelIn(pressed) is not null => 0,
        _ => Parse(pressed) switch
        {
            ("up", var at) => at - 1,
            ("down", var at) => at + 1,
            ("remove", var at) => at,
            _ => null,
        },
    };

    /// <summary>What a row is called in what has to be fixed.</summary>
    public static Text? NameOf(string list, int row) => list switch
    {
        nameof(MeetingForm.Items) => PlanText.Item.With(row + 1),
        nameof(MeetingForm.Readings) => PlanText.Reading.With(row + 1),
        _ => null,
    };

    /// <summary>What a button of a row posts.</summary>
    public static string Button(string act, int row) => $"{act}-{Digits.Of(row)}";

    private static Guid? IdIn(string? pressed, string act) =>
        pressed?.StartsWith(act, StringComparison.Ordinal) == true && Guid.TryParseExact(pressed[act.Length..], "N", out var id) ? id : null;

    private static (string Act, int Row)? Parse(string? pressed)
    {
        var dash = pressed?.LastIndexOf('-') ?? -1;
        return dash > 0 && pressed![..dash] is "up" or "down" or "remove" or "remove-reading"
            && Digits.Read(pressed[(dash + 1)..]) is { } row
            ? (pressed[..dash], row)
            : null;
    }

    private static IReadOnlyList<T> Swapped<T>(IReadOnlyList<T> rows, int one, int other)
    {
        if (one < 0 || other < 0 || one >= rows.Count || other >= rows.Count)
        {
            return rows;
        }

        var moved = rows.ToArray();
        (moved[one], moved[other]) = (moved[other], moved[one]);
        return moved;
    }

    private static IReadOnlyList<T> Without<T>(IReadOnlyList<T> rows, int row) => [.. rows.Where((_, index) => index != row)];
}
