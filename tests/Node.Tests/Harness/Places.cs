using System.Net;
using System.Net.Sockets;

namespace RecoveryCoP.Node.Tests.Harness;

public sealed class A_port_of_a_test
{
    [Fact]
    public void lies_below_the_systems_own_and_is_given_once()
    {
        int[] ports = [.. Enumerable.Range(0, 20).Select(_ => FreePorts.Take())];

        Assert.Equal(ports.Length, ports.Distinct().Count());
        Assert.All(ports, port => Assert.InRange(port, 1024, 32_767));
    }

    [Fact]
    public void can_be_listened_on()
    {
        using var listener = new TcpListener(IPAddress.Loopback, FreePorts.Take());

        listener.Start();

        Assert.True(listener.Server.IsBound);
    }
}

public sealed class A_temporary_folder
{
    [Fact]
    public void goes_with_all_it_holds()
    {
        string path;
        using (var folder = new TemporaryFolder())
        {
            path = folder.Path;
            File.WriteAllText(Path.Combine(folder.Folder("a", "b"), "c.txt"), "");
        }

        Assert.False(Directory.Exists(path));
    }
}

public sealed class A_missing_engine
{
    [Theory]
    [InlineData("postgres,browser", true)]
    [InlineData(" Browser ", true)]
    [InlineData("postgres", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void fails_the_test_only_where_it_is_required(string? list, bool required) =>
        Assert.Equal(required, Required.Demands("browser", list));
}
