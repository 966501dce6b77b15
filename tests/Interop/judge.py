"""Judges what others said by the rules of src/Protos/README.md, sections 5 and 9: a hub is no more trusted than a stranger."""

import wire as w
from google.protobuf.message import DecodeError
from recoverycop.federation.v1 import payloads_pb2 as say
from recoverycop.federation.v1 import signed_item_pb2 as wire

CONTENT_OF = {"NodeProfile": say.NodeProfileContent, "PracticeRevision": say.PracticeContent, "TemplateRelease": say.TemplateReleaseContent}
TYPES = {w.PACKAGE + name for name in ("NodeProfile", "PracticeRevision", "Withdrawal", "StatisticsReturn", "TemplateRelease")}
HOURS_72 = 72 * 3600
GENESIS, ROTATE, RECOVER, COMPROMISE, RETIRE = 1, 2, 3, 4, 5


class Rejected(Exception):
    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


def require(holds, reason):
    if not holds:
        raise Rejected(reason)


def read(message, data, reason):
    try:
        return message.FromString(data)
    except DecodeError:
        raise Rejected(reason)


def _fields(data):
    """The numbers of a message's fields in the order in which they were written; raises on what is no protobuf."""
    def varint(i):
        value = shift = 0
        while True:
            value |= (data[i] & 127) << shift
            i, shift = i + 1, shift + 7
            if data[i - 1] < 128:
                return value, i

    i, numbers = 0, []
    while i < len(data):
        tag, i = varint(i)
        numbers.append(tag >> 3)
        kind = tag & 7
        if kind == 0:
            _, i = varint(i)
        elif kind == 2:
            size, i = varint(i)
            i += size
        elif kind in (1, 5):
            i += 8 if kind == 1 else 4
        else:
            raise IndexError
    if i != len(data):
        raise IndexError
    return numbers


def _envelope(payload):
    envelope = wire.Envelope.FromString(payload)
    numbers = _fields(payload)
    known = [n for n in numbers if n <= 3]
    # First, at most once each, in this order.
    if known != sorted(set(known)) or numbers[:len(known)] != known:
        raise IndexError
    return envelope


def put_aside(item, content):
    """Why an item that is a link is not understood; empty when it is. Limits are judged by who shows what is in it: not by this client."""
    if item.payload_type not in TYPES:
        return "TYPE_UNKNOWN"
    name = item.payload_type[len(w.PACKAGE):]
    try:
        _envelope(item.payload)
        getattr(say, name).FromString(item.payload)
        if content is not None and name in CONTENT_OF:
            CONTENT_OF[name].FromString(content)
        return ""
    except (DecodeError, IndexError):
        return "UNREADABLE"


def proven(proof):
    """The node, the position and the item that a proof shows by itself."""
    genesis = proof.key_statements[0]
    keys = Feed(w.node_id_of(w.sha(w.signing_input(genesis.payload_type, genesis.payload))))
    for signed in proof.key_statements:
        at = read(wire.Envelope, signed.payload, "UNREADABLE").at
        # Where between the statements others stood cannot be seen.
        keys.ids += [at.previous_item_id] * (at.position - 1 - len(keys.ids))
        keys.epoch, keys.past = at.epoch, set()
        keys._statement(signed)
    run = read(wire.Run, proof.run.payload, "SIGNATURE_INVALID")
    first, at = getattr(run, "from"), read(wire.Envelope, proof.item.item.payload, "UNREADABLE").at
    key, data = keys.key_at(first), w.signing_input(proof.run.payload_type, proof.run.payload)
    require(proof.run.payload_type == w.RUN and len(proof.run.signatures) == 1 and key is not None and w.holds(key, proof.run.signatures[0].value, data), "SIGNATURE_INVALID")
    require((at.node_id, at.epoch, run.node_id) == (keys.node_id, run.epoch, keys.node_id) and first <= at.position <= run.to, "RUN_MISMATCH")
    require(w.root_by_path(w.id_of(proof.item.item), at.position - first, run.to - first + 1, list(proof.path)) == run.root, "RUN_MISMATCH")
    return keys.node_id, at.position, proof.item.item


