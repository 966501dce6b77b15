using RecoveryCoP.Chapter.Committees;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.SampleChapters;

/// <summary>Seats are offered and taken, a special committee is made, and the secretary records a vote.</summary>
internal sealed class CommitteeScenes(IGrainFactory grains)
{
    private const string Special = $"{CommitteesFile.Name}: special";

    private static readonly TimeSpan anHour = TimeSpan.FromHours(1);

    /// <summary>The scenes.</summary>
    public IEnumerable<Scene> Of(Stage stage)
    {
        var (file, executive) = (stage.Sample.Committees, stage.Holder(ChapterRoles.Executive).Key);
        foreach (var (index, seat) in file.Executive.Index())
        {
            foreach (var scene in Take(stage, $"{CommitteesFile.Name}: executive[{index}]", _ => Committee.TheExecutive, _ => Committee.BuiltIn.Seats[index].Id, seat, ""))
            {
                yield return scene;
            }
        }

        var made = stage.Calendar.WeeksAgo(file.Special.WeeksAgo);
        yield return new(made, Special, _ =>
        {
            stage.Enter(Special, stage.NewId());
            return grains.Committee(stage.Id(Special)).Do(new MakeCommittee(stage.Actor(executive), file.Special.ToForm().ToContent()));
        });
        foreach (var (index, seat) in file.Special.Seats.Index())
        {
            var key = $"{Special}.seats[{index}]";
            yield return new(made + anHour, key, _ =>
            {
                stage.Enter(key, stage.NewId());
                return grains.Committee(stage.Id(Special)).Do(new AddSeat(stage.Actor(executive), stage.Id(key), seat.ToForm().ToContent()));
            });
            foreach (var scene in Take(stage, key, s => s.Id(Special), s => s.Id(key), seat.Taken, seat.KeptFor))
            {
                yield return scene;
            }
        }

        // In the evening, when people have voted.
        var voted = stage.Calendar.WeeksAgo(file.Vote.WeeksAgo) + (9 * anHour);
        yield return new(voted, $"{CommitteesFile.Name}: vote", _ => grains.Vote(stage.NewId()).Do(
            new RecordVote(stage.Actor(stage.Holder(ChapterRoles.Secretary).Key), Committee.TheExecutive, null, file.Vote.ToForm(Dates.DayOf(voted)).ToContent())));
    }

    /// <summary>What is wrong with a sample's committees: whom they name, and what no form would take.</summary>
    public static IEnumerable<Refusal> Faults(SampleFolder sample)
    {
        var file = sample.Committees;
        return
        [
            .. file.Executive.Count > Committee.BuiltIn.Seats.Count ? [SampleRefusals.At(CommitteesFile.Name, "executive", "sample.unknown", file.Executive.Count)] : Array.Empty<Refusal>(),
            .. file.Executive.Index().SelectMany(s => Taken(sample, $"executive[{s.Index}]", s.Item)),
            .. CommitteeForm.Errors(file.Special.ToForm()).Select(error => SampleRefusals.At(CommitteesFile.Name, $"special.{SampleChecks.InFile(error.Field)}", error)),
            .. file.Special.Seats.Index().SelectMany(s => SeatForm.Errors(s.Item.ToForm()).Select(error => SampleRefusals.At(CommitteesFile.Name, $"special.seats[{s.Index}].{SampleChecks.InFile(error.Field)}", error))),
            .. file.Special.Seats.Index().SelectMany(s => Taken(sample, $"special.seats[{s.Index}].taken", s.Item.Taken)),
            .. VoteForm.Errors(file.Vote.ToForm(Dates.DayOf(SampleChecks.AnyDay))).Select(error => SampleRefusals.At(CommitteesFile.Name, $"vote.{SampleChecks.InFile(error.Field)}", error)),
        ];
    }

    private static IEnumerable<Refusal> Taken(SampleFolder sample, string at, TakenFile? taken) => taken is null ? [] : sample.Chapter.Members.FirstOrDefault(m => m.Key == taken.By) switch
    {
        null => [SampleRefusals.At(CommitteesFile.Name, $"{at}.by", "sample.no-such-member", taken.By)],
        // Whoever is asked was there the week before.
        { } member when member.Joined <= taken.WeeksAgo => [SampleRefusals.At(CommitteesFile.Name, $"{at}.by", "sample.too-early", taken.By)],
        _ when taken.WeeksLeft is < 1 or > 52 * Committee.LongestTerm => [SampleRefusals.At(CommitteesFile.Name, $"{at}.weeksLeft", "sample.unknown", taken.WeeksLeft)],
        _ => [],
    };

    private IEnumerable<Scene> Take(Stage stage, string where, Func<Stage, Guid> committee, Func<Stage, Guid> seat, TakenFile? taken, string keptFor)
    {
        if (taken is null)
        {
            yield break;
        }

        var (asked, executive) = (stage.Calendar.WeeksAgo(taken.WeeksAgo) + (2 * anHour), stage.Holder(ChapterRoles.Executive).Key);
        var (from, until) = (Dates.DayOf(asked), Dates.DayOf(stage.Calendar.Now).AddDays(7 * taken.WeeksLeft));
        yield return new(asked, where, _ => grains.Committee(committee(stage)).Do(new OfferSeat(stage.Actor(executive), seat(stage), stage.Id(taken.By), from, until)));
        yield return new(asked + anHour, where, _ => grains.Committee(committee(stage)).Do(new AcceptSeat(stage.Actor(taken.By), seat(stage), from, until, keptFor)));
    }
}
