using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Node.Web.Charts;

/// <summary>One stream's part of an agenda.</summary>
/// <param name="Code"><c>practice</c>, <c>system</c> or <c>community</c>: chooses the pattern it is drawn with.</param>
/// <param name="Label">As people read it.</param>
/// <param name="Minutes">Minutes given to it.</param>
/// <param name="BandFrom">Lower end of the chapter's target, in percent; null without a target.</param>
/// <param name="BandTo">Upper end of the chapter's target, in percent; null without a target.</param>
public sealed record BalanceShare(string Code, Text Label, int Minutes, int? BandFrom, int? BandTo);