class Feed:
    """What one node said, as far as it was taken here."""

    def __init__(self, node_id):
        self.node_id = node_id
        self.ids, self.items, self.contents, self.aside, self.runs = [], [], {}, {}, {}
        self.keys = []              # (position, key statement), the genesis first
        self.statement_ids = []
        self.unbelieved = []        # (first, last) position
        self.epoch, self.past = b"", set()

    def key_at(self, position):
        """The signing key that is valid there: a statement's own is from the next position on."""
        valid = None
        for place, statement in self.keys:
            if place < position:
                valid = None if statement.reason == RETIRE else statement.signing_spki
        return valid

    def believed(self, position):
        return not any(first <= position <= last for first, last in self.unbelieved)

    def _spkis(self):
        return {w.sha(k): k for _, s in self.keys for k in (s.signing_spki, s.recovery_spki)}

    def take(self, entry):
        require(entry.node_id == self.node_id, "WRONG_NODE")
        return self._run(entry.run) if entry.WhichOneof("entry") == "run" else self._statement(entry.key_statement)

    def _run(self, signed_run):
        statement, items = signed_run.run, signed_run.items
        require(1 <= len(items) <= 500 and all(len(i.item.payload) <= 16384 and len(i.item.payload_type) <= 100 for i in items), "ITEM_TOO_LARGE")
        require(statement.payload_type == w.RUN, "SIGNATURE_INVALID")
        known, data = self._spkis(), w.signing_input(statement.payload_type, statement.payload)
        require(all(s.key_id in known and w.holds(known[s.key_id], s.value, data) for s in statement.signatures), "SIGNATURE_INVALID")
        run = read(wire.Run, statement.payload, "SIGNATURE_INVALID")
        first, last = getattr(run, "from"), run.to
        require(run.node_id == self.node_id, "WRONG_NODE")
        require(first >= 2 and last - first + 1 == len(items) and len(run.epoch) == 16, "FIELD_INVALID")
        key = self.key_at(first)
        require(len(statement.signatures) == 1 and key is not None and statement.signatures[0].key_id == w.sha(key) and key == self.key_at(last), "SIGNATURE_INVALID")
        ids = [w.id_of(item.item) for item in items]
        require(run.head == ids[-1] and run.root == w.root_of(ids), "RUN_MISMATCH")
        held = len(self.ids)
        require(first <= held + 1, "EPOCH_SUPERSEDED" if run.epoch in self.past else "GAP")
        same = first <= held and all(position > held or self.ids[position - 1] == one for position, one in enumerate(ids, first))
        if same:
            require(last <= held, "RUN_OVERLAP")
        else:
            self._in_epoch(first, run.epoch)
        before = self.ids[first - 2]
        for position, (item, one) in enumerate(zip(items, ids), first):
            at = read(wire.Envelope, item.item.payload, "UNREADABLE").at
            require(at.node_id == self.node_id and at.epoch == run.epoch and at.position == position, "UNREADABLE")
            require(at.previous_item_id == before, "FORK" if position == first else "UNREADABLE")
            before = one
        duplicate = same
        if not duplicate:
            # A branch takes the place of what stood there.
            self.ids[first - 1:], self.items[first - 1:] = ids, [item.item for item in items]
            for gone in [p for p in self.contents if p >= first]:
                del self.contents[gone]
            for gone in [p for p in self.runs if p >= first]:
                del self.runs[gone]
            self._begin(run.epoch)
        self.runs[first] = run
        for position, item in enumerate(items, first):
            self._content(position, item)
        return "DUPLICATE" if duplicate else "ACCEPTED"

    def _in_epoch(self, position, epoch):
        """That what is not held may stand there: as the next, or as the first of a new epoch."""
        require(epoch not in self.past, "EPOCH_SUPERSEDED")
        if epoch == self.epoch:
            require(position == len(self.ids) + 1, "FORK")
        elif self.ids:
            ends = {run.to for run in self.runs.values()} | {place for place, _ in self.keys}
            require(position > self.keys[-1][0] and position - 1 in ends, "FORK")
            require(len(self.past) < 1000, "FIELD_INVALID")

    def _begin(self, epoch):
        if self.epoch and epoch != self.epoch:
            self.past.add(self.epoch)
        self.epoch = epoch

    def _content(self, position, item):
        content = None
        if item.HasField("content"):
            wanted = wire.Envelope.FromString(item.item.payload).content_hash
            # What does not have its hash is dropped: never shown, never kept.
            if len(item.content.salt) == 16 and w.content_hash(item.content) == wanted:
                content = self.contents[position] = item.content.bytes
        reason = put_aside(item.item, content)
        if reason:
            self.aside[position] = reason

    def _statement(self, signed):
        require(len(signed.payload) <= 16384 and len(signed.signatures) <= 4, "ITEM_TOO_LARGE")
        data = w.signing_input(signed.payload_type, signed.payload)
        s = read(say.KeyStatement, signed.payload, "UNREADABLE")
        position, one, held = s.at.position, w.sha(data), len(self.ids)
        if position == 1:
            require(s.at.node_id == "" and w.node_id_of(one) == self.node_id, "WRONG_NODE")
        else:
            require(s.at.node_id == self.node_id, "WRONG_NODE")
        require(position <= held + 1, "EPOCH_SUPERSEDED" if s.at.epoch in self.past else "GAP")
        if position <= held and self.ids[position - 1] == one:
            return "DUPLICATE"
        self._in_epoch(position, s.at.epoch)
        require(s.at.previous_item_id == (self.ids[position - 2] if position > 1 else b""), "FORK")
        signers = self._fits(s, position)
        given = {g.key_id: g.value for g in signed.signatures}
        require(set(given) == {w.sha(k) for k in signers} and len(given) == len(signed.signatures), "SIGNATURE_INVALID")
        require(all(w.holds(k, given[w.sha(k)], data) for k in signers), "SIGNATURE_INVALID")
        self.ids[position - 1:] = [one]
        self.items[position - 1:] = []
        self._begin(s.at.epoch)
        self.items.append(wire.Item(payload_type=signed.payload_type, payload=signed.payload))
        self.keys.append((position, s))
        self.statement_ids.append(one)
        if s.reason == COMPROMISE:
            self.unbelieved.append((s.compromised_from_position, position - 1))
        return "ACCEPTED"

    def _fits(self, s, position):
        """The keys that have to sign a statement, or FIELD_INVALID where it does not fit the feed's keys."""
        fits = lambda holds: require(holds, "FIELD_INVALID")
        fits(len(s.nonce) == 16 and len(s.at.epoch) == 16 and s.HasField("not_before") and s.sequence == len(self.keys))
        if position == 1:
            fits(s.reason == GENESIS and s.previous_hash == b"" and s.signing_spki != s.recovery_spki and not s.compromised_from_position)
            return [s.signing_spki, s.recovery_spki]
        old = self.keys[-1][1]
        fits(s.reason in (ROTATE, RECOVER, COMPROMISE) or s.reason == RETIRE and old.reason != RETIRE)
        fits(old.reason != RETIRE or s.reason in (RECOVER, COMPROMISE))
        follows = self.statement_ids.index(s.previous_hash) if s.previous_hash in self.statement_ids else None
        fits(follows is not None)
        outranked = self.keys[follows + 1:]
        if outranked:
            fits(s.reason in (RECOVER, COMPROMISE) and all(k.reason == ROTATE and s.not_before.seconds - k.not_before.seconds < HOURS_72 for _, k in outranked))
            self.unbelieved.append((outranked[0][0], position - 1))
        used = {k for _, other in self.keys for k in (other.signing_spki, other.recovery_spki)}
        fits((s.reason == COMPROMISE and 2 <= s.compromised_from_position <= position) or (s.reason != COMPROMISE and not s.compromised_from_position))
        if s.reason == RETIRE:
            fits(s.signing_spki == old.signing_spki and s.recovery_spki == old.recovery_spki)
            return [s.signing_spki]
        fits(s.signing_spki not in used and s.signing_spki != s.recovery_spki)
        fits(s.recovery_spki == old.recovery_spki or s.reason != ROTATE and s.recovery_spki not in used)
        return [old.signing_spki if s.reason == ROTATE else old.recovery_spki, s.signing_spki]
