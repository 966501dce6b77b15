namespace RecoveryCoP.Browser.Tests.Pages;

/// <summary>Who opens a page.</summary>
public enum Who
{
    /// <summary>Somebody who is not signed in.</summary>
    Stranger,

    /// <summary>The first person of the node: steward and executive of a chapter, operator of a hub.</summary>
    Keeper,
}

/// <summary>Which practice a page is about, where it is about one.</summary>
public enum About
{
    /// <summary>In the network, in two revisions.</summary>
    Shared,

    /// <summary>Not shown to anybody yet.</summary>
    Draft,

    /// <summary>Shared and taken back.</summary>
    Withdrawn,
}

/// <summary>Where the meeting stands that a page is about, where it is about one.</summary>
public enum Stage
{
    /// <summary>Members answer.</summary>
    Announced,

    /// <summary>Seen by those who plan; it lacks a place.</summary>
    Draft,

    /// <summary>People are in it.</summary>
    InProgress,

    /// <summary>Over, with minutes that wait for approval.</summary>
    Closed,

    /// <summary>Announced, and then cancelled.</summary>
    Cancelled,
}

/// <summary>A form sent in a way that is refused.</summary>
/// <param name="Form">The beginning of the form's name.</param>
/// <param name="Changes">What is put in its fields before.</param>
public sealed record Refused(string Form, params (string Field, string Value)[] Changes)
{
    /// <summary>The answer.</summary>
    public int Status { get; init; } = 422;
}

/// <summary>A page to visit: its route in both languages as the node's endpoints name it, by whom, and what can go wrong on it.</summary>
public sealed record PageToVisit(Who Who, string Fr, string En, params IReadOnlyList<Refused> Refusals)
{
    /// <summary>The practice it is about.</summary>
    public About About { get; init; }

    /// <summary>The meeting it is about.</summary>
    public Stage Stage { get; init; }

    /// <summary>How the page answers.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Names a visit in test output and pictures.</summary>
    public override string ToString() =>
        $"{Fr.Trim('/').Replace('/', '-').Replace(":guid", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal)}-{Who}{(About is About.Shared ? "" : $"-{About}")}{(Stage is Stage.Announced ? "" : $"-{Stage}")}".ToLowerInvariant();
}
