using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>Ends whatever the exchange is waiting for: somebody enrolled the chapter, asked for a round, or the hub's answer changed.</summary>
public sealed class ExchangeSignal : ChangeSignal;
