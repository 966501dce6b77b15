"""The wire as src/Protos/README.md tells it: ids, keys, items, runs, codes, words and tokens. Section numbers are those of that page."""

import base64
import hashlib
import json
import os
import time
import unicodedata

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from recoverycop.federation.v1 import payloads_pb2 as say
from recoverycop.federation.v1 import signed_item_pb2 as wire

PACKAGE = "recoverycop.federation.v1."
RUN, KEYS = PACKAGE + "Run", PACKAGE + "KeyStatement"
ITEMS_A_PAGE, BYTES_A_PAGE = 500, 1 << 20
SPKI_HEAD = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d030107034200" + "04")
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def sha(data):
    return hashlib.sha256(data).digest()


# 1. Ids

def signing_input(kind, payload):
    return b"DSSEv1 %d %s %d %s" % (len(kind), kind.encode(), len(payload), payload)


def id_of(statement):
    return sha(signing_input(statement.payload_type, statement.payload))


def node_id_of(genesis_id):
    return base64.b32encode(genesis_id[:20]).decode().lower()


def node_bytes(node_id):
    return base64.b32decode(node_id.upper())


class Key:
    """A key pair of P-256."""

    def __init__(self, number=None):
        self.private = ec.generate_private_key(ec.SECP256R1()) if number is None else ec.derive_private_key(number, ec.SECP256R1())
        self.spki = self.private.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
        self.id = sha(self.spki)

    def sign(self, data):
        r, s = utils.decode_dss_signature(self.private.sign(data, ec.ECDSA(hashes.SHA256())))
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")


_read = {}


