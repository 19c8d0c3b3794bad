#!/usr/bin/env python3
"""Figures of the message and stream protocols, a line each: name, value, target, unit, separated by tabs.

    protocols.py CLI MESSAGELOOP messages|players [ROUNDS SECONDS PLAYERS]

messages: CPU of the product a message, over that of a minimal loop (messageloop.cpp) doing the same against the same target
at the same time of day; medians of interleaved rounds. players: HTTP-FLV and RTMP plays at once on one core, with memory a
player.
"""
import json, os, re, resource, signal, statistics, subprocess, sys, tempfile, time

CLI, LOOP, WHAT = sys.argv[1:4]
ROUNDS, SECONDS, PLAYERS = (int(each) for each in sys.argv[4:7]) if len(sys.argv) == 7 else (5, 3, 1000)
_, most = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
USERS, SIZE = 50, 100
SERVER_CORE, CLIENT_CORE = "0", "1"


class Target:
    def __enter__(self):
        self.process = subprocess.Popen(["taskset", "-c", SERVER_CORE, CLI, "demo-target"], stdout=subprocess.PIPE, text=True)
        self.place = json.loads(self.process.stdout.readline())["url"].removeprefix("http://")
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def card(protocol, url, method="", body="", **more):
    return {"content_type": 2, "content": {"name": method or "r", "method": method, "url": url, "protocol_type": protocol, "bodys": body,
                                           "connect_timeout": 60000, "return_timeout": 60000, **more}}


def project(cards, users, seconds, setup=()):
    step = lambda each: {"index": 0, "data_type": 0, "content": [each]}
    stage = {"name": "s", "pressure_mode": 0, "operate_mode": 0, "time": seconds, "issue_num": users}
    return {"format": "crescendo-project", "version": 1, "project": {"name": "bench"}, "cases": [
        {"case_id": 1, "name": "bench", "status": 1, "setup_contents": [step(each) for each in setup], "contents": [step(each) for each in cards],
         "stages": [stage]}]}


def start(project_, folder):
    path, out = f"{folder}/p.json", f"{folder}/out.json"
    with open(path, "w") as file:
        json.dump(project_, file)
    return subprocess.Popen(["taskset", "-c", CLIENT_CORE, CLI, "run", path, "--threads", "1", "--quiet", "--json", out],
                            stdout=subprocess.DEVNULL), out


def performance(out):
    figures = json.load(open(out))["cases"][0]["detail"]["performance"]
    if figures["errorCount"]:
        raise SystemExit(f"{figures['errorCount']} of {figures['requests']} requests failed")
    return figures


def product(project_):
    """Messages a CPU-second of the whole program, its start and its report included."""
    with tempfile.TemporaryDirectory() as folder:
        process, out = start(project_, folder)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
        return performance(out)["requests"] / (usage.ru_utime + usage.ru_stime)


def loop(kind, port):
    return float(subprocess.run(["taskset", "-c", CLIENT_CORE, LOOP, kind, port, str(USERS), str(SIZE), str(SECONDS)],
                                capture_output=True, text=True, check=True).stdout)


def messages(place):
    payload, ws, mqtt = "x" * SIZE, f"ws://{place}/", f"mqtt://{place}"
    kinds = {
        "TCP echo": ("tcp", [card(3, place, body=payload, check_end_type=1, check_end_length=SIZE)], []),
        "WebSocket echo": ("ws", [card(9, ws, "ReadWrite", payload)], [card(9, ws, "Connect")]),
        "MQTT QoS 0 publish": ("mqtt", [card(11, mqtt, "Publish", payload, mqtt={"version": "3.1.1", "topic": "bench"})],
                               [card(11, mqtt, "Connect", mqtt={"version": "3.1.1"})])}
    for name, (kind, cards, setup) in kinds.items():
        ratios = []
        for _ in range(ROUNDS):
            theirs = loop(kind, place.split(":")[1])
            ours = product(project(cards, USERS, SECONDS, setup))
            ratios.append(theirs / ours)
        print(f"CPU a message against a minimal loop, {name}\t{statistics.median(ratios):.3f}\t1.5\t", flush=True)


def players(place):
    """Memory a player is the slope between a tenth and all of them."""
    kinds = {"HTTP-FLV": card(10, f"http://{place}/live.flv", duration=3600, flv_url=f"http://{place}/live.flv"),
             "RTMP": card(7, "", rtmp_url=f"rtmp://{place}/live/film", duration=3600)}
    for name, watched in kinds.items():
        resident = {}
        for count in (PLAYERS // 10, PLAYERS):
            with tempfile.TemporaryDirectory() as folder:
                process, _ = start(project([watched], count, 3600), folder)
                time.sleep(10)
                resident[count] = int(re.search(r"VmRSS:\s+(\d+)", open(f"/proc/{process.pid}/status").read()).group(1))
                connections = len(os.listdir(f"/proc/{process.pid}/fd"))
                before = cpu(process.pid)
                time.sleep(5)
                share = (cpu(process.pid) - before) / 5
                process.send_signal(signal.SIGINT)
                process.wait()
            if connections < count:
                raise SystemExit(f"{connections} descriptors for {count} players of {name}")
        print(f"core used by {PLAYERS} {name} players\t{share:.3f}\t1\t", flush=True)
        print(f"resident memory of an {name} player\t{(resident[PLAYERS] - resident[PLAYERS // 10]) / (PLAYERS - PLAYERS // 10):.2f}\t32\tKB", flush=True)


def cpu(pid):
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


with Target() as target:
    {"messages": messages, "players": players}[WHAT](target.place)
