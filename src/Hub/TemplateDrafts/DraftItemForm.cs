using Microsoft.AspNetCore.Http;
using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Hub.TemplateDrafts;

/// <summary>An item of a draft as a form: which fields it has, the table of kinds says, and so it is read by it.</summary>
internal static class DraftItemForm
{
    /// <summary>How many rows there are to be filled in besides those that are there.</summary>
    public const int BlankRows = 3;

    // What can be written later; anything else has to be mended where it was typed.
    private static readonly HashSet<string> canWait =
    [
        "template.missing", "template.one-language", "template.no-such", "template.same-date", "template.balance-reversed", "template.balance-impossible",
    ];

    /// <summary>The field of one side of a text, or of a code without a side.</summary>
    public static string NameOf(string prefix, TemplateField field, Language? side = null) => field.IsWritten ? $"{prefix}{field.Name}.{(side ?? Language.French).Code}" : prefix + field.Name;

    /// <summary>What the fields of a row begin with.</summary>
    public static string Row(int row) => $"Rows[{row}].";

    /// <summary>The item that was typed, in the place of the one before. Rows are in the order of their numbers; one in which nothing is written, or that is to go, is none.</summary>
    public static TemplateItem Read(IFormCollection form, TemplateKind kind, string id, TemplateItem? before)
    {
        List<(TemplateItem Row, int Place)> rows = [];
        for (var n = 0; n < (kind.Rows is { } known ? known.Most + BlankRows : 0); n++)
        {
            var row = Fields(form, new(kind.Rows!.Name, One(form, Row(n) + "id")), kind.Rows.Fields, Row(n), null);
            if (One(form, Row(n) + "remove") != CheckField.Checked && row.Fields.Count > 0)
            {
                rows.Add((row, Digits.Read(One(form, Row(n) + "place")) ?? n + 1));
            }
        }

        var item = Fields(form, new(kind.Name, id), kind.Fields, "", before);
        foreach (var (row, _) in rows.OrderBy(r => r.Place))
        {
            var ids = item.Rows.Select(r => r.Id).ToList();
            var kept = row.Id.Length > 0 && TemplateChecks.IsId(row.Id) && !ids.Contains(row.Id);
            item = item with { Rows = item.Rows.Add(kept ? row : row with { Id = DraftIds.Of(row.Fields.GetValueOrDefault("title"), [.. ids, .. rows.Select(r => r.Row.Id)]) }) };
        }

        return item;
    }

    /// <summary>What is wrong with an item, each at its field.</summary>
    /// <param name="item">The item.</param>
    /// <param name="problems">All that is wrong with the draft that it is in.</param>
    /// <param name="language">The reader's, in which fields are named.</param>
    public static IReadOnlyList<Refusal> Refusals(TemplateItem item, IEnumerable<TemplateProblem> problems, Language language) =>
        [.. problems.Where(p => p.At.Kind == item.Kind && p.At.Id == item.Id).Select(p => At(p, item, language))];

    /// <summary>True for what has to be mended before the item is kept.</summary>
    public static bool IsUrgent(Refusal refusal) => !canWait.Contains(refusal.Code);

    private static Refusal At(TemplateProblem problem, TemplateItem item, Language language)
    {
        var kind = TemplateKinds.Of(item.Kind)!;
        var row = problem.At.Row is { } id ? item.Rows.IndexOf(item.Rows.First(r => r.Id == id)) : -1;
        if ((row < 0 ? kind.Fields : kind.Rows!.Fields).FirstOrDefault(f => f.Name == problem.At.Field) is not { } field)
        {
            return problem.Refusal;
        }

        // Files call fields by their names, people by their labels.
        return problem.Refusal with
        {
            Field = NameOf(row < 0 ? "" : Row(row), field, problem.At.Side),
            Args = [.. problem.Refusal.Args.Select((arg, n) => n == 0 && arg == field.Name ? field.Label.In(language) : arg)],
        };
    }

    private static TemplateItem Fields(IFormCollection form, TemplateItem item, IReadOnlyList<TemplateField> fields, string prefix, TemplateItem? before) => fields.Aggregate(item, (made, field) => field.Shape switch
    {
        // As it was typed: what a page that nobody changed sends back is no change.
        _ when field.IsWritten => made.With(field.Name, TypedText.Plain(One(form, NameOf(prefix, field, Language.French))), TypedText.Plain(One(form, NameOf(prefix, field, Language.English)))),
        TemplateShape.Tick => made.With(field.Name, One(form, NameOf(prefix, field)) == CheckField.Checked ? "true" : null),
        // In the order in which they stood: boxes have one of their own.
        TemplateShape.Choices => made.With(field.Name, string.Join(',', form[NameOf(prefix, field)].OfType<string>().OrderBy(code => before?.Codes(field.Name).TakeWhile(c => c != code).Count() ?? 0))),
        _ => made.With(field.Name, One(form, NameOf(prefix, field))),
    });

    private static string One(IFormCollection form, string name) => form.TryGetValue(name, out var values) && values is not { Count: 0 } ? values[0] ?? "" : "";
}
