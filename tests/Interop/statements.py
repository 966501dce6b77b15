"""What a client does and what a hub answers, statement by statement, as src/Protos/README.md promises it."""

import base64
import copy
import gzip
import hashlib
import json
import os
import threading
import time

import judge
import wire as w
from client import Client, Refused
from recoverycop.federation.v1 import payloads_pb2 as say, signed_item_pb2 as wire

# Two runs of 500 fit; the third overdraws, and the fourth is refused.
QUOTA = 1200
PENDING, ADMITTED, SUSPENDED = 1, 2, 3
ACCEPTED, DUPLICATE, QUARANTINED, REJECTED, CONTENT_WANTED = 1, 2, 3, 4, 5


class Broken(Exception):
    pass


def profile(name):
    content = w.content_of(say.NodeProfileContent(name_fr=name))
    return say.NodeProfile(region=say.Region(scheme="ra", code="05"), languages=["fr"]), content


def practice(title, subject=None, revision=1, text="", **fields):
    message = say.PracticeRevision(
        about=wire.Subject(id=subject or os.urandom(16), revision=revision), language="fr", licence="CC-BY-4.0", credit=say.CREDIT_KIND_CHAPTER, **fields)
    message.revised_at.seconds = int(time.time())
    return message, w.content_of(say.PracticeContent(title=title, text=text))


def withdrawal(subject, *revisions):
    return say.Withdrawal(about=wire.Subject(id=subject), revisions=revisions, reason=say.WITHDRAWAL_REASON_AUTHOR), None


def bare(entry):
    """The entry without its contents."""
    copy = wire.FeedEntry.FromString(entry.SerializeToString())
    for item in copy.run.items:
        item.ClearField("content")
    return copy


def with_contents(entry, *contents):
    copy = bare(entry)
    for item, content in zip(copy.run.items, contents):
        item.content.CopyFrom(content)
    return copy


class Reader:
    """Follows everybody else and judges all of it."""

    def __init__(self, client):
        self.client, self.cursor, self.feeds, self.outcomes = client, b"", {}, []

    def take(self, page):
        # Whatever is refused is raised: nobody who begins anywhere meets a gap, a content that came late or not.
        for entry in page.entries:
            feed = self.feeds.setdefault(entry.node_id, judge.Feed(entry.node_id))
            self.outcomes.append((entry.node_id, feed.take(entry)))

    def follow(self, wait=0):
        """Pulls once, and again as long as more is waiting; says how many entries came."""
        came = 0
        while True:
            answer = self.client.pull(self.cursor, wait)
            if len(answer.next_cursor) > 1024 or answer.page.ByteSize() > w.BYTES_A_PAGE:
                raise Broken("a page or a cursor over its bound")
            self.take(answer.page)
            self.cursor, came, wait = answer.next_cursor, came + len(answer.page.entries), 0
            if not answer.more:
                return came


