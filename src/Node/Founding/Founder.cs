using Microsoft.Extensions.Logging;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Founding;

/// <summary>
/// Founds the node: makes its keys, its genesis and its profile, and lets the first person in. All of it in one transaction but the key file,
/// which is written first; if the transaction fails, an unused key file remains, which is harmless.
/// </summary>
public sealed partial class Founder(
    Database database, ThisNode node, NodeKind kind, OwnFeed feed, AccountStore accounts, SignInLinks links, TimeProvider clock, ILogger<Founder> log) : IDisposable
{
    private readonly FoundNodeValidator validator = new();
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>What is wrong with a form, whoever sends it.</summary>
    public IReadOnlyList<Refusal> Errors(FoundNode command) => validator.Errors(command);

    /// <summary>Founds the node once; refused when somebody did before.</summary>
    public async Task<Result<FoundedNode>> Found(FoundNode command, CancellationToken cancellationToken)
    {
        if (validator.Errors(command) is { Count: > 0 } errors)
        {
            return Result<FoundedNode>.Refused(errors);
        }

        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return node.IsFounded ? Refusal.Of("founding.already-founded") : await FoundNow(command).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<Result<FoundedNode>> FoundNow(FoundNode command)
    {
        using var recovery = RecoveryKey.Create();
        var key = SigningKey.Create();
        node.Keys.Save(key);

        var now = clock.GetUtcNow();
        var epoch = KeyStatements.NewEpoch();
        var genesis = KeyStatements.Genesis(key, recovery.Key, epoch, now);
        var identity = new Founded(NodeId.OfGenesis(SigningInput.Of(genesis)), epoch.ToByteArray(), key);
        // From here on to the end, whether the browser waits or not: the words exist nowhere else.
        var added = await database.Write(
            async t =>
            {
                await ThisNode.Save(t, identity, now).ConfigureAwait(false);
                await feed.Found(t, identity, genesis, ProfileOf(command)).ConfigureAwait(false);
                return await accounts.Add(t, command.PersonName!, EmailAddress.Parse(command.PersonAddress)!, command.PersonLanguage!, [kind.FirstRole], null).ConfigureAwait(false);
            },
            CancellationToken.None).ConfigureAwait(false);

        await node.Load(CancellationToken.None).ConfigureAwait(false);
        await node.NoticeCopy([], CancellationToken.None).ConfigureAwait(false); // this is its home: a copy made before the next start is one all the same
        LogFounded(identity.Id);
        var link = await links.Create(added.Value!.Id, CancellationToken.None).ConfigureAwait(false);
        return new FoundedNode(identity.Id, recovery.Words, link!);
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private static Statement ProfileOf(FoundNode command) => new(
        (at, contentHash) => new NodeProfile
        {
            At = at,
            ContentHash = contentHash,
            Region = new Region { Scheme = Regions.Scheme, Code = command.Region },
            Languages = { new[] { (Code: "fr", Name: command.NameFr), (Code: "en", Name: command.NameEn) }.Where(l => Readable.IsSeen(l.Name)).Select(l => l.Code) },
        },
        new NodeProfileContent
        {
            NameFr = TypedText.Line(command.NameFr),
            NameEn = TypedText.Line(command.NameEn),
            PublicContact = TypedText.Plain(command.PublicContact),
            PrivacyOfficerTitleFr = TypedText.Line(command.PrivacyOfficerTitleFr),
            PrivacyOfficerTitleEn = TypedText.Line(command.PrivacyOfficerTitleEn),
            PrivacyOfficerContact = TypedText.Plain(command.PrivacyOfficerContact),
        });

    [LoggerMessage(Level = LogLevel.Information, Message = "Founded as {Node}")]
    private partial void LogFounded(NodeId node);
}

/// <summary>A node that was founded just now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="RecoveryWords">Shown once, to be written down: the only way to speak for this node again when its key is lost or stolen. Never stored.</param>
/// <param name="SignInLink">Lets the first person in; good once, for a day.</param>
public sealed record FoundedNode(NodeId Id, IReadOnlyList<string> RecoveryWords, Uri SignInLink);
