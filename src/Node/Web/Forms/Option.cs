using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Node.Web.Forms;

/// <summary>One thing that can be chosen.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Label">What is read.</param>
/// <param name="Help">A sentence below it, in radio buttons and check boxes.</param>
public sealed record Option(string Value, Text Label, Text? Help = null);
