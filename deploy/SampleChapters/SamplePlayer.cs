using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Founding;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.SampleChapters;

/// <summary>
/// Plays a sample through the same commands that pages give, each at its time. What lies in the future has not happened yet: a meeting that
/// began a moment ago is in progress.
/// </summary>
internal sealed class SamplePlayer(
    Founder founder, AccountStore accounts, SignInLinks links, FollowerLoop followers, PeopleScenes people, PracticeScenes practices, MeetingScenes meetings,
    TopicScenes topics, SeriesScenes series, CommitteeScenes committees, AdoptionScenes adoptions, StatisticsScenes statistics, TextScenes texts)
{
    /// <summary>Founds the chapter and plays its sample; the clock has left already, and arrives at the present.</summary>
    public async Task<Result<FoundedNode>> Play(Stage stage, FoundNode founding, WalkingClock clock, CancellationToken cancellationToken)
    {
        var founded = await founder.Found(founding, cancellationToken);
        if (founded.Value is not { } node)
        {
            return founded;
        }

        var first = (await accounts.Find(EmailAddress.Parse(founding.PersonAddress)!, cancellationToken))!;
        stage.Enter(stage.Sample.Chapter.Founder, first.Id);
        if (await Play(stage, clock, cancellationToken) is { Succeeded: false } refused)
        {
            return Result<FoundedNode>.Refused([.. refused.Refusals, Refusal.Of("sample.half-played")]);
        }

        clock.Arrive();
        await followers.CatchUp(cancellationToken);

        // The link that founding made is two years old by now.
        return node with { SignInLink = (await links.Create(first.Id, cancellationToken))! };
    }

    private async Task<Result> Play(Stage stage, WalkingClock clock, CancellationToken cancellationToken)
    {
        var scenes = people.Of(stage).Concat(practices.Of(stage)).Concat(topics.Of(stage)).Concat(meetings.Of(stage)).Concat(series.Of(stage)).Concat(committees.Of(stage)).Concat(adoptions.Of(stage)).Concat(statistics.Of(stage)).Concat(texts.Of(stage)).Where(s => s.At <= stage.Calendar.Now).OrderBy(s => s.At);
        foreach (var scene in scenes)
        {
            if (scene.At > clock.GetUtcNow())
            {
                // What was shared before is signed before: the feed's times are those of the clock.
                await followers.CatchUp(cancellationToken);
                clock.WalkTo(scene.At);
            }

            if (await scene.Play(cancellationToken) is { Succeeded: false } refused)
            {
                return Result.Refused(refused.Refusals.Select(p => p with { Field = $"{scene.Where} {p.Field}".TrimEnd() }));
            }
        }

        return Result.Done;
    }
}
