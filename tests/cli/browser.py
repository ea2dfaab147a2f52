"""A headless Chromium for tests, driven by its own protocol: pages opened, keys pressed, what came over the line."""

import asyncio
import base64
import itertools
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import aiohttp

from tests.terminal.screen import Feed, Screen

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

OFFLINE = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--remote-debugging-port=0",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--disable-quic",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
PATIENCE = 30.0

KEYS = {"Enter": (13, "\r"), "ArrowDown": (40, ""), "Escape": (27, "")}


class Browser:
    """One page; `screen` is what a terminal shows that gets what the page gets, `asked` all addresses it asked for."""

    def __init__(self, folder: Path, size: tuple[int, int]) -> None:
        assert CHROMIUM is not None
        self.screen = Screen(200, 80)
        self.asked: list[str] = []
        self.told: list[str] = []
        self.closed = False
        self._feed = Feed(self.screen)
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._news = asyncio.Event()
        self._process = subprocess.Popen(
            [
                CHROMIUM,
                *OFFLINE,
                f"--user-data-dir={folder}",
                f"--window-size={size[0]},{size[1]}",
                "about:blank",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    async def __aenter__(self) -> Self:
        told = ""
        assert self._process.stderr is not None
        while not (found := re.search(r"ws://(\S+?)/devtools", told)):
            told = await asyncio.to_thread(self._process.stderr.readline)
            assert told, "chromium has not started"
        self._web = aiohttp.ClientSession()
        async with self._web.get(f"http://{found[1]}/json/list") as answer:
            pages = await answer.json()
        page = next(one for one in pages if one["type"] == "page")
        self._line = await self._web.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0)
        self._listening = asyncio.create_task(self._listen())
        for part in ("Page", "Network", "Runtime", "Log"):
            await self.do(f"{part}.enable")
        return self

    async def __aexit__(self, *_: object) -> None:
        self._listening.cancel()
        await self._line.close()
        await self._web.close()
        self._process.terminate()
        await asyncio.to_thread(self._process.wait)
        assert self._process.stderr is not None
        self._process.stderr.close()

    async def do(self, what: str, **told: object) -> Any:
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        await self._line.send_json({"id": number, "method": what, "params": told})
        return await asyncio.wait_for(answer, PATIENCE)

    async def open(self, address: str) -> None:
        await self.do("Page.navigate", url=address)

    async def press(self, *keys: str) -> None:
        for key in keys:
            code, text = KEYS.get(key, (0, key))
            told = {"key": key, "windowsVirtualKeyCode": code, **({"text": text} if text else {})}
            await self.do("Input.dispatchKeyEvent", type="keyDown", **told)
            await self.do("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    async def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        await self.do("Emulation.setDeviceMetricsOverride", **size, deviceScaleFactor=1, mobile=False)

    async def picture(self) -> bytes:
        return base64.b64decode((await self.do("Page.captureScreenshot"))["data"])

    async def ask(self, javascript: str) -> Any:
        return (await self.do("Runtime.evaluate", expression=javascript))["result"].get("value")

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    async def until(self, wanted: str | Callable[[], bool]) -> None:
        """Wait until the app has drawn a text, or a condition holds."""

        def met() -> bool:
            return wanted in self.text if isinstance(wanted, str) else wanted()

        try:
            async with asyncio.timeout(PATIENCE):
                while not met():
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            raise AssertionError(f"waited for {wanted!r}; {self.told}; the screen:\n{self.text}") from None

    async def _listen(self) -> None:
        async for message in self._line:
            told = json.loads(message.data)
            if "id" in told:
                self._answers.pop(told["id"]).set_result(told.get("result", told.get("error")))
                continue
            self._hear(told["method"], told["params"])
            self._news.set()

    def _hear(self, what: str, told: dict[str, Any]) -> None:
        if what == "Network.requestWillBeSent":
            self.asked.append(told["request"]["url"])
        elif what == "Network.webSocketCreated":
            self.asked.append(told["url"])
        elif what == "Network.webSocketFrameReceived" and told["response"]["opcode"] == 2:
            self._feed(base64.b64decode(told["response"]["payloadData"]))
        elif what == "Network.webSocketClosed":
            self.closed = True
        elif what in ("Log.entryAdded", "Runtime.exceptionThrown"):
            self.told.append(json.dumps(told))
