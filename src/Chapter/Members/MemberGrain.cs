using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Members;

/// <summary>One member. Its key is the account's id.</summary>
[Alias("member")]
public interface IMemberGrain : IRecordGrain<Member>;

[GrainType("member")]
internal sealed class MemberGrain([PersistentState(Member.Kind)] IPersistentState<Member> state, RecordParts parts) : RecordGrain<Member>(state, parts), IMemberGrain;
