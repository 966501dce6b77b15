using System.Text.Json;
using Google.Protobuf;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Trust;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>
/// Starter practices that a template brings: shared with the community, credited to it, and never with the network unless people decide so. A practice is withdrawn for good,
/// so one that comes back is another one.
/// </summary>
internal sealed class PracticesFromTemplate(PracticeQueries practices, IGrainFactory grains) : ITemplatePart
{
    private static readonly IReadOnlyList<FormField> _written = [.. PracticeFields.Written.Where(f => TemplateKinds.Practice.Fields.Any(k => k.Name == Name(f)))];

    private static readonly IReadOnlyList<FormField> _chosen = [.. PracticeFields.Chosen.Where(f => TemplateKinds.Practice.Fields.Any(k => k.Name == Name(f)))];

    public TemplateKind Kind => TemplateKinds.Practice;

    public async Task<IReadOnlyList<TemplateItem>> Ours(IReadOnlyCollection<string> ids, TemplateWork work, CancellationToken cancellationToken)
    {
        List<TemplateItem> ours = [];
        foreach (var id in ids)
        {
            if ((await Find(id, work, cancellationToken)).Practice is { } practice)
            {
                ours.Add(await ItemOf(id, practice, work, cancellationToken));
            }
        }

        return ours;
    }

    public async Task<Result> Apply(ItemChange change, TemplateWork work, CancellationToken cancellationToken)
    {
        var (record, practice) = await Find(change.Id, work, cancellationToken);
        var grain = grains.GetGrain<IPracticeGrain>(record);
        var there = practice is null ? null : await ItemOf(change.Id, practice, work, cancellationToken);
        if (there == change.After)
        {
            return practice is { State: PracticeState.Draft } ? await grain.Do(new ShareInChapter(work.Actor, practice.Current.Number)) : Result.Done;
        }

        if (there != change.Before)
        {
            return TemplateRefusals.Changed;
        }

        if (change.After is not { } after)
        {
            return practice!.NetworkShare is not null ? Refusal.Of("practice.in-network") : await grain.Do(new WithdrawPractice(work.Actor, WithdrawalReason.Author));
        }

        var content = practice is null ? new() : (await practices.TextOf(practice, practice.Current.Number, work.Actor, cancellationToken))!;
        foreach (var field in _written)
        {
            WireFields.Put(content, field, [after.In(work.Language, Name(field))]);
        }

        if (content.CalculateSize() > PayloadLimits.ContentBytes)
        {
            return Refusal.Of("practice.too-large", "", content.CalculateSize() / 1024, PayloadLimits.ContentBytes / 1024);
        }

        var choices = new Dictionary<string, IReadOnlyList<string>>(practice?.Current.Facts.Choices ?? new Dictionary<string, IReadOnlyList<string>> { [nameof(PracticeRevision.Credit)] = ["chapter"] });
        foreach (var field in _chosen)
        {
            if (after.Code(Name(field)) is { Length: > 0 } codes)
            {
                choices[field.Name] = codes.Split(',');
            }
            else
            {
                choices.Remove(field.Name);
            }
        }

        var facts = (practice?.Current.Facts ?? new()) with { Language = work.Language.Code, Choices = choices };
        var origin = work.Origin.In(work.Language);
        if (practice is not null)
        {
            return await grain.Do(new RevisePractice(work.Actor, practice.Current.Number, content.ToByteArray(), facts, origin));
        }

        var written = await grain.Do(new WritePractice(work.Actor, content.ToByteArray(), facts, origin));
        return written.Succeeded ? await grain.Do(new ShareInChapter(work.Actor, 1)) : written;
    }

    /// <summary>The practice that stands for an item, and its id; of one that was withdrawn, the id of the next.</summary>
    private async Task<(Guid Record, Practice? Practice)> Find(string id, TemplateWork work, CancellationToken cancellationToken)
    {
        for (var n = 1; ; n++)
        {
            var record = work.RecordOf(Kind.Name, n == 1 ? id : $"{id}/{n}");
            var practice = await practices.Find(record, work.Actor, cancellationToken);
            if (practice?.State != PracticeState.Withdrawn)
            {
                return (record, practice);
            }
        }
    }

    private async Task<TemplateItem> ItemOf(string id, Practice practice, TemplateWork work, CancellationToken cancellationToken)
    {
        var content = await practices.TextOf(practice, practice.Current.Number, work.Actor, cancellationToken) ?? new();
        var item = new TemplateItem(Kind.Name, id);
        foreach (var field in _written)
        {
            var text = WireFields.Text(content, field);
            item = work.Language == Language.French ? item.With(Name(field), text, null) : item.With(Name(field), null, text);
        }

        return _chosen.Aggregate(item, (said, field) => said.With(Name(field), string.Join(',', practice.Current.Facts.Of(field.Name))));
    }

    private static string Name(FormField field) => JsonNamingPolicy.CamelCase.ConvertName(field.Name);
}
