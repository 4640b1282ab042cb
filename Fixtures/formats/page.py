#!/usr/bin/env python3
"""Opens Kenali's page in headless Chromium, uses it as a reader does, and takes pictures of it.

    page.py KENALI FILE [FOLDER [OPTION ...]]    FOLDER is for the pictures: light.png, dark.png, page.pdf

Speaks with the browser by its debugging pipe, so nothing has to be installed beside it. Exit status 69: there is none."""
import base64
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome", "headless_shell")


class Browser:
    """A browser with one page."""

    def __init__(self, profile):
        program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)
        if not program:
            print("there is no Chromium")
            sys.exit(69)
        to_us, from_it = os.pipe()
        to_it, from_us = os.pipe()
        # The browser reads from 3 and writes to 4.
        command = (f"exec \"$0\" \"$@\" 3<&{to_it} 4>&{from_it}")
        self.process = subprocess.Popen(
            ["bash", "-c", command, program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
             "--hide-scrollbars", "--window-size=960,900", "--force-device-scale-factor=1", "--remote-debugging-pipe", f"--user-data-dir={profile}"],
            pass_fds=(to_it, from_it), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_it)
        os.close(from_it)
        self.input, self.output = os.fdopen(from_us, "wb"), os.fdopen(to_us, "rb")
        self.number, self.buffer, self.events, self.session = 0, b"", [], None
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.ask(f"{domain}.enable")

    def message(self):
        while b"\0" not in self.buffer:
            more = os.read(self.output.fileno(), 1 << 16)
            assert more, "the browser is gone"
            self.buffer += more
        line, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(line)

    def ask(self, method, **parameters):
        self.number += 1
        request = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            request["sessionId"] = self.session
        self.input.write(json.dumps(request).encode() + b"\0")
        self.input.flush()
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                assert "error" not in answer, answer
                return answer["result"]
            self.events.append(answer)

    def open(self, path):
        self.ask("Page.navigate", url=path.as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.events.append(self.message())

    def value(self, expression):
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def click(self, selector):
        x, y = self.value(
            f"(e => {{ const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2] }})"
            f"(document.querySelector({json.dumps(selector)}))")
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def picture(self, path):
        size = self.ask("Page.getLayoutMetrics")["cssContentSize"]
        data = self.ask(
            "Page.captureScreenshot", format="png", captureBeyondViewport=True,
            clip={"x": 0, "y": 0, "width": 960, "height": min(size["height"], 4000), "scale": 1})["data"]
        path.write_bytes(base64.b64decode(data))

    def scheme(self, name):
        self.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": name}])

    def close(self):
        self.session = None
        self.ask("Browser.close")
        self.process.wait(timeout=20)


BACKGROUND = "getComputedStyle(document.body).backgroundColor"


def check(browser, page, mentions, entities, pictures):
    browser.open(page)
    kinds = {m["kind"] for m in mentions}
    assert browser.value("document.querySelectorAll('mark, abbr').length") == len(mentions)
    assert browser.value("document.querySelectorAll('nav button').length") == len(kinds)
    assert browser.value("document.querySelectorAll('table tr').length") == sum(e["kind"] != "acronym" for e in entities)
    browser.scheme("light")
    browser.picture(pictures / "light.png")
    light = browser.value(BACKGROUND)
    for kind in sorted(kinds):
        # One click takes the colour of a kind away and its rows out of sight, the next brings them back.
        own = f"document.querySelector('mark[data-k=\"{kind}\"], abbr[data-k=\"{kind}\"]')"
        look = f"(s => s.backgroundColor + s.textDecorationLine)(getComputedStyle({own}))"
        rows = f"[...document.querySelectorAll('tr[data-k=\"{kind}\"]')].filter(e => e.offsetHeight).length"
        before = browser.value(look), browser.value(rows)
        browser.click(f'nav button[data-k="{kind}"]')
        off = browser.value(look), browser.value(rows)
        assert off[0] != before[0] and off[1] == 0, (kind, before, off)
        browser.click(f'nav button[data-k="{kind}"]')
        assert (browser.value(look), browser.value(rows)) == before, kind
    # A number beside an entity leads to its mention, wherever it stands.
    browser.value("document.querySelector('table a').scrollIntoView({block: 'center'})")
    browser.click("table a")
    assert browser.value("document.querySelector(':target').matches('mark, abbr')")
    assert browser.value("location.hash.slice(1) === document.querySelector(':target').id")
    browser.value("history.replaceState(null, '', location.pathname), scrollTo(0, 0)")
    browser.scheme("dark")
    assert browser.value(BACKGROUND) != light
    browser.picture(pictures / "dark.png")
    pdf = base64.b64decode(browser.ask("Page.printToPDF", printBackground=True)["data"])
    assert pdf.startswith(b"%PDF")
    (pictures / "page.pdf").write_bytes(pdf)
    for event in browser.events:
        method, found = event["method"], event.get("params", {})
        assert method != "Runtime.exceptionThrown", found
        assert method != "Log.entryAdded" or found["entry"]["level"] != "error", found
        # No network: nothing but the file itself.
        assert method != "Network.requestWillBeSent" or found["request"]["url"].startswith(page.as_uri()), found


def main(kenali, file, pictures=None, *options):
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        page = pathlib.Path(folder) / "page.html"
        page.write_bytes(subprocess.run([kenali, "-f", "html", file, *options], check=True, capture_output=True).stdout)
        found = json.loads(subprocess.run([kenali, "-f", "json", file, *options], check=True, capture_output=True).stdout)
        browser = Browser(folder + "/profile")
        try:
            pictures = pathlib.Path(pictures or folder)
            pictures.mkdir(parents=True, exist_ok=True)
            check(browser, page, found["mentions"], found["entities"], pictures)
        finally:
            browser.close()
    print("opened, clicked, pictured")


if __name__ == "__main__":
    main(*sys.argv[1:])
