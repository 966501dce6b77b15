using RecoveryCoP.Hub.Tests.Harness;
using RecoveryCoP.Node;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Hub.Tests.Federation;

/// <summary>The fault point in the middle of a page changes nothing but where the process can die.</summary>
public sealed class A_page_that_is_sent_in_halves
{
    [Fact]
    public async Task arrives_whole()
    {
        await using var hub = await RunningHub.Start(null, ("Faults:CrashAt", FaultPoints.PullPageHalfSent), ("Faults:CrashOnPass", "1000000"));
        var (reader, writer) = (await hub.Admitted(), await hub.Admitted());
        await writer.Push([.. Enumerable.Range(0, 30).Select(_ => writer.Revise(textLength: 5_000))]);

        var page = await reader.Pull();

        Assert.Equal(writer.Feed, page.Page.Entries.Where(e => e.NodeId == writer.Id.Value));
    }

    [Fact]
    public async Task is_never_asked_for_on_a_node_with_a_public_address()
    {
        var program = new NodeProgram(HubNode.Kind, HubNode.AddFeatures, typeof(HubNode).Assembly);

        using var folder = new TemporaryFolder();
        var exit = await program.Run([
            "--data", folder.Path, "--set", "Node:PublicAddress=https://carrefour.example", "--set", $"Faults:CrashAt={FaultPoints.PullPageHalfSent}",
        ]);

        Assert.Equal(2, exit);
    }
}
