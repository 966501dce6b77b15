using Google.Protobuf;
using Grpc.Core;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Federation.Tests.Harness;

/// <summary>What somebody can say who stands in a hub's place and has nobody's key.</summary>
public sealed class Lies(Random seeded)
{
    private const int FewestItems = 3;
    private const int MoreThanAnyAnswer = 17 * 1024 * 1024;

    // Two lanes of a chapter may be lied to at once.
    private readonly Lock _one = new();

    private readonly SigningKey _key = SigningKey.Create();

    /// <summary>Lies in a page of others' feeds: each is told once a page has enough to lie about.</summary>
    public IReadOnlyList<Lie> InPages =>
    [
        OfPage("an item is altered", page => Any(ItemsOf(page)).Item is var item && Flip(item.Payload, bytes => item.Payload = bytes)),
        OfPage("a text is altered", page => Any(ItemsOf(page).Where(i => i.Content is not null)).Content is var text && Flip(text.Bytes, bytes => text.Bytes = bytes)),
        OfPage("texts are left out", LeaveTexts),
        OfPage("an item is left out", LeaveOne),
        OfPage("the end is left out", page => Keep(page, page.Entries.Count / 2)),
        OfPage("the order is turned round", TurnRound),
        OfPage("it is signed by a stranger", page => Change(page, run => Signed([.. run.Run.Items]))),
        OfPage("somebody is made to say more", page => Add(page, Signed([Invented(page)]))),
        OfPage("one entry of it is larger than any answer", page => Add(page, new FeedEntry { NodeId = page.Entries[0].NodeId, KeyStatement = new() { Payload = ByteString.CopyFrom(new byte[MoreThanAnyAnswer]) } })),
    ];

    /// <summary>Lies that need nothing to lie about.</summary>
    public IReadOnlyList<Lie> InAnswers =>
    [
        new("there is always more, and it is nothing", asked => asked is PullRequest { Ranges.Count: 0 } ? new PullResponse { Page = new(), NextCursor = Bytes(40), More = true } : null),
        new("the cursor goes back to the beginning", Distort: (asked, answer) => asked is PullRequest { OwnFeed: false, Ranges.Count: 0 } && answer is PullResponse page && Again(page)),
        new("the hub holds more of the chapter than it said", asked => null, (_, answer) => answer is HelloResponse hello && Longer(hello)),
        new("the hub holds nothing of the chapter", asked => asked is PullRequest ? throw Away() : null, (_, answer) => answer is HelloResponse hello && Forgotten(hello)),
        new("every feed ends much later", asked => asked is PullRequest { Ranges.Count: 0 } ? throw Away() : null, (_, answer) => answer is HeadsResponse heads && Longer(heads)),
        new("the chapter is revoked", asked => asked is GetEnrolmentRequest ? new GetEnrolmentResponse { State = EnrolmentState.Revoked } : throw new RpcException(new Status(StatusCode.PermissionDenied, ""))),
        new("the chapter is refused with details that nobody can read", Distort: (_, _) => throw new RpcException(new Status(StatusCode.PermissionDenied, ""), new Metadata { { "grpc-status-details-bin", [0xFF, 0xFF, 0xFF, 0xFF, 0xFF] } })),
        new("what is pushed is refused", asked => asked is PushRequest push ? Results(push, PushStatus.Rejected) : null),
        new("what is pushed is taken, and thrown away", asked => asked is PushRequest push ? Results(push, PushStatus.Accepted) : null),
    ];

    private static Lie OfPage(string name, Func<FeedPage, bool> distort) => new(name, Distort: (asked, answer) =>
    {
        if (answer is not PullResponse { Page.Entries.Count: > 0 } pulled)
        {
            return false;
        }

        if (ItemsOf(pulled.Page).Count() >= FewestItems)
        {
            return distort(pulled.Page);
        }

        (pulled.Page, pulled.NextCursor, pulled.More) = (new(), ((PullRequest)asked).Cursor, false); // later, with more to lie about
        return false;
    });

    private static IEnumerable<ItemWithContent> ItemsOf(FeedPage page) => page.Entries.Where(e => e.Run is not null).SelectMany(e => e.Run.Items);

    private T Any<T>(IEnumerable<T> of) => of.ToList() is var all ? all[Next(all.Count)] : default!;