def holds(spki, signature, data):
    """True when the signature is by that key."""
    if len(signature) != 64 or len(spki) != 91 or not spki.startswith(SPKI_HEAD):
        return False
    if spki not in _read:
        _read[spki] = serialization.load_der_public_key(spki)
    der = utils.encode_dss_signature(int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big"))
    try:
        _read[spki].verify(der, data, ec.ECDSA(hashes.SHA256()))
        return True
    except InvalidSignature:
        return False


# 3. Items

def content_of(message, salt=None):
    return wire.Content(salt=salt or os.urandom(16), bytes=message if isinstance(message, bytes) else message.SerializeToString())


def content_hash(content):
    return sha(content.salt + content.bytes)


# 4. Runs

def leaf(item_id):
    return sha(b"\0" + item_id)


def node(left, right):
    return sha(b"\1" + left + right)


def _split(count):
    k = 1
    while k * 2 < count:
        k *= 2
    return k


def root_of(ids):
    if len(ids) == 1:
        return leaf(ids[0])
    k = _split(len(ids))
    return node(root_of(ids[:k]), root_of(ids[k:]))


def path_of(ids, index):
    """The hashes that prove the item at that place, from its side up."""
    if len(ids) == 1:
        return []
    k = _split(len(ids))
    if index < k:
        return path_of(ids[:k], index) + [root_of(ids[k:])]
    return path_of(ids[k:], index - k) + [root_of(ids[:k])]


def root_by_path(item_id, index, count, path):
    """The root that one item, its place and its path lead to; None where the path has another length."""
    if count == 1:
        return leaf(item_id) if not path else None
    if not path:
        return None
    k, beside = _split(count), path[-1]
    below = root_by_path(item_id, index, k, path[:-1]) if index < k else root_by_path(item_id, index - k, count - k, path[:-1])
    if below is None:
        return None
    return node(below, beside) if index < k else node(beside, below)


def signed(kind, payload, *keys):
    statement = wire.SignedItem(payload_type=kind, payload=payload)
    data = signing_input(kind, payload)
    for key in keys:
        statement.signatures.add(key_id=key.id, value=key.sign(data))
    return statement


def weight(item):
    """What an item weighs in its run: with its tag and its length."""
    size = item.ByteSize()
    return 1 + len_of_varint(size) + size


def len_of_varint(value):
    return max(1, (value.bit_length() + 6) // 7)


def cut(items):
    """Items that follow each other, cut into runs."""
    runs, size = [], 0
    for item in items:
        if not runs or len(runs[-1]) == ITEMS_A_PAGE or size + weight(item) > BYTES_A_PAGE:
            runs.append([])
            size = 512
        runs[-1].append(item)
        size += weight(item)
    return runs


class Author:
    """A node that speaks: its keys, where its feed stands, and what it says next. Nothing is sent here."""

    def __init__(self, signing=None, entropy=None, epoch=None, nonce=None, not_before=None):
        self.signing = signing or Key()
        self.entropy = entropy or os.urandom(16)
        self.recovery = recovery_key(self.entropy)
        self.epoch = epoch or os.urandom(16)
        self.node_id, self.position, self.head = "", 0, b""
        self.sequence, self.last_statement = 0, b""
        self.entries = []
        self.genesis = self._statement(say.KEY_STATEMENT_REASON_GENESIS, self.signing, self.recovery, (self.signing, self.recovery), nonce=nonce, not_before=not_before)
        self.node_id = node_id_of(self.head)
        # The entry was made before the genesis had a hash to be named by.
        self.entries[0].node_id = self.node_id

    def at(self, place=None):
        position, head = place or (self.position, self.head)
        return wire.FeedPosition(node_id=self.node_id, epoch=self.epoch, position=position + 1, previous_item_id=head)

    def items(self, *said, after=None):
        """Items that follow each other; each thing said is a message, and perhaps a content, or (type, function of its place)."""
        position, head = after or (self.position, self.head)
        items = []
        for message, content in said:
            place = self.at((position, head))
            if isinstance(message, tuple):
                kind, payload = message[0], message[1](place)
            else:
                kind = PACKAGE + message.DESCRIPTOR.name
                message.at.CopyFrom(place)
                if content is not None:
                    message.content_hash = content_hash(content)
                payload = message.SerializeToString()
            item = wire.ItemWithContent(item=wire.Item(payload_type=kind, payload=payload))
            if content is not None:
                item.content.CopyFrom(content)
            items.append(item)
            position, head = position + 1, id_of(item.item)
        return items

    def sign_run(self, items, start=None, key=None):
        """A signed run of these items, without remembering it."""
        start = start or self.position + 1
        ids = [id_of(item.item) for item in items]
        run = wire.Run(node_id=self.node_id, epoch=self.epoch, to=start + len(items) - 1, head=ids[-1], root=root_of(ids))
        setattr(run, "from", start)
        entry = wire.FeedEntry(node_id=self.node_id)
        entry.run.run.CopyFrom(signed(RUN, run.SerializeToString(), key or self.signing))
        entry.run.items.extend(items)
        return entry

    def say(self, *said):
        """The runs of these things; from now on they are the feed."""
        entries = []
        for items in cut(self.items(*said)):
            entries.append(self.sign_run(items))
            self.position, self.head = self.position + len(items), id_of(items[-1].item)
        self.entries += entries
        return entries

    def _statement(self, reason, signing, recovery, keys, compromised=0, nonce=None, not_before=None):
        statement = say.KeyStatement(
            at=self.at(), sequence=self.sequence, previous_hash=self.last_statement, signing_spki=signing.spki, recovery_spki=recovery.spki,
            reason=reason, compromised_from_position=compromised, nonce=nonce or os.urandom(16))
        statement.not_before.seconds = not_before or int(time.time())
        entry = wire.FeedEntry(node_id=self.node_id)
        entry.key_statement.CopyFrom(signed(KEYS, statement.SerializeToString(), *keys))
        self.signing, self.recovery = signing, recovery
        self.head = self.last_statement = id_of(entry.key_statement)
        self.position, self.sequence = self.position + 1, self.sequence + 1
        self.entries.append(entry)
        return entry

    def rotate(self, key=None):
        key = key or Key()
        return self._statement(say.KEY_STATEMENT_REASON_ROTATE, key, self.recovery, (self.signing, key))

    def recover(self, with_key, entropy=None, key=None, **fixed):
        key, new = key or Key(), recovery_key(entropy) if entropy else self.recovery
        return self._statement(say.KEY_STATEMENT_REASON_RECOVER, key, new, (with_key, key), **fixed)

    def compromise(self, with_key, since, entropy):
        key = Key()
        return self._statement(say.KEY_STATEMENT_REASON_COMPROMISE, key, recovery_key(entropy), (with_key, key), since)

    def retire(self):
        return self._statement(say.KEY_STATEMENT_REASON_RETIRE, self.signing, self.recovery, (self.signing,))


# 6. What people read, type and print

_words = []


def load_words(path):
    with open(path, encoding="utf-8") as lines:
        _words[:] = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    assert len(_words) == 2048


def _bare(text):
    return "".join(c for c in unicodedata.normalize("NFD", text).lower() if not unicodedata.combining(c))


def words_of(data, count):
    bits = int.from_bytes(data, "big") >> (len(data) * 8 - count * 11)
    return " ".join(_words[bits >> 11 * (count - 1 - i) & 2047] for i in range(count))


def six_words(node_id):
    return words_of(node_bytes(node_id), 6)


def recovery_words(entropy):
    # 143 bits are 13 words: the last of the 18 bytes is only padding behind the 15 bits of the checksum.
    return words_of(entropy + sha(entropy)[:2], 13)


def entropy_of(typed):
    """The 16 bytes of thirteen typed words, or a fault."""
    places = {_bare(word)[:4]: i for i, word in enumerate(_words)}
    letters = "".join(c if "a" <= c <= "z" else " " for c in _bare(typed)).split()
    if len(letters) != 13:
        raise ValueError("thirteen words, not %d" % len(letters))
    bits = 0
    for word in letters:
        if word[:4] not in places:
            raise ValueError(word + " is no word of the list")
        bits = bits << 11 | places[word[:4]]
    entropy = (bits >> 15).to_bytes(16, "big")
    if int.from_bytes(sha(entropy)[:2], "big") >> 1 != bits & 0x7FFF:
        raise ValueError("these words do not belong together")
    return entropy


def recovery_key(entropy):
    for i in range(256):
        d = HKDF(hashes.SHA256(), 32, None, b"recoverycop recovery key v1 %d" % i).derive(entropy)
        if 0 < int.from_bytes(d, "big") < ORDER:
            return Key(int.from_bytes(d, "big"))
    raise ValueError("no key")


CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def _polymod(values):
    x = 1
    for value in values:
        top = x >> 25
        x = (x & 0x1FFFFFF) << 5 ^ value
        for i, step in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            if top >> i & 1:
                x ^= step
    return x


def read_code(typed):
    """The secret and the fingerprint of a typed enrolment code, or a fault."""
    text = typed.upper().translate(str.maketrans("ILO", "110", " -"))
    if len(text) != 42 or any(c not in CROCKFORD for c in text):
        raise ValueError("not 42 characters of a code")
    if _polymod([CROCKFORD.index(c) for c in text]) != 0x2BC830A3:
        raise ValueError("a mistyped code")
    return text[:20], text[20:36]


def fingerprint(node_id):
    bits = int.from_bytes(node_bytes(node_id)[:10], "big")
    return "".join(CROCKFORD[bits >> 5 * (15 - i) & 31] for i in range(16))


# 7. The call token

def _b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def token(key, node_id, hub_id, method, now=None, lifetime=60, **changed):
    """A call's token; what is changed takes the place of a field of the header or a claim."""
    now = int(time.time()) if now is None else now
    header = {"alg": "ES256", "kid": key.id.hex(), "typ": "rcop-call+jwt"}
    claims = {"iss": node_id, "sub": node_id, "aud": "rcop:hub:" + hub_id, "iat": now, "exp": now + lifetime, "mth": method}
    for name, value in changed.items():
        (header if name in header else claims)[name] = value
    text = _b64(json.dumps(header, separators=(",", ":")).encode()) + "." + _b64(json.dumps(claims, separators=(",", ":")).encode())
    return text + "." + _b64(key.sign(text.encode()))
