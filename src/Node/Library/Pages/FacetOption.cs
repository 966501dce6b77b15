namespace RecoveryCoP.Node.Library.Pages;

/// <summary>A value to narrow a list by.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">What is read; a chapter's name may be in one language only.</param>
/// <param name="Practices">How many practices it leaves.</param>
public sealed record FacetOption(string Value, Bilingual Label, long Practices);
