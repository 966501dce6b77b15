"""A hub of this repository as its operator has it: a process, its verbs, and the form that suspends and reinstates a chapter."""

import contextlib
import html.parser
import http.cookiejar
import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request


def free_port():
    with contextlib.closing(socket.socket()) as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


class Forms(html.parser.HTMLParser):
    """The forms of a page: by the name that the hidden field _handler gives, their fields as they stand."""

    def __init__(self, page):
        super().__init__()
        self.all, self._form = {}, None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == "form":
            self._form = {}
        elif tag in ("input", "textarea") and self._form is not None and "name" in a:
            self._form[a["name"]] = a.get("value") or ""

    def handle_endtag(self, tag):
        if tag == "form" and self._form is not None:
            self.all[self._form.get("_handler")] = self._form
            self._form = None


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Hub:
    def __init__(self, program, folder, *settings):
        self.program, self.data = program, os.path.join(folder, "hub")
        self.pages, self.calls = "http://127.0.0.1:%d" % free_port(), "127.0.0.1:%d" % free_port()
        self.settings = ["--set", "Node:GrpcListen=http://" + self.calls]
        for setting in settings:
            self.settings += ["--set", setting]
        self.log = os.path.join(folder, "hub.log")
        self._process = None
        self._browser = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()), Stay())

    def verb(self, *words):
        done = subprocess.run(
            ["dotnet", self.program, *words, "--data", self.data, "--listen", self.pages, *self.settings],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, universal_newlines=True, timeout=120)
        if done.returncode:
            raise RuntimeError("the hub's verb %s ended with %d: %s%s" % (words[0], done.returncode, done.stdout, done.stderr))
        return done.stdout

    def start(self):
        told = self.verb(
            "init", "--name", "Carrefour", "--region", "03", "--person", "Op", "--address", "op@example.org",
            "--privacy-officer", "Secrétaire", "--privacy-contact", "vie-privee@example.org")
        link = re.search(r"http\S+#t=\S+", told).group()
        with open(self.log, "w") as log:
            self._process = subprocess.Popen(
                ["dotnet", self.program, "serve", "--data", self.data, "--listen", self.pages, *self.settings, "--set", "Node:EndsWithInput=true"],
                # The hub ends with its input: whatever ends this program ends it too.
                stdin=subprocess.PIPE, stdout=log, stderr=log)
        until = time.monotonic() + 120
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > until:
                with open(self.log) as log:
                    raise RuntimeError("the hub never answered:\n" + log.read())
            time.sleep(0.1)
        self._send("/en/sign-in", "enter", Key=link)

    def _answers(self):
        try:
            self._browser.open(self.pages + "/livez", timeout=5).close()
            return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False

    def _send(self, path, form, **values):
        page = self._browser.open(self.pages + path, timeout=60).read().decode()
        fields = Forms(page).all.get(form)
        if fields is None:
            raise RuntimeError("%s has no form '%s'" % (path, form))
        fields.update(values)
        try:
            self._browser.open(self.pages + path, urllib.parse.urlencode(fields).encode(), timeout=60)
        except urllib.error.HTTPError as answer:
            if answer.code == 303:
                return
            raise RuntimeError("%s answered %d to the form '%s'" % (path, answer.code, form))
        raise RuntimeError("%s did not take the form '%s'" % (path, form))

    def enrolment_code(self):
        return self.verb("enrolment-code", "--note", "interop").strip().splitlines()[-1]

    def release(self, folder):
        self.verb("template-release", folder)

    def admit(self, six_words):
        self.verb("admit", "--words", six_words)

    def suspend(self, node_id, message):
        self._send("/en/enrolments/" + node_id, "suspend", Message=message)

    def reinstate(self, node_id):
        self._send("/en/enrolments/" + node_id, "reinstate")

    def stop(self):
        """Ends the process that this object started, and waits for it."""
        if self._process and self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(30)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
