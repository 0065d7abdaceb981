"""A headless Chromium, spoken to over the DevTools protocol with nothing but the standard library."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import socket
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PATH = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
_PATIENCE = 60.0  # seconds for any one answer


class Socket:
    """The client's end of a WebSocket: text frames only."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._socket = socket.create_connection((parts.hostname or "", parts.port or 0), timeout=_PATIENCE)
        key = base64.b64encode(os.urandom(16)).decode()
        self._socket.sendall(
            f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        self._file = self._socket.makefile("rb")
        while self._file.readline().strip():
            pass

    def send(self, text: str) -> None:
        data, mask = text.encode(), os.urandom(4)
        size = len(data)
        if size < 126:
            length = bytes([0x80 | size])
        else:
            length = b"\xfe" + struct.pack(">H", size) if size < 1 << 16 else b"\xff" + struct.pack(">Q", size)
        masked = bytes(a ^ b for a, b in zip(data, cycle(mask), strict=False))
        self._socket.sendall(b"\x81" + length + mask + masked)

    def receive(self) -> str:
        message = b""
        while True:
            first, second = self._file.read(2)
            size = second & 0x7F
            if size == 126:
                (size,) = struct.unpack(">H", self._file.read(2))
            elif size == 127:
                (size,) = struct.unpack(">Q", self._file.read(8))
            data = self._file.read(size)
            if first & 0x0F in (0, 1):
                message += data
                if first & 0x80:
                    return message.decode()

    def close(self) -> None:
        self._file.close()
        self._socket.close()


class Tab:
    """One page. `errors` are what it complained about, `requests` all addresses it asked for and was not kept from
    asking."""

    def __init__(self, wire: Socket, session: str) -> None:
        self._wire, self._session, self._last = wire, session, 0
        self.errors: list[str] = []
        self.requests: list[str] = []
        self._events: list[str] = []
        self._asked: dict[str, str] = {}
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._last += 1
        request = {"id": self._last, "method": method, "params": parameters, "sessionId": self._session}
        self._wire.send(json.dumps(request))
        while True:
            message = json.loads(self._wire.receive())
            if message.get("id") == self._last:
                assert "error" not in message, message
                return dict(message["result"])
            self._hear(message)

    def open(self, page: Path) -> None:
        """Opens a file and waits until it has loaded."""
        self.errors.clear()
        self.requests.clear()
        self._events.clear()
        self.call("Page.navigate", url=page.as_uri())
        while "Page.loadEventFired" not in self._events:
            self._hear(json.loads(self._wire.receive()))

    def run(self, script: str) -> Any:
        """The value of an expression in the page; promises are waited for."""
        found = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def click(self, selector: str, number: int = 0) -> None:
        """Presses and releases the mouse in the middle of an element, as a person would."""
        element = f"document.querySelectorAll({json.dumps(selector)})[{number}]"
        box = self.run(
            f"(() => {{ const e = {element}; e.scrollIntoView({{block: 'center', behavior: 'instant'}});"
            " const b = e.getClientRects()[0]; return [b.left + b.width / 2, b.top + b.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)

    def press(self, key: str) -> None:
        text = "\r" if key == "Enter" else key if len(key) == 1 else ""
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, **({"text": text} if kind == "keyDown" else {}))

    def media(self, *, dark: bool = False, paper: bool = False) -> None:
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        features.append({"name": "prefers-reduced-motion", "value": "reduce"})
        self.call("Emulation.setEmulatedMedia", media="print" if paper else "", features=features)

    def size(self, width: int, height: int) -> None:
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def picture(self) -> bytes:
        return base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])

    def pdf(self) -> bytes:
        return base64.b64decode(self.call("Page.printToPDF", printBackground=True)["data"])

    def _hear(self, message: dict[str, Any]) -> None:
        method, given = message.get("method", ""), message.get("params", {})
        self._events.append(method)
        if method == "Runtime.exceptionThrown":
            self.errors.append(str(given["exceptionDetails"]))
        elif method == "Runtime.consoleAPICalled" and given["type"] in ("error", "warning"):
            self.errors.append(str(given["args"]))
        elif method == "Log.entryAdded" and given["entry"]["level"] in ("error", "warning"):
            self.errors.append(given["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(given["request"]["url"])
            self._asked[given["requestId"]] = given["request"]["url"]
        elif method == "Network.loadingFailed" and given.get("blockedReason") == "csp":
            # It was announced and stopped before anything was sent.
            self.requests.remove(self._asked[given["requestId"]])


@contextmanager
def chromium() -> Iterator[Tab]:
    """A browser with one tab, gone when the block ends."""
    assert PATH is not None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        arguments = [PATH, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        arguments += ["--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking"]
        arguments += ["--remote-debugging-port=0", f"--user-data-dir={folder}", "about:blank"]
        process = subprocess.Popen(arguments, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        try:
            assert process.stderr is not None
            url = next(found[1] for line in process.stderr if (found := re.search(r"(ws://\S+)", line)))
            wire = Socket(url)
            yield Tab(wire, _attach(wire))
            wire.close()
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()
            process.wait()
            if process.stderr is not None:
                process.stderr.close()


def _attach(wire: Socket) -> str:
    """The session of a new page."""

    def ask(number: int, method: str, **parameters: Any) -> dict[str, Any]:
        wire.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message = json.loads(wire.receive())
            if message.get("id") == number:
                return dict(message["result"])

    target = ask(1000001, "Target.createTarget", url="about:blank")["targetId"]
    return str(ask(1000002, "Target.attachToTarget", targetId=target, flatten=True)["sessionId"])
