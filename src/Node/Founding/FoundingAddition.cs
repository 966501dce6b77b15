using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Node.Founding;

/// <summary>What a program adds to founding from the command line: what can be said with <c>init</c> besides, and the verb that then does it.</summary>
/// <param name="Preview">What would be made of these values, in words; refused with everything that is wrong with them. It needs no node, and changes nothing.</param>
/// <param name="Then">Does it, once the node is founded. Its options are those of <c>init</c> besides the node's own.</param>
public sealed record FoundingAddition(Func<IReadOnlyDictionary<string, string>, CancellationToken, Task<Result<Text>>> Preview, Verb Then);
