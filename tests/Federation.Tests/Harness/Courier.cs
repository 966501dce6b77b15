using Grpc.Core;
using Grpc.Net.Client;
using RecoveryCoP.Federation.Tests.Checks;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Federation.Tests.Harness;

/// <summary>Delivers pages of a chapter's feed in the chapter's name, in any order and as often as told, with one token for all of them.</summary>
public sealed class Courier : IDisposable
{
    private readonly GrpcChannel _channel;
    private readonly Metadata _headers;

    public Courier(TestNode chapter, TestNode hub)
    {
        var keys = new KeyFolder(Path.Combine(chapter.Folder, "keys"));
        using var key = keys.Load(keys.Keys.Single())!;
        var token = CallTokens.Create(
            key, IdOf(chapter.Read()), IdOf(hub.Read()), "/recoverycop.federation.v1.ExchangeService/Push", TimeProvider.System.GetUtcNow());
        _headers = new Metadata { { "authorization", $"Bearer {token}" } };
        _channel = GrpcChannel.ForAddress(hub.GrpcAddress);
    }

    /// <summary>Pushes a page and returns what became of its entries: <c>Accepted</c>, <c>Duplicate</c>, <c>Rejected GAP</c>.</summary>
    public async Task<IReadOnlyList<string>> Deliver(IEnumerable<FeedEntry> page, CancellationToken cancel)
    {
        var request = new PushRequest { Page = FeedPages.Of(page) };
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(30);
        var answer = await new ExchangeService.ExchangeServiceClient(_channel).PushAsync(request, _headers, deadline, cancel);
        return [.. answer.Results.Select(result => $"{result.Status} {result.Reason}".Trim())];
    }

    public void Dispose() => _channel.Dispose();

    private static NodeId IdOf(NodeState state) => NodeId.TryParse(state.NodeId, out var id) ? id : throw new InvalidOperationException($"{state.Name} is not founded");
}
