namespace RecoveryCoP.Node.Library;

/// <summary>Something that some may do with a shared practice, on a page of its own. A feature registers it; the library's page links to it.</summary>
/// <param name="Label">The act, as a verb.</param>
/// <param name="Access">Who is offered it.</param>
/// <param name="Path">Its page, for a chapter's id and a practice's.</param>
public sealed record PracticeAct(Text Label, Access Access, Func<string, Guid, Text> Path);
