using FluentValidation;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Agendas;

/// <summary>A model agenda as it is typed. Binding sets a list to null of which nothing was sent.</summary>
public sealed record AgendaForm
{
    /// <summary>What it is called in French; one of the two is needed.</summary>
    public string? TitleFr { get; init; }

    /// <summary>What it is called in English.</summary>
    public string? TitleEn { get; init; }

    /// <summary>What it is for, in French.</summary>
    public string? WordsFr { get; init; }

    /// <summary>What it is for, in English.</summary>
    public string? WordsEn { get; init; }

    /// <summary>Its items.</summary>
    public IReadOnlyList<ModelRow> Items { get; init => field = value ?? []; } = [];

    /// <summary>Its fields, without its rows.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(TitleFr), AgendaText.TitleFr, AgendaText.OneSide) { Longest = 200, Expected = true, Lang = Language.French },
        new(nameof(TitleEn), AgendaText.TitleEn) { Longest = 200, Expected = true, Lang = Language.English },
        new(nameof(WordsFr), AgendaText.WordsFr) { Kind = FieldKind.Text, Rows = 2, Longest = 1000, Lang = Language.French },
        new(nameof(WordsEn), AgendaText.WordsEn) { Kind = FieldKind.Text, Rows = 2, Longest = 1000, Lang = Language.English },
    ];

    /// <summary>What is wrong with a form. A row in which nothing is written is no error.</summary>
    public static IReadOnlyList<Refusal> Errors(AgendaForm form) => new Validator().Errors(form) is { Count: > 0 } errors ? errors : form.ToContent().Errors();

    /// <summary>The form that shows a model again.</summary>
    public static AgendaForm Of(AgendaContent content) => new()
    {
        TitleFr = content.Title.Fr,
        TitleEn = content.Title.En,
        WordsFr = content.Words.Fr,
        WordsEn = content.Words.En,
        Items = [.. content.Items.Select(ModelRow.Of)],
    };

    /// <summary>What it says; only of a form in which nothing is wrong.</summary>
    public AgendaContent ToContent() => new()
    {
        Title = new(Side(TypedText.Line(TitleFr)), Side(TypedText.Line(TitleEn))),
        Words = new(Side(TypedText.Plain(WordsFr)), Side(TypedText.Plain(WordsEn))),
        Items = [.. Items.Where(i => !i.IsBlank).Select(i => i.ToItem())],
    };

    /// <summary>The time that is typed so far, as an agenda to look at.</summary>
    public IReadOnlyList<AgendaItem> ToShow() =>
        [.. Items.Where(i => MeetingCodes.Streams.Has(i.Stream) && Digits.Read(i.Minutes) is > 0 and <= MeetingFields.LongestItem).Select(i => new AgendaItem { Stream = MeetingCodes.Streams.ValueOf(i.Stream)!.Value, Minutes = Digits.Read(i.Minutes)!.Value })];

    internal static string? Side(string typed) => typed.Length == 0 ? null : typed;

    private sealed class Validator : FormValidator<AgendaForm>
    {
        public Validator() : base(Fields)
        {
            RuleFor(f => f.TitleFr).Must((f, _) => Readable.IsSeen(f.TitleFr) || Readable.IsSeen(f.TitleEn)).WithErrorCode("agenda.title-missing");
            RuleForEach(f => f.Items).Where(i => !i.IsBlank).SetValidator(new RowValidator());
        }
    }

    private sealed class RowValidator : FormValidator<ModelRow>
    {
        public RowValidator() : base(ModelRow.Fields)
        {
            RuleFor(i => i.TitleFr).Must((i, _) => Readable.IsSeen(i.TitleFr) || Readable.IsSeen(i.TitleEn)).WithErrorCode("meeting.item-title-missing");
            RuleFor(i => i.Id).Must(id => !string.IsNullOrEmpty(id) && id.Length <= 60 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')).WithErrorCode("agenda.items-unclear");
        }
    }
}

/// <summary>A row of a model agenda as it is typed.</summary>
public sealed record ModelRow
{
    /// <summary>Its id, chosen when the row was added.</summary>
    public string? Id { get; init; }

    /// <summary>What it is about in French; one of the two is needed.</summary>
    public string? TitleFr { get; init; }

    /// <summary>What it is about in English.</summary>
    public string? TitleEn { get; init; }

    /// <summary>What it speaks to.</summary>
    public string? Stream { get; init; }

    /// <summary>How long.</summary>
    public string? Minutes { get; init; }

    /// <summary>What people do; mostly they talk.</summary>
    public string? Kind { get; init; } = Usual;

    /// <summary>Its fields: an agenda item's, with its title in two languages.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(Id), PlanText.Item) { Kind = FieldKind.Hidden },
        new(nameof(TitleFr), AgendaText.ItemTitleFr) { Longest = 200, Expected = true, Lang = Language.French },
        new(nameof(TitleEn), AgendaText.ItemTitleEn) { Longest = 200, Expected = true, Lang = Language.English, Beside = true },
        Item(nameof(Stream)),
        Item(nameof(Minutes)) with { Beside = true },
        Item(nameof(Kind)) with { Beside = true },
    ];

    /// <summary>True for a row in which nothing was written: it is not kept.</summary>
    public bool IsBlank => new[] { TitleFr, TitleEn, Stream, Minutes, Kind == Usual ? null : Kind }.All(string.IsNullOrWhiteSpace);

    private static string Usual => Options<ItemKind>.CodeOf(ItemKind.Discussion);

    internal static ModelRow Of(ModelItem item) => new()
    {
        Id = item.Id,
        TitleFr = item.Title.Fr,
        TitleEn = item.Title.En,
        Stream = Options<TopicStream>.CodeOf(item.Stream),
        Minutes = Digits.Of(item.Minutes),
        Kind = Options<ItemKind>.CodeOf(item.Kind),
    };

    internal ModelItem ToItem() => new()
    {
        Id = Id!,
        Title = new(AgendaForm.Side(TypedText.Line(TitleFr)), AgendaForm.Side(TypedText.Line(TitleEn))),
        Stream = MeetingCodes.Streams.ValueOf(Stream)!.Value,
        Kind = MeetingCodes.Kinds.ValueOf(Kind)!.Value,
        Minutes = Digits.Read(Minutes)!.Value,
    };

    private static FormField Item(string name) => MeetingFields.Item.Single(f => f.Name == name);
}
