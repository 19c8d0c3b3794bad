#!/usr/bin/env python3
"""Opens a page in headless Chromium over its debugging pipe: no driver, no port, nothing to install beside the browser.

    headless.py PAGE.html [#hash] [--click CSS] [--do STEP]... [--eval JS] [--png OUT WIDTH [dark]] [--pdf OUT]
A step is real input, or a look at what it did: "drag CSS 0.2 0.6" (from and to as shares of the element's width), "dblclick CSS",
"key NAME", "eval JS".
Prints one line of JSON: {"errors": [console errors and exceptions], "requests": [addresses asked for], "steps": [of each eval],
"value": of --eval}.
"""
import argparse, base64, json, os, shutil, subprocess, sys, tempfile

parser = argparse.ArgumentParser()
parser.add_argument("page")
parser.add_argument("hash", nargs="?", default="")
parser.add_argument("--click")
parser.add_argument("--do", action="append", default=[])
parser.add_argument("--eval")
parser.add_argument("--png", nargs="+")
parser.add_argument("--pdf")
wanted = parser.parse_args()

browser = next((found for found in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if found), None)
if not browser:
    sys.exit("Chromium is not installed.")
profile = tempfile.mkdtemp(prefix="headless-")
to_browser, from_browser = os.pipe(), os.pipe()


def ends():  # the browser reads messages from descriptor 3 and writes them to 4
    reading, writing = os.dup(to_browser[0]), os.dup(from_browser[1])
    high = [os.dup(reading), os.dup(writing)]
    while min(high) < 10:
        high = [os.dup(end) for end in high]
    os.dup2(high[0], 3)
    os.dup2(high[1], 4)


process = subprocess.Popen(
    [browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars",
     "--disable-background-networking", "--disable-component-update", f"--user-data-dir={profile}", "--remote-debugging-pipe", "about:blank"],
    preexec_fn=ends, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
os.close(to_browser[0])
os.close(from_browser[1])
source = os.fdopen(from_browser[0], "rb", buffering=0)
number, waiting, events, errors, requests = 0, b"", [], [], []


def message():
    global waiting
    while b"\0" not in waiting:
        more = source.read(65536)
        if not more:
            sys.exit("Chromium went away.")
        waiting += more
    one, waiting = waiting.split(b"\0", 1)
    return json.loads(one)


def note(event):
    method, params = event.get("method"), event.get("params", {})
    if method == "Runtime.exceptionThrown":
        errors.append(params["exceptionDetails"].get("exception", {}).get("description") or params["exceptionDetails"]["text"])
    elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning", "assert"):
        errors.append(" ".join(str(argument.get("value", argument.get("description"))) for argument in params["args"]))
    elif method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
        errors.append(params["entry"]["text"])
    elif method == "Network.requestWillBeSent":
        requests.append(params["request"]["url"])
    events.append(method)


def call(method, session=None, **params):
    global number
    number += 1
    request = {"id": number, "method": method, "params": params}
    if session:
        request["sessionId"] = session
    os.write(to_browser[1], json.dumps(request).encode() + b"\0")
    while True:
        answer = message()
        if answer.get("id") == number:
            if "error" in answer:
                sys.exit(f"{method}: {answer['error']['message']}")
            return answer["result"]
        note(answer)


try:
    target = call("Target.createTarget", url="about:blank")["targetId"]
    session = call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    for domain in ("Page", "Runtime", "Log", "Network"):
        call(domain + ".enable", session)
    width = int(wanted.png[1]) if wanted.png else 1280
    call("Emulation.setDeviceMetricsOverride", session, width=width, height=900, deviceScaleFactor=1, mobile=False)
    call("Page.navigate", session, url="file://" + os.path.abspath(wanted.page) + wanted.hash)
    while "Page.loadEventFired" not in events:
        note(message())

    def evaluate(script):
        result = call("Runtime.evaluate", session, expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            sys.exit("the script of the test failed: " + result["exceptionDetails"].get("exception", {}).get("description", ""))
        return result["result"].get("value")

    if wanted.click:
        evaluate(f"document.querySelector({json.dumps(wanted.click)}).click()")
    def mouse(kind, x, y, **more):
        call("Input.dispatchMouseEvent", session, type=kind, x=x, y=y, **more)

    def place(css, share):
        box = evaluate(f"(e => (e.scrollIntoView({{block: 'center'}}), e.getBoundingClientRect().toJSON()))(document.querySelector({json.dumps(css)}))")
        return box["left"] + box["width"] * share, box["top"] + box["height"] / 2

    def do(step):
        kind, rest = step.split(" ", 1)
        if kind == "eval":
            steps.append(evaluate(rest))
        elif kind == "key":
            character = {"text": rest} if len(rest) == 1 else {}
            call("Input.dispatchKeyEvent", session, type="keyDown", key=rest, **character)
            call("Input.dispatchKeyEvent", session, type="keyUp", key=rest)
        elif kind == "dblclick":
            x, y = place(rest, 0.5)
            for count in (1, 2):
                mouse("mousePressed", x, y, button="left", clickCount=count)
                mouse("mouseReleased", x, y, button="left", clickCount=count)
        elif kind == "drag":
            css, begin, end = rest.rsplit(" ", 2)
            (x, y), (to, _) = place(css, float(begin)), place(css, float(end))
            mouse("mousePressed", x, y, button="left", clickCount=1)
            mouse("mouseMoved", (x + to) / 2, y, button="left", buttons=1)
            mouse("mouseMoved", to, y, button="left", buttons=1)
            mouse("mouseReleased", to, y, button="left", clickCount=1)
        else:
            sys.exit(f"unknown step {step}")

    steps = []
    for step in wanted.do:
        do(step)
    value = evaluate(wanted.eval) if wanted.eval else None
    if wanted.png:
        height = evaluate("document.documentElement.scrollHeight")
        call("Emulation.setDeviceMetricsOverride", session, width=width, height=min(int(height), 8000), deviceScaleFactor=1, mobile=False)
        shot = call("Page.captureScreenshot", session, format="png")
        open(wanted.png[0], "wb").write(base64.b64decode(shot["data"]))
    if wanted.pdf:
        made = call("Page.printToPDF", session, printBackground=True)
        open(wanted.pdf, "wb").write(base64.b64decode(made["data"]))
    evaluate("1")  # what was logged until now comes first
    print(json.dumps({"errors": errors, "requests": requests, "steps": steps, "value": value}))
finally:
    process.kill()
    process.wait()
    shutil.rmtree(profile, ignore_errors=True)
