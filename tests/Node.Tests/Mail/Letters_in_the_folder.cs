using RecoveryCoP.Node.Tests.Accounts;

namespace RecoveryCoP.Node.Tests.Mail;

public abstract class Letters_in_the_folder(PostgresServer? server) : AtANode(server)
{
    [Fact]
    public async Task stay_while_somebody_may_need_them_and_go_when_they_have_let_somebody_in()
    {
        await Node.Add();
        var visitor = Node.NewVisitor();
        var letter = await Node.AskAndRead(visitor);
        await Node.SweepMail();
        Assert.Single(await Node.Letters());

        using var entered = await AccountsNode.Enter(visitor, letter.Code);
        await Node.SweepMail();

        Assert.Empty(await Node.Letters());
    }

    [Fact]
    public async Task go_when_they_are_out_of_date()
    {
        await Node.Add();
        await Node.AskAndRead(Node.NewVisitor());

        Node.Clock.Advance(TimeSpan.FromMinutes(10));
        var inTime = await Node.AskAndRead(Node.NewVisitor());
        await Node.SweepMail();

        Assert.Equal(inTime, Assert.Single(await Node.Letters()));
    }
}

public sealed class Letters_in_the_folder_on_SQLite() : Letters_in_the_folder(null);

public sealed class Letters_in_the_folder_on_PostgreSQL(PostgresServer server) : Letters_in_the_folder(server);
