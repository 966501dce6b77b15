namespace RecoveryCoP.Node.Tests.Harness;

public sealed class A_program_started_by_a_test
{
    // Says hello, then goes on until it is told to stop, and says goodbye.
    private const string Polite = "trap 'echo goodbye; exit 3' TERM; echo hello 42; while :; do read -r line || exit 4; echo \"heard $line\"; done";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_heard_line_by_line()
    {
        await using var program = Start();

        var hello = await program.Line(@"^hello (\d+)$", Cancel);
        await program.Type("bonjour", Cancel);
        var answer = await program.Line("^heard (.*)$", Cancel);

        Assert.Equal("42", hello.Groups[1].Value);
        Assert.Equal("bonjour", answer.Groups[1].Value);
    }

    [Fact]
    public async Task ends_alone_when_killed()
    {
        await using var victim = Start();
        await using var bystander = Start();
        await victim.Line("hello", Cancel);
        await bystander.Line("hello", Cancel);

        await victim.Kill();
        await bystander.Type("still there", Cancel);

        Assert.True(victim.HasEnded);
        Assert.Equal(128 + 9, (await victim.Ended(Cancel)).ExitCode);
        await bystander.Line("heard still there", Cancel);
    }

    [Fact]
    public async Task may_tidy_up_when_stopped()
    {
        await using var program = ChildProcess.Start("sh", ["-c", "trap 'echo goodbye; kill $!; exit 3' TERM; sleep 600 >/dev/null 2>&1 & echo hello; wait"]);
        await program.Line("hello", Cancel);

        var finished = await program.Stop(Cancel);

        Assert.Equal(new Finished(3, "hello\ngoodbye", ""), finished);
    }

    [Fact]
    public async Task fails_the_wait_when_it_ends_without_the_awaited_line()
    {
        await using var program = ChildProcess.Start("sh", ["-c", "echo out; echo why >&2; exit 5"]);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => program.Line("ready", Cancel));

        Assert.Contains("out", failure.Message, StringComparison.Ordinal);
        Assert.Contains("why", failure.Message, StringComparison.Ordinal);
        Assert.Equal(5, (await program.Ended(Cancel)).ExitCode);
    }

    private static ChildProcess Start() => ChildProcess.Start("sh", ["-c", Polite]);
}
