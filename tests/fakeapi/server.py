"""HTTP: one thread per connection, answers in one write."""

import json
import select
import socket
import time
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from fakeapi.faults import DropAfter, DropBefore, Garbage, HangBefore, Refusal, Slow, refuse

if TYPE_CHECKING:
    from fakeapi.api import FakeBotApi

_WORDS = {
    *("text", "parse_mode", "callback_query_id", "name", "description", "short_description"),
    "language_code",
}
"""Fields that hold a text, whatever it looks like."""


class Server(ThreadingHTTPServer):
    """Serves `api` on a free port of this machine only."""

    daemon_threads = True
    request_queue_size = 256

    def __init__(self, api: "FakeBotApi") -> None:
        self.api = api
        super().__init__(("127.0.0.1", 0), Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A bot that was killed in the middle is what these tests are about."""


class Handler(BaseHTTPRequestHandler):
    """One request after the other of one connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Server

    def log_message(self, *_args: object) -> None:
        """Nothing."""

    def do_GET(self) -> None:
        """Telegram takes both."""
        self.do_POST()

    def do_POST(self) -> None:
        """Path /bot<token>/<method>."""
        api = self.server.api
        parameters = self._parameters()
        token, _, method = urlsplit(self.path).path.removeprefix("/bot").partition("/")
        method = api.spelled(method)
        call, fault = api.arrived(method, parameters)
        if isinstance(fault, HangBefore):
            time.sleep(fault.seconds)
        if isinstance(fault, (DropBefore, HangBefore)):
            return self._drop()
        if isinstance(fault, Garbage):
            return self._answer(200, fault.body, "text/html")
        status, answer = self._result(token, method, parameters, fault)
        api.answered(call, status)
        if isinstance(fault, Slow):
            time.sleep(fault.seconds)
        if isinstance(fault, DropAfter):
            return self._drop()
        return self._answer(status, json.dumps(answer).encode(), "application/json")

    def is_gone(self) -> bool:
        """Whether the other side has closed the connection."""
        readable, _, _ = select.select([self.connection], [], [], 0)
        try:
            return bool(readable) and self.connection.recv(1, socket.MSG_PEEK) == b""
        except OSError:
            return True

    def _result(
        self, token: str, method: str, parameters: dict[str, Any], fault: object
    ) -> tuple[int, dict[str, Any]]:
        api = self.server.api
        try:
            refuse(fault)
            api.admit(token)
            return 200, {"ok": True, "result": api.call(method, parameters, self)}
        except Refusal as error:
            answer = {"ok": False, "error_code": error.code, "description": error.description}
            if error.parameters:
                answer["parameters"] = error.parameters
            return error.code, answer

    def _parameters(self) -> dict[str, Any]:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        kind = self.headers.get("Content-Type", "")
        found: dict[str, Any] = dict(parse_qsl(urlsplit(self.path).query))
        if kind.startswith("application/json") and body:
            return {**found, **json.loads(body)}
        if kind.startswith("multipart/form-data"):
            whole = f"Content-Type: {kind}\r\n\r\n".encode() + body
            for part in BytesParser(policy=HTTP).parsebytes(whole).iter_parts():
                name = part.get_param("name", header="content-disposition")
                found[str(name)] = part.get_payload(decode=True).decode("utf-8", "replace")
        else:
            found |= dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
        return {name: _value(name, text) for name, text in found.items()}

    def _answer(self, status: int, body: bytes, kind: str) -> None:
        head = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        self.wfile.write(head.encode() + body)

    def _drop(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)


def _value(name: str, text: str) -> Any:
    """Nested values come as JSON inside form fields; words stay words."""
    if name in _WORDS:
        return text
    if text[:1] in "[{" or text in {"true", "false"} or text.lstrip("-").isdecimal():
        try:
            return json.loads(text)
        except ValueError:
            return text
    return text
