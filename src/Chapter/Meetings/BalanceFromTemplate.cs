using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>The target for the balance of agendas, of which a chapter has one: a template's becomes it, and where none brings any the program's holds again.</summary>
internal sealed class BalanceFromTemplate(MeetingQueries meetings, IGrainFactory grains) : ITemplatePart
{
    public TemplateKind Kind => TemplateKinds.Balance;

    public async Task<IReadOnlyList<TemplateItem>> Ours(IReadOnlyCollection<string> ids, TemplateWork work, CancellationToken cancellationToken) =>
        await meetings.Target(cancellationToken) is { Version: > 0 } target ? [.. ids.Take(1).Select(id => ItemOf(id, target.Bands))] : [];

    public async Task<Result> Apply(ItemChange change, TemplateWork work, CancellationToken cancellationToken)
    {
        var target = await meetings.Target(cancellationToken);
        var (before, after) = (BandsOf(change.Before), BandsOf(change.After));
        return change.After is null && target.Bands == after ? Result.Done
            : target.Bands != before && target.Bands != after ? TemplateRefusals.Changed
            : await grains.GetGrain<IBalanceTargetGrain>(BalanceTarget.Only).Do(new SetBalanceTarget(work.Actor, target.Version, after));
    }

    private static TemplateItem ItemOf(string id, BalanceBands bands) => AgendaBalance.Streams.Aggregate(
        new TemplateItem(TemplateKinds.Balance.Name, id),
        (item, stream) => item.With(From(stream), Digits.Of(bands.Of(stream).From)).With(To(stream), Digits.Of(bands.Of(stream).To)));

    private static BalanceBands BandsOf(TemplateItem? item)
    {
        return item is null ? BalanceBands.Default : new(Of(TopicStream.Practice), Of(TopicStream.System), Of(TopicStream.Community));

        Band Of(TopicStream stream) => new(Digits.Read(item.Code(From(stream))) ?? 0, Digits.Read(item.Code(To(stream))) ?? 0);
    }

    private static string From(TopicStream stream) => Options<TopicStream>.CodeOf(stream) + "From";

    private static string To(TopicStream stream) => Options<TopicStream>.CodeOf(stream) + "To";
}