    private bool Flip(ByteString bytes, Action<ByteString> put)
    {
        var flipped = bytes.ToByteArray();
        flipped[Next(flipped.Length)] ^= (byte)(1 << Next(8));
        put(ByteString.CopyFrom(flipped));
        return true;
    }

    private bool LeaveOne(FeedPage page)
    {
        var entry = Any(page.Entries);
        return entry.Run is { Items.Count: > 1 } run ? run.Items.Remove(Any(run.Items)) : page.Entries.Remove(entry);
    }

    private static bool LeaveTexts(FeedPage page)
    {
        foreach (var item in ItemsOf(page))
        {
            item.Content = null;
        }

        return true;
    }

    private static bool Keep(FeedPage page, int entries)
    {
        while (page.Entries.Count > entries)
        {
            page.Entries.RemoveAt(entries);
        }

        return true;
    }

    private static bool TurnRound(FeedPage page)
    {
        foreach (var run in page.Entries.Where(e => e.Run is not null).Select(e => e.Run))
        {
            var items = run.Items.Reverse().ToList();
            run.Items.Clear();
            run.Items.Add(items);
        }

        return Put(page, [.. page.Entries.Reverse()]);
    }

    private static bool Change(FeedPage page, Func<FeedEntry, FeedEntry> change) => Put(page, [.. page.Entries.Select(e => e.Run is null ? e : change(e))]);

    private static bool Add(FeedPage page, FeedEntry entry) => Put(page, [.. page.Entries, entry]);

    private static bool Put(FeedPage page, IReadOnlyList<FeedEntry> entries)
    {
        page.Entries.Clear();
        page.Entries.Add(entries);
        return true;
    }

    private FeedEntry Signed(IReadOnlyList<ItemWithContent> items) => SignedEntries.Run(_key, items);

    /// <summary>A practice that fits behind the page's last item in every way but its signature.</summary>
    private ItemWithContent Invented(FeedPage page)
    {
        var last = ItemsOf(page).Last();
        var said = PracticeRevision.Parser.ParseFrom(ItemsOf(page).Last(i => i.Item.PayloadType == PracticeRevision.Descriptor.FullName).Item.Payload);
        var content = ContentHash.NewContent(new PracticeContent { Title = "Titre inventé", Summary = "En bref", Text = "Personne ne l’a écrit." });
        said.At = Envelope.Parser.ParseFrom(last.Item.Payload).At;
        (said.At.Position, said.At.PreviousItemId) = (said.At.Position + 1, ByteString.CopyFrom(SigningInput.IdOf(last.Item).ToBytes()));
        (said.About.Id, said.About.Revision, said.ContentHash) = (Bytes(16), 1, ContentHash.Of(content));
        said.About.Parents.Clear();
        return new() { Item = Signing.ItemOf(said), Content = content };
    }

    private int Next(int below)
    {
        lock (_one)
        {
            return seeded.Next(below);
        }
    }

    private ByteString Bytes(int count)
    {
        var bytes = new byte[count];
        lock (_one)
        {
            seeded.NextBytes(bytes);
        }

        return ByteString.CopyFrom(bytes);
    }

    private static bool Again(PullResponse page)
    {
        (page.NextCursor, page.More) = (ByteString.Empty, true);
        return true;
    }

    private bool Longer(HelloResponse hello)
    {
        (hello.FeedPosition, hello.FeedItemId) = (hello.FeedPosition + 5, Bytes(ItemId.Bytes));
        return true;
    }

    private static bool Forgotten(HelloResponse hello)
    {
        (hello.FeedPosition, hello.FeedItemId, hello.HubEpoch) = (0, ByteString.Empty, ByteString.CopyFrom(new byte[hello.HubEpoch.Length]));
        return true;
    }

    private bool Longer(HeadsResponse heads)
    {
        foreach (var head in heads.Heads)
        {
            (head.Position, head.ItemId) = (head.Position + 1000, Bytes(ItemId.Bytes));
        }

        return true;
    }

    // The caller says hello again then.
    private static RpcException Away() => new(new Status(StatusCode.Unavailable, ""));

    private static PushResponse Results(PushRequest push, PushStatus status) => new()
    {
        Results = { push.Page.Entries.Select(_ => new EntryResult { Status = status }) },
        FeedPosition = ulong.MaxValue,
    };
}
