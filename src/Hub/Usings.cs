global using RecoveryCoP.Node.Localization;
global using RecoveryCoP.Node.Operations;
