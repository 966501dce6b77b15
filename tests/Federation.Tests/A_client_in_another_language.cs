namespace RecoveryCoP.Federation.Tests;

/// <summary>A chapter that knows of this program only the page of the wire and the protos: <c>tests/Interop</c>, in Python.</summary>
public sealed class A_client_in_another_language
{
    // What the script ends with where Python or its packages are not there.
    private const int NothingToRunWith = 77;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task finds_at_a_running_hub_what_the_page_of_the_wire_promises()
    {
        if (OperatingSystem.IsWindows())
        {
            Required.Missing("python", "tests/Interop/run is a script for a shell.", "Run it on Linux or macOS.");
        }

        await using var script = ChildProcess.Start("sh", [Path.Combine(Repository.Root, "tests", "Interop", "run"), Repository.Program("Hub")]);
        script.EndInput();
        var said = await script.Ended(Cancel);

        if (said.ExitCode == NothingToRunWith)
        {
            Required.Missing("python", said.Error.Trim(), "");
        }

        Assert.True(said.ExitCode == 0, $"{said.Output}\n{said.Error}");
    }
}
