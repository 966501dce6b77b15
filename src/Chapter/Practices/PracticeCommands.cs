using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>Writes a new practice, as a draft.</summary>
/// <param name="Actor">Who writes it, and is its author.</param>
/// <param name="Text">What it says.</param>
/// <param name="Facts">What can be said of it in codes.</param>
[GenerateSerializer, Immutable, Alias("write-practice")]
public sealed record WritePractice([property: Id(0)] Actor Actor, [property: Id(1)] PracticeText Text, [property: Id(2)] PracticeFacts Facts);

/// <summary>Gives a practice another text; the earlier one stays readable.</summary>
/// <param name="Actor">Who revises it.</param>
/// <param name="BasedOn">Number of the revision that the actor had before their eyes.</param>
/// <param name="Text">What it says now, whole.</param>
/// <param name="Facts">What can be said of it now.</param>
/// <param name="Note">What changed and why; may be empty.</param>
[GenerateSerializer, Immutable, Alias("revise-practice")]
public sealed record RevisePractice(
    [property: Id(0)] Actor Actor,
    [property: Id(1)] int BasedOn,
    [property: Id(2)] PracticeText Text,
    [property: Id(3)] PracticeFacts Facts,
    [property: Id(4)] string Note);

/// <summary>Shows a practice to more people: the chapter or the network.</summary>
/// <param name="Actor">Who shares it.</param>
/// <param name="BasedOn">Number of the revision that the actor had before their eyes: nobody shares a text they have not seen.</param>
/// <param name="AuthorAgrees">For the network: that the author said yes. Not asked of an author who shares their own.</param>
[GenerateSerializer, Immutable, Alias("share-practice")]
public sealed record SharePractice([property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn, [property: Id(2)] bool AuthorAgrees);

/// <summary>Takes a practice back, everywhere and for good.</summary>
/// <param name="Actor">Who takes it back.</param>
/// <param name="Reason">Why; the network is told.</param>
[GenerateSerializer, Immutable, Alias("withdraw-practice")]
public sealed record WithdrawPractice([property: Id(0)] Actor Actor, [property: Id(1)] WithdrawalReason Reason);
