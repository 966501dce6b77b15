using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.SampleChapters;

/// <summary>What the scenes of a sample share: the sample, its calendar, and the ids that everything got on the way.</summary>
internal sealed class Stage(SampleFolder sample, SampleCalendar calendar, WalkingClock clock)
{
    private readonly Dictionary<string, Guid> ids = [];

    public SampleFolder Sample => sample;

    public SampleCalendar Calendar => calendar;

    /// <summary>The time on the stage.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Notes the id of a member, practice or meeting.</summary>
    public void Enter(string key, Guid id) => ids.Add(key, id);

    /// <summary>The id of a member, practice or meeting.</summary>
    public Guid Id(string key) => ids[key];

    /// <summary>A fresh id for something that begins now.</summary>
    public Guid NewId() => Guid.CreateVersion7(Now);

    /// <summary>A member as the actor of a command.</summary>
    public Actor Actor(string key) => new(ids[key], sample.Member(key).Roles);

    /// <summary>The first member who holds a role.</summary>
    public MemberFile Holder(string role) => sample.Chapter.Members.First(m => m.Roles.Contains(role));

    /// <summary>Those who hold a role.</summary>
    public IReadOnlyList<MemberFile> Holders(string role) => [.. sample.Chapter.Members.Where(m => m.Roles.Contains(role))];
}
