"""A server that breaks off and misbehaves as it is told; bytes as they are, no library that would put them right."""

import hashlib
import re
import socketserver
import threading

SIZE = 4_000_000
HALF = SIZE // 2
PIECE = 1 << 20


def version(name):
    """The bytes of a version, which differ from another's everywhere."""
    block = b"".join(hashlib.sha256(f"{name}{number}".encode()).digest() for number in range(1000))
    return (block * (SIZE // len(block) + 1))[:SIZE]


OLD, NEW = version("A"), version("B")


def head(status, *fields):
    return "\r\n".join((f"HTTP/1.1 {status}", *fields, "", "")).encode()


def whole(content, tag, sent=SIZE):
    return head("200 OK", f"Content-Length: {len(content)}", f'ETag: "{tag}"') + content[:sent]


def rest(content, tag, start, told=None):
    """What follows `start`; `told` is what the header says instead."""
    told = start if told is None else told
    fields = (
        f"Content-Length: {len(content) - told}",
        f"Content-Range: bytes {told}-{len(content) - 1}/{len(content)}",
        f'ETag: "{tag}"',
    )
    return head("206 Partial Content", *fields) + content[told:]


def changed(start):
    return rest(NEW, "B", start) if start else whole(NEW, "B")


def ignored(start):
    return whole(NEW, "B")


def wrong(start):
    return rest(OLD, "A", start, start // 2) if start else whole(OLD, "A")


def complete(start):
    if start < SIZE:
        return rest(OLD, "A", start) if start else whole(OLD, "A")
    return head("416 Range Not Satisfiable", f"Content-Range: bytes */{SIZE}", "Content-Length: 0")


SCENARIOS = {
    "changed, 206": changed,
    "Range ignored, 200": ignored,
    "wrong Content-Range": wrong,
    "complete, 416": complete,
}


class Answering(socketserver.StreamRequestHandler):
    def handle(self):
        question = b""
        while not question.endswith(b"\r\n\r\n"):
            line = self.rfile.readline()
            if not line:
                return
            question += line
        length = re.search(rb"(?i)^content-length: *(\d+)", question, re.MULTILINE)
        try:
            self.take(int(length[1]) if length else 0)
            self.answer(question)
        except ConnectionError:
            pass

    def take(self, count):
        while count > 0 and (piece := self.rfile.read(min(count, PIECE))):
            count -= len(piece)

    def answer(self, question):
        start = re.search(rb"(?i)^range: bytes=(\d+)-", question, re.MULTILINE)
        for piece in self.server.script(int(start[1]) if start else 0):
            self.wfile.write(piece)


class Server(socketserver.ThreadingTCPServer):
    """Answers every question by `script`, which gets where the asked range starts and yields bytes."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, script):
        super().__init__(("127.0.0.1", 0), Answering)
        self.script = script

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_address[1]}/file"

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return super().__enter__()

    def __exit__(self, *error):
        self.shutdown()
        super().__exit__(*error)
