"""Makes the modules of the protos, starts a hub, and says every statement: one line for each that held, and an end at the first that did not."""

import os
import sys
import tempfile
import time
import traceback

from grpc_tools import protoc

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def modules(folder):
    protos, v1 = os.path.join(ROOT, "src", "Protos"), os.path.join("recoverycop", "federation", "v1")
    files = [os.path.join(protos, v1, name) for name in sorted(os.listdir(os.path.join(protos, v1))) if name.endswith(".proto")]
    includes = ["-I" + protos, "-I" + HERE, "-I" + os.path.join(os.path.dirname(protoc.__file__), "_proto")]
    if protoc.main(["protoc", *includes, "--python_out=" + folder, "--grpc_python_out=" + folder, *files, os.path.join(HERE, "google_rpc.proto")]):
        raise RuntimeError("the protos did not become modules")
    sys.path.insert(0, folder)


def main(program):
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="interop-") as folder:
        made = os.path.join(folder, "modules")
        os.mkdir(made)
        modules(made)
        from hub import Hub
        from statements import QUOTA, Broken, Statements
        hub = Hub(program, folder, "Exchange:ItemsPerDay=%d" % QUOTA)
        statements = Statements(hub, ROOT, "--keep-going" in sys.argv)
        try:
            statements.all()
        except Broken as broken:
            print("NOT SO: %s" % broken)
            return 1
        except Exception:
            traceback.print_exc(file=sys.stdout)
            print("NOT SO: the step after the last line above ended with that")
            return 1
        finally:
            hub.stop()
        if statements.broken:
            print("\n".join("NOT SO: " + what for what in statements.broken))
            return 1
        print("%d statements held, in %.0f s" % (statements.count, time.monotonic() - began))
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
