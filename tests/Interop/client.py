"""A chapter's calls: each with a token of its own and a deadline; a refusal is an exception that says status, reason and metadata."""

import grpc
import google_rpc_pb2
import wire as w
from google.protobuf.message import DecodeError
from recoverycop.federation.v1 import enrolment_pb2, enrolment_pb2_grpc, exchange_pb2, exchange_pb2_grpc, signed_item_pb2

DEADLINE = 50


class Refused(Exception):
    def __init__(self, error):
        self.status, self.reason, self.metadata = error.code().name, "", {}
        for key, value in error.trailing_metadata() or ():
            if key == "grpc-status-details-bin":
                self._read(value)
        super().__init__("%s %s %s (%s)" % (self.status, self.reason, self.metadata, error.details()))

    def _read(self, value):
        try:
            for detail in google_rpc_pb2.Status.FromString(value).details:
                info = google_rpc_pb2.ErrorInfo()
                if detail.Unpack(info) and info.domain == "recoverycop":
                    self.reason, self.metadata = info.reason, dict(info.metadata)
        except DecodeError:
            self.status = "UNAVAILABLE"


class Client:
    """Calls for one node. The key that makes the tokens is the author's signing key, unless another is given."""

    def __init__(self, address, author, hub_id=None):
        self.channel = grpc.insecure_channel(address, (("grpc.enable_http_proxy", 0), ("grpc.max_receive_message_length", 4 << 20)))
        self.author, self.hub_id = author, hub_id
        self.enrolment = enrolment_pb2_grpc.EnrolmentServiceStub(self.channel)
        self.exchange = exchange_pb2_grpc.ExchangeServiceStub(self.channel)

    def _call(self, service, name, request, key=None, bearer=None, deadline=DEADLINE, **changed):
        method = "/%s%sService/%s" % (w.PACKAGE, service, name)
        if bearer is None:
            bearer = "Bearer " + w.token(key or self.author.signing, self.author.node_id, self.hub_id, method, **changed)
        stub = self.enrolment if service == "Enrolment" else self.exchange
        try:
            return getattr(stub, name)(request, timeout=deadline, metadata=(("authorization", bearer),) if bearer else ())
        except grpc.RpcError as error:
            raise Refused(error)

    def enrol(self, secret, entries=None, deadline=DEADLINE):
        request = enrolment_pb2.EnrolRequest(code=secret)
        request.beginning.entries.extend(self.author.entries[:2] if entries is None else entries)
        return self._call("Enrolment", "Enrol", request, bearer="", deadline=deadline)

    def templates(self, secret, after=0):
        return self._call("Enrolment", "GetTemplates", enrolment_pb2.GetTemplatesRequest(code=secret, after=after), bearer="")

    def standing(self, **how):
        return self._call("Enrolment", "GetEnrolment", enrolment_pb2.GetEnrolmentRequest(), **how)

    def hello(self, minimum=1, maximum=1, **how):
        request = exchange_pb2.HelloRequest(protocol_minimum=minimum, protocol_maximum=maximum, epoch=self.author.epoch, software_version="interop")
        return self._call("Exchange", "Hello", request, **how)

    def push(self, *entries, **how):
        request = exchange_pb2.PushRequest(page=signed_item_pb2.FeedPage(entries=entries))
        return self._call("Exchange", "Push", request, **how)

    def heads(self, after="", **how):
        return self._call("Exchange", "Heads", exchange_pb2.HeadsRequest(after_node_id=after), **how)

    def ranges(self, *ranges, **how):
        request = exchange_pb2.PullRequest()
        for node_id, first, last in ranges:
            request.ranges.add(node_id=node_id, to=last)
            setattr(request.ranges[-1], "from", first)
        return self._call("Exchange", "Pull", request, **how)

    def withdrawals(self, cursor=b"", **how):
        return self._call("Exchange", "Withdrawals", exchange_pb2.WithdrawalsRequest(cursor=cursor), **how)

    def pull(self, cursor=b"", wait=0, own=False, **how):
        return self._call("Exchange", "Pull", exchange_pb2.PullRequest(cursor=cursor, wait_seconds=wait, own_feed=own), **how)