class Statements:
    def __init__(self, hub, root, keep_going=False):
        self.hub, self.root, self.keep_going = hub, root, keep_going
        self.count, self.broken = 0, []
        w.load_words(os.path.join(root, "src", "Node", "Trust", "words.fr.txt"))

    def that(self, statement, holds, found=""):
        if holds:
            self.count += 1
            print("held: " + statement)
        elif self.keep_going:
            self.broken.append("%s: %s" % (statement, found))
            print("NOT SO: %s: %s" % (statement, found))
        else:
            raise Broken("%s: %s" % (statement, found))

    def refused(self, statement, call, status, reason, field=None):
        """That a call is refused so; the refusal, for more to be said of it."""
        try:
            found = call()
        except Refused as refusal:
            holds = (refusal.status, refusal.reason) == (status, reason) and (field is None or refusal.metadata.get("field") == field)
            self.that(statement, holds, "expected %s %s %s, was %s" % (status, reason, field or "", refusal))
            return refusal
        self.that(statement, False, "expected %s %s, was the answer %s" % (status, reason, found))

    @staticmethod
    def refusal_of(call):
        try:
            call()
        except Refused as refusal:
            return refusal

    def pushed(self, statement, answer, *expected, position=None):
        """That a push was answered so: for each entry looked at a status, a reason, and the items of which more is said."""
        found = tuple((r.status, r.reason, tuple((i.position, i.status, i.reason) for i in r.items)) for r in answer.results)
        expected = tuple(e + ("", ())[len(e) - 1:] for e in expected)
        holds = found == expected and (position is None or answer.feed_position == position)
        self.that(statement, holds, "expected %s and position %s, was %s and %s" % (expected, position, found, answer.feed_position))

    def all(self):
        self.the_bytes_of_the_page()
        self.hub.start()
        self.enrolling()
        self.tokens()
        self.recovering_before_admission()
        self.pushing()
        self.pulling()
        self.contents()
        self.quarantine()
        self.refused_entries()
        self.keys()
        self.held_back()
        self.restores()
        self.suspended()
        self.everything_again()
        self.the_quota()

    def the_bytes_of_the_page(self):
        example = w.Author(w.Key(int.from_bytes(b"\1" * 32, "big")), bytes(range(16)), bytes(range(0xa0, 0xb0)), bytes(range(0xb0, 0xc0)), 1788264000)
        self.that("the example's genesis has its node id", example.node_id == "2nuzrr2jp3yvohrmtng4snellwuufo4k", example.node_id)
        words = w.six_words(example.node_id)
        self.that("its six words", words == "ruelle éclore cirer luron trancher ombrage", words)
        words = w.recovery_words(bytes(range(16)))
        self.that("its thirteen words", words == "abaisser agréable inductif agréable éligible achat bolide boucle amateur exister cloître bloquer suiveur", words)
        self.that("thirteen words are read back by their first four letters", w.entropy_of(words.upper().replace("É", "e").replace("SUIVEUR", "SUIV")) == bytes(range(16)))
        profile_item = (say.NodeProfile(region=say.Region(scheme="ra", code="05"), languages=["fr"]), w.content_of(say.NodeProfileContent(name_fr="CdP Exemple"), bytes(range(0x10, 0x20))))
        run, = example.say(profile_item)
        self.that("the profile's item id and root", wire.Run.FromString(run.run.run.payload).root.hex() == "3297dd666b7a234c80dbc857da4522bf7786522ed98be46ce7c0be00be4a3042")
        given = bytes.fromhex("4c314750f881e43ac46815c392d7646403b9e15d76a4bc887e77792ed7ede06334286401b04046dec99afdf96013cee2cb537be19c2e5187997335d930f8fda2")
        self.that("the page's signature of that run", w.holds(example.signing.spki, given, w.signing_input(w.RUN, run.run.run.payload)))
        run, = example.say(*(withdrawal(bytes(range(0xc0, 0xd0)), revision) for revision in (1, 2, 3)))
        self.that("the root of three items", wire.Run.FromString(run.run.run.payload).root.hex() == "31f01b4b865f411e61b5ebe05adfb71404d3eff7b761cab494ea104b5a2c6e12")
        recover = example.recover(example.recovery, bytes(range(1, 17)), w.Key(int.from_bytes(b"\2" * 32, "big")), nonce=bytes(range(0xbf, 0xaf, -1)), not_before=1788350400)
        self.that("the RECOVER's item id", example.head.hex() == "4decd31e99fe1b7d0bae99b706de26cbf7f6ec8db06d8eb67c360791ec8adf4f", recover)
        secret, printed = w.read_code("012345-6789ab cdefgh-JKF5ES-S3SWTO-N0JVY3-YDX259")
        self.that("the code is read with small letters and O for 0", (secret, printed) == ("0123456789ABCDEFGHJK", w.fingerprint("pfozzdz42avas36dfoeurmgu4wbq2yzd")))
        made = w.token(w.Key(int.from_bytes(b"\1" * 32, "big")), example.node_id, "pfozzdz42avas36dfoeurmgu4wbq2yzd", "/recoverycop.federation.v1.ExchangeService/Hello", 1788264000)
        signature = base64.urlsafe_b64decode("gQIn0VS4KwZkL0seKPoPGPxW1lGnfAMc9QCIVRvxiFFNtMVb2o9e63QzyTloUrdF6Nveux14OVvuAKzRREICsQ==")
        self.that("the page's signature of the token", w.holds(w.Key(int.from_bytes(b"\1" * 32, "big")).spki, signature, made.rsplit(".", 1)[0].encode()))

    def chapter(self, name, author=None):
        """A chapter with its beginning, and a client for it."""
        author = author or w.Author()
        author.say(profile(name))
        return author, Client(self.hub.calls, author)

    def enrol(self, client):
        secret, _ = w.read_code(self.hub.enrolment_code())
        answer = client.enrol(secret)
        client.hub_id = answer.hub_beginning.entries[0].node_id
        return secret, answer

    def enrolling(self):
        self.a, self.at_a = self.chapter("CdP du premier essai")
        typed = self.hub.enrolment_code()
        secret, printed = w.read_code(typed)
        self.that("a code's checksum finds two characters that changed places", not self._reads(typed[1] + typed[0] + typed[2:] if typed[0] != typed[1] else "0" + typed))
        self.refused("a code that nobody made is unknown", lambda: self.at_a.enrol("0" * 20), "NOT_FOUND", "CODE_UNKNOWN")
        self.refused("Enrol needs a deadline", lambda: self.at_a.enrol(secret, deadline=None), "INVALID_ARGUMENT", "DEADLINE_REQUIRED")
        self.refused("Enrol's deadline is at most a minute", lambda: self.at_a.enrol(secret, deadline=90), "INVALID_ARGUMENT", "DEADLINE_REQUIRED")
        self.refused("a beginning without its profile is refused", lambda: self.at_a.enrol(secret, self.a.entries[:1]), "INVALID_ARGUMENT", "FIELD_INVALID", "beginning")
        self.templates(secret, printed)
        forged = self.a.sign_run(self.a.items(profile("Une autre"), after=(1, w.id_of(self.a.genesis.key_statement))), 2, w.Key())
        self.refused("a beginning with a forged run names the entry", lambda: self.at_a.enrol(secret, [self.a.genesis, forged]), "INVALID_ARGUMENT", "SIGNATURE_INVALID", "beginning.entries[1]")
        answer = self.at_a.enrol(secret)
        self.that("enrolled with a code the chapter waits for the operator", answer.state == PENDING, answer.state)
        self.hub_id = self.at_a.hub_id = answer.hub_beginning.entries[0].node_id
        beginning = judge.Feed(self.hub_id)
        taken = [beginning.take(entry) for entry in answer.hub_beginning.entries]
        self.that("the hub's beginning verifies: its genesis and its profile", taken == ["ACCEPTED"] * 2 and not beginning.aside, taken)
        self.that("the hub is the one of the printed code", w.fingerprint(self.hub_id) == printed)
        self.that("the same genesis and code get the same answer", self.at_a.enrol(secret) == answer)
        other, at_other = self.chapter("CdP d’ailleurs")
        self.refused("another genesis cannot use the code", lambda: at_other.enrol(secret), "FAILED_PRECONDITION", "CODE_USED")

    def templates(self, secret, printed):
        self.that("with a code one asks for templates before there are any", not self.at_a.templates(secret).releases)
        self.hub.release(os.path.join(self.root, "src", "Node", "Templates", "BuiltIn", "quebec-recovery"))
        self.refused("and not with a code that nobody made", lambda: self.at_a.templates("0" * 20), "NOT_FOUND", "CODE_UNKNOWN")
        answer = self.at_a.templates(secret)
        self.that("a released template comes, and no more is waiting", len(answer.releases) == 1 and not answer.more, answer)
        proof = answer.releases[0]
        node, position, item = judge.proven(proof)
        self.that("proven to be said by the hub of the code", w.fingerprint(node) == printed and item.payload_type == w.PACKAGE + "TemplateRelease", node)
        said = say.TemplateRelease.FromString(item.payload)
        unpacked = gzip.decompress(say.TemplateReleaseContent.FromString(proof.item.content.bytes).template)
        self.that("its hash is that of what it unpacks to", said.template_hash == hashlib.sha256(unpacked).digest())
        head = json.loads(json.loads(unpacked.decode())["template.json"])
        self.that("which is the template that the payload names", (head["id"], head["version"]) == (said.template_id, said.version), head)
        self.that("and the rest begins behind it", not self.at_a.templates(secret, after=position).releases)

    @staticmethod
    def _reads(typed):
        try:
            w.read_code(typed)
            return True
        except ValueError:
            return False

    def tokens(self):
        at, now = self.at_a, int(time.time())
        unauthenticated = lambda statement, reason, **how: self.refused(statement, lambda: at.standing(**how), "UNAUTHENTICATED", reason)
        self.that("a chapter that waits may ask how it stands", at.standing().state == PENDING)
        self.refused("and not say Hello", at.hello, "PERMISSION_DENIED", "NOT_ADMITTED")
        unauthenticated("a call without a token is refused", "TOKEN_MISSING", bearer="")
        unauthenticated("a token for another hub", "TOKEN_AUDIENCE", aud="rcop:hub:" + self.a.node_id)
        unauthenticated("a token for another method", "TOKEN_METHOD", mth="/recoverycop.federation.v1.ExchangeService/Hello")
        refusal = self.refused("a token of two minutes ago", lambda: at.standing(now=now - 120), "UNAUTHENTICATED", "TOKEN_EXPIRED")
        self.that("the refusal for time tells the hub's", refusal is not None and refusal.metadata.get("server_time", "").startswith(time.strftime("%Y-%m-", time.gmtime())), refusal)
        unauthenticated("a token from the future", "TOKEN_EXPIRED", now=now + 90)
        self.that("a clock that is 20 s ahead is let pass", at.standing(now=int(time.time()) + 20).state == PENDING)
        unauthenticated("a token for longer than a minute", "TOKEN_INVALID", lifetime=61)
        unauthenticated("a token of another type", "TOKEN_INVALID", typ="JWT")
        unauthenticated("a token with another algorithm", "TOKEN_INVALID", alg="none")
        unauthenticated("a token of a key that no statement named", "KEY_UNKNOWN", key=w.Key())
        unauthenticated("a token signed by another key than it names", "TOKEN_INVALID", key=w.Key(), kid=self.a.signing.id.hex())
        self.refused("no deadline", lambda: at.standing(deadline=None), "INVALID_ARGUMENT", "DEADLINE_REQUIRED")

    def recovering_before_admission(self):
        c, at = self.chapter("CdP qui a perdu sa clé")
        self.enrol(at)
        printed = w.recovery_words(c.entropy)
        lost, words_key = c.signing, w.recovery_key(w.entropy_of(printed))
        hello = at.hello(key=words_key)
        self.that("the thirteen words are a key that may say Hello while PENDING", hello.feed_position == 2 and hello.feed_item_id == c.head, hello)
        new_words = w.recovery_words(os.urandom(16))
        recover = c.recover(words_key, w.entropy_of(new_words))
        self.pushed("RECOVER is taken while PENDING, at position 3", at.push(recover, key=words_key), (ACCEPTED,), position=3)
        self.refused("the lost key speaks no more", lambda: at.standing(key=lost), "UNAUTHENTICATED", "KEY_UNKNOWN")
        self.refused("nor do the old words", lambda: at.hello(key=words_key), "UNAUTHENTICATED", "KEY_UNKNOWN")
        self.that("the new key asks how it stands", at.standing().state == PENDING)
        self.pushed("RECOVER again, with the new words, is a duplicate", at.push(recover, key=c.recovery), (DUPLICATE,), position=3)
        new_key = c.recovery
        self.pushed("a second RECOVER stands behind the first", at.push(c.recover(new_key), key=new_key), (ACCEPTED,), position=4)
        own = at.pull(own=True, key=c.recovery)
        self.that("own_feed gives the beginning, and what was said since, while PENDING", len(own.page.entries) == 4 and not own.more, own)
        self.hub.admit(w.six_words(c.node_id))
        hello = at.hello()
        self.that("admitted, Hello goes on behind the RECOVER", hello.feed_position == 4 and hello.feed_item_id == c.head, hello)
        self.pushed("and the new key signs what follows", at.push(*c.say(practice("Après la perte"))), (ACCEPTED,), position=5)
        old = c.signing
        retire = c.retire()
        self.pushed("RETIRE is taken", at.push(retire), (ACCEPTED,), position=6)
        self.refused("after it the signing key speaks no more", lambda: at.hello(key=old), "UNAUTHENTICATED", "KEY_UNKNOWN")
        new_key = c.recovery
        self.pushed("the recovery key takes a retired node back", at.push(c.recover(new_key), key=new_key), (ACCEPTED,), position=7)
        self.pushed("and it speaks again", at.push(*c.say(practice("De retour"))), (ACCEPTED,), position=8)
        self.c, self.at_c = c, at

    def pushing(self):
        a, at = self.a, self.at_a
        # As a person types what she was read: capitals, no accents, four letters of each word.
        self.hub.admit(" ".join(word[:4].upper() for word in w._bare(w.six_words(a.node_id)).split()))
        self.that("the operator admits by the six words", at.standing().state == ADMITTED)
        self.refused("no protocol in common", lambda: at.hello(2, 3), "FAILED_PRECONDITION", "PROTOCOL_UNSUPPORTED")
        hello = at.hello()
        self.that("Hello says where to go on", (hello.protocol, hello.feed_position, hello.feed_item_id) == (1, 2, a.head), hello)
        self.that("Hello says the day's share and the longest wait", (hello.limits.items_per_day, hello.limits.pull_wait_seconds) == (QUOTA, 30), hello.limits)
        self.subject = os.urandom(16)
        one = a.say(practice("Le café du mardi", self.subject))
        self.pushed("a run of one", at.push(*one), (ACCEPTED,), position=3)
        self.pushed("the same page again is a duplicate", at.push(*one), (DUPLICATE,), position=3)
        many = a.say(*(withdrawal(os.urandom(16), 1) for _ in range(500)))
        self.that("500 items are one run", len(many) == 1 and len(many[0].run.items) == 500)
        self.pushed("a run of 500", at.push(*many), (ACCEPTED,), position=503)
        heavy = a.say(*(practice("Lourde %d" % i, text="é" * 125000) for i in range(5)))
        self.that("1.2 MiB are cut into two runs, each within a page", [len(e.run.items) for e in heavy] == [4, 1] and all(wire.FeedPage(entries=[e]).ByteSize() <= w.BYTES_A_PAGE for e in heavy))
        self.refused("both in one page are too large", lambda: at.push(*heavy), "INVALID_ARGUMENT", "PAGE_TOO_LARGE")
        self.pushed("each in a page of its own", at.push(heavy[0]), (ACCEPTED,), position=507)
        self.pushed("and the rest of them", at.push(heavy[1]), (ACCEPTED,), position=508)
        self.refused("an empty page", lambda: at.push(), "INVALID_ARGUMENT", "FIELD_INVALID", "page")
        strange = wire.FeedEntry.FromString(one[0].SerializeToString())
        strange.node_id = self.c.node_id
        self.refused("an entry of another node", lambda: at.push(one[0], strange), "INVALID_ARGUMENT", "FIELD_INVALID", "page.entries[1]")
        items = a.items(*(withdrawal(os.urandom(16), 1) for _ in range(501)))
        self.refused("501 items are too many", lambda: at.push(a.sign_run(items)), "INVALID_ARGUMENT", "PAGE_TOO_LARGE")
        self.pushed("a run that was cut anew overlaps", at.push(a.sign_run(self._of(heavy) + a.items(practice("De plus")), 504)), (REJECTED, "RUN_OVERLAP"), position=508)

    @staticmethod
    def _of(entries):
        """The items without contents: the chain is the same."""
        return [item for entry in entries for item in bare(entry).run.items]

    def pulling(self):
        self.b, self.at_b = self.chapter("CdP qui lit")
        self.enrol(self.at_b)
        self.hub.admit(w.six_words(self.b.node_id))
        self.reader = Reader(self.at_b)
        self.reader.follow()
        feeds = self.reader.feeds
        self.that("another chapter pulls everybody else", set(feeds) == {self.hub_id, self.a.node_id, self.c.node_id}, sorted(feeds))
        self.that("all that it pulls verifies: signatures, roots, chain", all(outcome == "ACCEPTED" for _, outcome in self.reader.outcomes), self.reader.outcomes)
        mine = feeds[self.a.node_id]
        self.that("the feed is the one that was said", mine.ids[-1] == self.a.head and len(mine.ids) == self.a.position)
        self.that("every content has its hash", all(p in mine.contents for p in (2, 3, 504, 508)), sorted(mine.contents))
        ids = mine.ids[3:503]
        path = w.path_of(ids, 333)
        self.that("one item of 500 is proved by nine hashes", len(path) == 9 and w.root_by_path(ids[333], 333, 500, path) == mine.runs[4].root)
        self.that("and no other item by them", w.root_by_path(ids[332], 333, 500, path) != mine.runs[4].root)
        self.refused("a wait over the hub's limit", lambda: self.at_b.pull(self.reader.cursor, 31), "INVALID_ARGUMENT", "FIELD_INVALID", "wait_seconds")
        self.refused("what was never a cursor", lambda: self.at_b.pull(b"\1\2\3"), "INVALID_ARGUMENT", "FIELD_INVALID", "cursor")
        began = time.monotonic()
        came, waited = self.reader.follow(1), time.monotonic() - began
        self.that("a poll to which nothing comes waits and is empty", came == 0 and waited > 0.9, (came, waited))
        began, found = time.monotonic(), []
        poll = threading.Thread(target=lambda: found.append(self.reader.follow(28)))
        poll.start()
        time.sleep(0.5)
        self.pushed("somebody pushes while it waits", self.at_a.push(*self.a.say(practice("À l’instant"))), (ACCEPTED,))
        poll.join(60)
        self.that("the poll answers at once", found == [1] and time.monotonic() - began < 20 and mine.ids[-1] == self.a.head, (found, time.monotonic() - began))
        found = []
        polls = [threading.Thread(target=lambda: found.append(self.refusal_of(lambda: self.at_b.pull(self.reader.cursor, 3)))) for _ in range(30)]
        for poll in polls:
            poll.start()
        for poll in polls:
            poll.join(60)
        over = [refusal for refusal in found if refusal]
        self.that("more calls at once than a chapter may hold are refused, and say when to come back", len(found) == 30 and 0 < len(over) < 30 and all(
            (r.status, r.reason, r.metadata.get("retry_after_seconds")) == ("RESOURCE_EXHAUSTED", "TOO_MANY_CALLS", "2") for r in over), [str(r) for r in over])
        self.that("and the next one is answered", self.refusal_of(lambda: self.at_b.pull(self.reader.cursor)) is None)
        mine, pages = self.own_feed_of(self.a, self.at_a)
        self.that("own_feed gives a chapter back what it said", mine.ids[-1] == self.a.head and pages > 1, (len(mine.ids), pages))

    def contents(self):
        a, at = self.a, self.at_a
        right = practice("Le bon texte")
        entry, = a.say(right)
        there = a.position
        wrong = w.content_of(say.PracticeContent(title="Un autre texte"))
        self.pushed("a wrong content is dropped, its item is a link", at.push(with_contents(entry, wrong)), (ACCEPTED, "", ((there, CONTENT_WANTED, "CONTENT_MISMATCH"),)), position=there)
        self.that("Hello asks for it", list(at.hello().contents_wanted) == [there], at.hello())
        self.pushed("none in its place is missed too", at.push(bare(entry)), (DUPLICATE, "", ((there, CONTENT_WANTED, "CONTENT_MISSING"),)), position=there)
        self.reader.follow()
        theirs = self.reader.feeds[a.node_id]
        self.that("others pull the item without it", len(theirs.ids) == there and there not in theirs.contents)
        self.pushed("the right one is taken with a duplicate", at.push(entry), (DUPLICATE,), position=there)
        self.that("Hello asks no more", not at.hello().contents_wanted, at.hello())
        self.reader.follow()
        self.that("others meet the run again with its content", theirs.contents.get(there) == right[1].bytes and self.reader.outcomes[-1] == (a.node_id, "DUPLICATE"))
        salted = practice("Un sel trop court")
        salted = (salted[0], wire.Content(salt=b"12345678", bytes=salted[1].bytes))
        entry, = a.say(salted)
        self.pushed("a salt of another length never matches", at.push(entry), (ACCEPTED, "", ((a.position, CONTENT_WANTED, "CONTENT_MISMATCH"),)), position=a.position)
        self.pushed("withdrawn, it is asked for no more", at.push(*a.say(withdrawal(salted[0].about.id))), (ACCEPTED,))
        self.that("and Hello does not either", not at.hello().contents_wanted, at.hello())

    def quarantine(self):
        a, at = self.a, self.at_a
        wish = w.PACKAGE + "AWishOfLater"
        unknown = (wish, lambda place: wire.Envelope(at=place, about=wire.Subject(id=os.urandom(16))).SerializeToString() + b"\x2a\x02\x66\x72")
        long = practice("x" * 201)
        twice = (w.PACKAGE + "Withdrawal", lambda place: wire.Envelope(at=place, about=wire.Subject(id=b"1" * 16)).SerializeToString() + wire.Envelope(about=wire.Subject(id=b"2" * 16)).SerializeToString() + b"\x28\x01")
        run, = a.say((unknown, None), long, (twice, None), practice("Entre eux"))
        first = a.position - 3
        self.pushed("an unknown type, a limit and a field said twice are put aside, the run is taken", at.push(run), (ACCEPTED, "", (
            (first, QUARANTINED, "TYPE_UNKNOWN"), (first + 1, QUARANTINED, "LIMIT_EXCEEDED"), (first + 2, QUARANTINED, "UNREADABLE"))), position=first + 3)
        self.pushed("and the feed goes on", at.push(*a.say(practice("Et ensuite"))), (ACCEPTED,), position=first + 4)
        again = at.push(run)
        self.that("pushed again it is a duplicate that says the same of its items", again.results[0].status == DUPLICATE, again)
        self.reader.follow()
        theirs = self.reader.feeds[a.node_id]
        self.that("others pull them raw, and put them aside as well", (theirs.aside.get(first), theirs.aside.get(first + 2)) == ("TYPE_UNKNOWN", "UNREADABLE") and theirs.ids[-1] == a.head, theirs.aside)

    def refused_entries(self):
        a, at = self.a, self.at_a
        items = a.items(practice("Un faux"))
        before = a.position
        forged, thief = a.sign_run(items, key=w.Key()), w.Key()
        thief.id = a.signing.id
        named = a.sign_run(items, key=thief)
        self.pushed("a forged run is rejected", at.push(forged), (REJECTED, "SIGNATURE_INVALID"), position=before)
        self.pushed("one that names the right key too, and what follows is not looked at", at.push(named, a.sign_run(items)), (REJECTED, "SIGNATURE_INVALID"), position=before)
        other = a.sign_run(items)
        other.run.items[0].item.CopyFrom(a.items(practice("Un autre"))[0].item)
        self.pushed("a run with another item than it was signed for", at.push(other), (REJECTED, "RUN_MISMATCH"), position=before)
        later = a.sign_run(a.items(practice("Trop tôt"), after=(before + 5, b"\7" * 32)), before + 6)
        self.pushed("a gap", at.push(later), (REJECTED, "GAP"), position=before)
        fork = a.sign_run(a.items(practice("Une autre histoire"), after=(before - 1, self.reader.feeds[a.node_id].ids[before - 2])), before)
        self.pushed("another item at a place that is held is a fork", at.push(fork), (REJECTED, "FORK"), position=before)
        self.pushed("none of it hinders what is true", at.push(*a.say(practice("Vrai"))), (ACCEPTED,), position=before + 1)

    def keys(self):
        a, at = self.a, self.at_a
        old = a.signing
        rotate = a.rotate()
        self.pushed("ROTATE goes out under the old key", at.push(rotate, key=old), (ACCEPTED,), position=a.position)
        self.refused("which speaks no more", lambda: at.hello(key=old), "UNAUTHENTICATED", "KEY_UNKNOWN")
        self.pushed("the same statement again, under the new one", at.push(rotate), (DUPLICATE,), position=a.position)
        stale = a.sign_run(a.items(practice("De l’ancienne clé")), key=old)
        self.pushed("a run by the old key is rejected", at.push(stale), (REJECTED, "SIGNATURE_INVALID"), position=a.position)
        self.pushed("a run by the new one is taken", at.push(*a.say(practice("De la nouvelle clé"))), (ACCEPTED,), position=a.position)
        bad, at_head = w.Author.__new__(w.Author), a.position
        bad.__dict__.update(a.__dict__, entries=list(a.entries))
        self.pushed("a key that was used never returns", at.push(bad.rotate(old)), (REJECTED, "FIELD_INVALID"), position=at_head)
        words_key = w.recovery_key(w.entropy_of(w.recovery_words(a.entropy)))
        a.entropy = os.urandom(16)
        lost = a.signing
        recover = a.recover(words_key, a.entropy)
        self.pushed("RECOVER by the words of an admitted chapter", at.push(recover, key=words_key), (ACCEPTED,), position=a.position)
        self.refused("the lost key speaks no more", lambda: at.hello(key=lost), "UNAUTHENTICATED", "KEY_UNKNOWN")
        self.pushed("the new one does, after a RECOVER there is no pause", at.push(*a.say(practice("Retrouvée"))), (ACCEPTED,), position=a.position)

    def held_back(self):
        a, at = self.a, self.at_a
        thief, since = a.signing, a.position + 1
        self.pushed("a thief speaks", at.push(*a.say(practice("Ce que dit le voleur"))), (ACCEPTED,), position=since)
        words_key = w.recovery_key(w.entropy_of(w.recovery_words(a.entropy)))
        hello = at.hello(key=words_key)
        self.that("the words' Hello says where the feed stands", hello.feed_position == since, hello)
        more = a.sign_run(a.items(practice("Encore lui")))
        refusal = self.refused("what the thief pushes is held back", lambda: at.push(more), "RESOURCE_EXHAUSTED", "HELD_BACK")
        self.that("for a quarter of an hour at most", refusal is not None and 0 < int(refusal.metadata.get("retry_after_seconds", "0")) <= 900, refusal)
        self.refused("the words pull nobody else", lambda: at.pull(key=words_key), "PERMISSION_DENIED", "RECOVERY_KEY_LIMITED")
        self.refused("and push no run", lambda: at.push(more, key=words_key), "PERMISSION_DENIED", "RECOVERY_KEY_LIMITED")
        self.that("they do pull their own feed", len(at.pull(own=True, key=words_key).page.entries) > 1)
        a.entropy = os.urandom(16)
        self.pushed("COMPROMISE takes back what the thief said", at.push(a.compromise(words_key, since, a.entropy), key=words_key), (ACCEPTED,), position=a.position)
        self.refused("the thief speaks no more", lambda: at.push(more, key=thief), "UNAUTHENTICATED", "KEY_UNKNOWN")
        self.pushed("the owner speaks at once", at.push(*a.say(practice("De nouveau nous"))), (ACCEPTED,), position=a.position)
        self.reader.follow()
        theirs = self.reader.feeds[a.node_id]
        self.that("others verify the keys' whole chain and do not believe the thief",
                  theirs.ids[-1] == a.head and not theirs.believed(since) and theirs.believed(since - 1) and theirs.believed(a.position))

    def restores(self):
        d, at = self.chapter("CdP rétablie")
        self.enrol(at)
        self.hub.admit(w.six_words(d.node_id))
        self.pushed("something before the restore", at.push(d.entries[0], d.entries[1], *d.say(practice("Avant"))), (DUPLICATE,), (DUPLICATE,), (ACCEPTED,), position=3)
        old, third = copy.copy(d), (d.position, d.head)
        old.entries = list(d.entries)
        d.epoch = os.urandom(16)
        self.that("hello may announce an epoch that nothing was said in", at.hello().feed_position == 3)
        self.pushed("a new epoch goes on from the last item", at.push(*d.say(practice("Après"))), (ACCEPTED,), position=4)
        at.author = old
        self.refused("the epoch before is over for hello", lambda: at.hello(), "FAILED_PRECONDITION", "EPOCH_SUPERSEDED")
        self.pushed("and for what another copy says", at.push(*old.say(practice("Une copie"))), (REJECTED, "EPOCH_SUPERSEDED"), position=4)
        old.epoch = os.urandom(16)
        self.pushed("nobody takes the place of what they have not seen", at.push(old.sign_run(old.items(practice("Une branche"), after=third), 4)), (REJECTED, "EPOCH_SUPERSEDED"), position=4)
        at.author = d
        heads = self.at_b.heads()
        named = {h.node_id: h for h in heads.heads}
        self.that("heads come in the order of node ids, one's own left out", [h.node_id for h in heads.heads] == sorted(named) and self.b.node_id not in named and self.hub_id in named)
        self.that("and say where a feed ends", (named[d.node_id].position, named[d.node_id].item_id) == (4, d.head))
        self.that("nothing comes after their cursor", not self.at_b.pull(heads.cursor).page.entries)
        self.refused("a cursor on an item that is not there", lambda: self.at_b.pull(heads.cursor[:-1] + bytes([heads.cursor[-1] ^ 1])), "FAILED_PRECONDITION", "EPOCH_CHANGED")
        whole, feed = self.at_b.ranges((d.node_id, 1, 0)), judge.Feed(d.node_id)
        self.that("a range is a feed that verifies, over two epochs", [feed.take(e) for e in whole.page.entries] == ["ACCEPTED"] * 4 and feed.ids[-1] == d.head and not whole.more)
        self.that("a range of one position is the run that covers it", [e.run.run for e in self.at_b.ranges((self.a.node_id, 333, 333)).page.entries] == [e.run.run for e in self.a.entries if len(e.run.items) == 500])
        self.refused("too many ranges", lambda: self.at_b.ranges(*[(d.node_id, 1, 0)] * 33), "INVALID_ARGUMENT", "FIELD_INVALID", "ranges")
        self.pushed("what others hold of a feed verifies by itself", self.at_b.push(*d.entries), *[(DUPLICATE,)] * 4)
        self.refused("a stranger's feed is nothing that a hub lost", lambda: self.at_b.push(w.Author().entries[0]), "INVALID_ARGUMENT", "FIELD_INVALID", "page.entries[0]")
        self.reader.follow()

    def suspended(self):
        a, at = self.a, self.at_a
        here = Reader(at)
        others = practice("Retirée par une autre")
        self.at_b.push(*self.b.say(others, practice("Gardée par une autre")))
        here.follow()
        self.hub.suspend(a.node_id, "Une pause.")
        standing = at.standing()
        self.that("a suspended chapter is told so, with the operator's words", (standing.state, standing.message) == (SUSPENDED, "Une pause."), standing)
        self.refused("it pulls no more", at.pull, "PERMISSION_DENIED", "SUSPENDED")
        self.refused("nor asks where feeds end", at.heads, "PERMISSION_DENIED", "SUSPENDED")
        self.that("its own feed it still gets", self.own_feed_of(a, at)[0].ids[-1] == a.head)
        late = practice("Venue trop tard")
        self.at_b.push(*self.b.say(late), *self.b.say(withdrawal(late[0].about.id)), *self.b.say(withdrawal(others[0].about.id)))
        answer = at.withdrawals(here.cursor)
        shown = [judge.proven(proof) for proof in answer.withdrawals]
        self.that("others' withdrawals of what it was given come to it one by one, each proved",
                  [(node, position, item.payload_type) for node, position, item in shown] == [(self.b.node_id, self.b.position, w.PACKAGE + "Withdrawal")], shown)
        self.that("and no second time", not answer.more and not at.withdrawals(answer.next_cursor).withdrawals)
        self.that("it says Hello and is asked for nothing", not at.hello().contents_wanted)
        kept, gone = practice("Écrite en pause"), practice("Retirée en pause")
        written = a.say(kept, gone)
        there = a.position - 1
        taken_back = a.say(withdrawal(self.subject), withdrawal(gone[0].about.id))
        found = at.push(*[bare(e) for e in written], *taken_back)
        self.that("its withdrawal is taken, what stands before it as a link", [r.status for r in found.results] == [ACCEPTED, ACCEPTED] and found.feed_position == a.position, found)
        asked = [(i.position, i.status, i.reason) for i in found.results[0].items]
        self.that("and its contents are wanted", (there, CONTENT_WANTED, "CONTENT_MISSING") in asked, asked)
        later = practice("Avec son texte")
        with_text = a.say(later)
        self.pushed("a content that comes in a pause is not taken", at.push(*with_text), (ACCEPTED, "", ((a.position, CONTENT_WANTED, "CONTENT_MISSING"),)), position=a.position)
        self.reader.follow()
        theirs = self.reader.feeds[a.node_id]
        self.that("others get the withdrawals of a suspended chapter", theirs.ids[-1] == a.head and there not in theirs.contents)
        fresh = Reader(self.at_b)
        fresh.follow()
        self.that("who comes later never gets the withdrawn text", 3 not in fresh.feeds[a.node_id].contents and fresh.feeds[a.node_id].ids == theirs.ids)
        self.hub.reinstate(a.node_id)
        self.that("reinstated", at.standing().state == ADMITTED)
        wanted = list(at.hello().contents_wanted)
        self.that("Hello asks for what it lacks and not for what was withdrawn", wanted == [there, a.position], wanted)
        self.pushed("the contents are sent with their entries again", at.push(*written, *with_text), (DUPLICATE,), (DUPLICATE,), position=a.position)
        self.that("and wanted no more", not at.hello().contents_wanted, at.hello())
        self.reader.follow()
        self.that("others get them", theirs.contents.get(there) == kept[1].bytes and theirs.contents.get(a.position) == later[1].bytes and there + 1 not in theirs.contents)

    def own_feed_of(self, author, client):
        """What own_feed gives back, judged in the order in which it comes, and how many pages it took."""
        mine, pages, cursor = judge.Feed(author.node_id), 0, b""
        while True:
            answer = client.pull(cursor, own=True)
            for entry in answer.page.entries:
                mine.take(entry)
            pages, cursor = pages + 1, answer.next_cursor
            if not answer.more:
                return mine, pages

    def everything_again(self):
        mine, _ = self.own_feed_of(self.a, self.at_a)
        self.that("own_feed comes in the order of positions, whatever was given again", mine.ids[-1] == self.a.head, len(mine.ids))
        fresh = Reader(self.at_b)
        fresh.follow()
        ids = {node: feed.ids for node, feed in fresh.feeds.items()}
        self.that("a run that was given again comes twice to whoever begins now", any(outcome == "DUPLICATE" for _, outcome in fresh.outcomes))
        self.that("from an empty cursor the same feeds come again, without a gap", ids == {node: feed.ids for node, feed in self.reader.feeds.items()})

    def the_quota(self):
        b, at = self.b, self.at_b
        for _ in range(3):
            self.pushed("500 items more are within the day's share, or overdraw it once", at.push(*b.say(*(self.figure() for _ in range(500)))), (ACCEPTED,), position=b.position)
        refusal = self.refused("then the day is used up", lambda: at.push(b.sign_run(b.items(self.figure()))), "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED")
        self.that("until midnight", refusal is not None and 0 < int(refusal.metadata.get("retry_after_seconds", "0")) <= 86400, refusal)
        self.pushed("a withdrawal is taken all the same", at.push(*b.say(withdrawal(os.urandom(16)))), (ACCEPTED,), position=b.position)

    @staticmethod
    def figure():
        message = say.StatisticsReturn(period="2026Q3", schema_version=1, method="none", correction=1, measures=[say.Measure(code="practices.shared", value=3)])
        message.approved_at.seconds = int(time.time())
        return message, None
