using Microsoft.Extensions.Logging.Abstractions;
using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.NodeStatus;

namespace RecoveryCoP.Node.Tests.NodeStatus;

public sealed class How_a_node_is
{
    private static readonly DateTimeOffset _now = new(2026, 3, 2, 14, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(60, 60, Grade.Well, "")]
    [InlineData(13, 13, Grade.Attention, "Renouvelez-le")]
    [InlineData(13, 90, Grade.Attention, "redémarrez ce serveur")]
    [InlineData(2, 2, Grade.Wrong, "Renouvelez-le")]
    [InlineData(-1, -1, Grade.Wrong, "Renouvelez-le")]
    public void goes_by_the_certificate_that_is_shown_and_says_when_the_file_has_a_newer_one(int days, int daysOfTheFile, Grade grade, string toDo)
    {
        var finding = CertificateHealth.Of(_now.AddDays(days), _now.AddDays(daysOfTheFile), _now);

        Assert.Equal(grade, finding.Grade);
        Assert.Contains(toDo, finding.ToDo?.Fr ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_told_in_order_and_one_thing_that_cannot_be_found_out_keeps_no_other_from_being_told()
    {
        var report = new HealthReport([new Thing("b", 2, () => throw new InvalidOperationException()), new Thing("a", 1, () => Finding.Wrong(new("x", "x"), new("y", "y"))), new Thing("c", 3, () => null)], TimeProvider.System, NullLogger<HealthReport>.Instance);

        var all = await report.Look(Cancel);

        Assert.Equal([("a", Grade.Wrong), ("b", Grade.Unknown)], all.Select(c => (c.Check.Code, c.Finding.Grade)));
        Assert.Equal(Grade.Wrong, HealthReport.Worst(all));
    }

    [Fact]
    public async Task is_found_out_of_each_thing_by_itself_even_while_another_keeps_its_thread()
    {
        using var both = new Barrier(2);
        Finding Meet() => both.SignalAndWait(TimeSpan.FromSeconds(8), Cancel) ? Finding.Well(new("x", "x")) : throw new TimeoutException();

        var all = await new HealthReport([new Thing("a", 1, Meet), new Thing("b", 2, Meet)], TimeProvider.System, NullLogger<HealthReport>.Instance).Look(Cancel);

        Assert.Equal([("a", Grade.Well), ("b", Grade.Well)], all.Select(c => (c.Check.Code, c.Finding.Grade)));
    }

    [Fact]
    public async Task is_ready_without_room_and_not_without_its_database()
    {
        async Task<ReadyAnswer> Of(params Thing[] things) => ReadyAnswer.Of(await new HealthReport(things, TimeProvider.System, NullLogger<HealthReport>.Instance).Look(Cancel));
        static Finding Wrong() => Finding.Wrong(new("x", "x"), new("y", "y"));

        Assert.Equal(new(true, "ready"), await Of(new Thing("database", 1, () => Finding.Well(new("x", "x")))));
        Assert.Equal(new(true, "ready\ndisk"), await Of(new Thing("disk", 1, Wrong)));
        Assert.Equal(new(false, "not ready\ndatabase"), await Of(new Thing("database", 1, () => throw new TimeoutException())));
        Assert.Equal(new(false, "not ready\ndatabase\ndisk"), await Of(new Thing("database", 1, Wrong), new Thing("disk", 2, Wrong)));
    }

    private sealed class Thing(string code, int order, Func<Finding?> finding) : IHealthCheck
    {
        public string Code => code;

        public Text Name => code.AsText();

        public int Order => order;

        public Task<Finding?> Look(CancellationToken cancellationToken) => Task.FromResult(finding());
    }
}
