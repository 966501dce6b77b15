using RecoveryCoP.Chapter.Charters;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Organizations;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.SampleChapters;

/// <summary>People who join, accept the charter, say something of themselves, and get their roles.</summary>
internal sealed class PeopleScenes(IGrainFactory grains, People people, AccountStore accounts, Acceptances acceptances, CharterQueries charters)
{
    private static readonly TimeSpan aWhile = TimeSpan.FromMinutes(10);

    /// <summary>The scenes; the founder is there already, as steward.</summary>
    public IEnumerable<Scene> Of(Stage stage)
    {
        var founder = stage.Sample.Chapter.Founder;
        foreach (var (index, member) in stage.Sample.Chapter.Members.Index())
        {
            var joined = stage.Calendar.WeeksAgo(member.Joined);
            var isFounder = member.Key == founder;
            yield return new(joined, Where(index), stopping => isFounder ? Task.FromResult(Result.Done) : Join(stage, member, stopping));
            yield return new(joined + aWhile, Where(index), stopping => AcceptCharter(stage, member, stopping));
            yield return new(joined + (2 * aWhile), Where(index), _ => Introduce(stage, member));
            foreach (var role in member.Roles.Where(r => !isFounder || r != ChapterRoles.Steward))
            {
                yield return new(joined + (3 * aWhile), Where(index), stopping => people.Give(new(stage.Actor(founder), stage.Id(member.Key), role), stopping));
            }
        }
    }

    private static string Where(int index) => $"{ChapterFile.Name}: members[{index}]";

    private async Task<Result> Join(Stage stage, MemberFile member, CancellationToken cancellationToken)
    {
        var added = await people.Add(new(stage.Actor(stage.Sample.Chapter.Founder), member.Name, member.Address, member.Language), cancellationToken);
        if (added.Value is { } account)
        {
            stage.Enter(member.Key, account.Id);
        }

        return added.WithoutValue;
    }

    private async Task<Result> AcceptCharter(Stage stage, MemberFile member, CancellationToken cancellationToken)
    {
        var (charter, account) = (await charters.Find(cancellationToken), (await accounts.Find(stage.Id(member.Key), cancellationToken))!);
        return await acceptances.Accept(new(stage.Actor(member.Key), charter.Current, account.Stay), cancellationToken);
    }

    private async Task<Result> Introduce(Stage stage, MemberFile member)
    {
        var (grain, who, form) = (grains.GetGrain<IMemberGrain>(stage.Id(member.Key)), stage.Actor(member.Key), member.ToForm());
        var described = await grain.Do(new DescribeYourself(who, form.ToProfile(), form.ToShown()));
        var belongs = described.Succeeded && member.Affiliation.Length > 0 ? await Belong(stage, member, who, grain) : described;
        return !belongs.Succeeded || member.Groups.Count == 0 ? belongs : await grain.Do(new DeclareGroups(who, form.ToGroups(), Agrees: true));
    }

    private async Task<Result> Belong(Stage stage, MemberFile member, Actor who, IMemberGrain grain)
    {
        var content = stage.Sample.Chapter.Organizations.First(o => o.Name == member.Affiliation).ToForm().ToContent();
        var id = Organization.IdOf(content.Name);
        var added = await grains.Organization(id).Do(new AddOrganization(who, content));
        return added.Succeeded ? await grain.Do(new BelongToOrganization(who, id)) : added;
    }
}
