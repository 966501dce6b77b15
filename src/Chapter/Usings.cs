global using RecoveryCoP.Node.Localization;
global using RecoveryCoP.Node.Operations;
// Of the format's own, which are about files, features have no need.
global using TemplateRefusals = RecoveryCoP.Chapter.Templates.TemplateRefusals;
