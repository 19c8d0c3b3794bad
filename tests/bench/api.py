#!/usr/bin/env python3
"""The local API beside a run at full load: api.py CLI TARGET. Prints name, value, target, unit, separated by tabs.

A project of 1,000 cases and 200 tasks; one worker sends as fast as it can at TARGET with 50 users while one client reads.
"""
import http.client, json, os, signal, statistics, subprocess, sys, tempfile, time

CASES, TASKS, READS, PAGE = 1000, 200, 1000, 100
cli, target = sys.argv[1:3]


class Served:
    def __init__(self, workspace):
        self.process = subprocess.Popen([cli, "serve", "--data", workspace], stdout=subprocess.PIPE)
        told = json.loads(self.process.stdout.readline())
        self.project, self.head = told["project_id"], {"X-Auth-Token": told["token"], "Content-Type": "application/json"}
        self.connection = http.client.HTTPConnection(told["url"].removeprefix("http://"))

    def call(self, method, path, body=None, status=200):
        self.connection.request(method, path.replace("{p}", self.project), None if body is None else json.dumps(body), self.head)
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status != status:
            raise SystemExit(f"{method} {path} answers {answer.status}: {content[:200]}")
        return json.loads(content) if content else None

    def cpu(self):
        """Seconds the process has used so far."""
        fields = open(f"/proc/{self.process.pid}/stat").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)


def case(suite, n):
    card = {"content_type": 2, "content": {"name": "Home", "method": "GET", "url": target, "protocol_type": 1}}
    return {"name": f"case {n}", "project_id": suite, "contents": [{"data_type": 0, "content": [card]}] * 3,
            "stages": [{"name": "s", "pressure_mode": 0, "operate_mode": 0, "issue_num": 50, "time": 600}]}


def control(status):
    return {"cluster_id": 0, "cluster_type": "shared-cluster-internet", "without_package": 0,
            "network_info": {"network_type": "internet"}, "status": status}


def p99(served, path):
    times = []
    for _ in range(READS):
        begun = time.perf_counter()
        served.call("GET", path)
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.quantiles(times, n=100)[98]


with tempfile.TemporaryDirectory() as folder:
    served = Served(f"{folder}/work.crescendo")
    suite = served.call("POST", "/v1/{p}/test-suites", {"name": "big"}, 201)["project_id"]
    cases = [served.call("POST", "/v2/{p}/test-cases", case(suite, n))["json"]["test_case_id"] for n in range(CASES)]
    tasks = [served.call("POST", "/v3/{p}/tasks", {"name": f"task {n}", "parallel": False, "project_id": suite, "operate_mode": 2,
                                                   "case_id_list": [cases[0]]}, 201)["task_id"] for n in range(TASKS)]
    time.sleep(2)
    begun = served.cpu()
    time.sleep(10)
    print(f"CPU of a served workspace nobody asks\t{(served.cpu() - begun) * 10:.3f}\t0.2\t%")
    run = f"/v1/{{p}}/test-suites/{suite}/tasks/{tasks[0]}"
    served.call("POST", run, control(9))
    time.sleep(3)
    print(f"p99 of reading one case of 1,000 at full load\t{p99(served, f'/v2/{{p}}/test-cases/{cases[CASES // 2]}'):.3f}\t10\tms")
    print(f"p99 of a page of {PAGE} tasks of that project\t{p99(served, f'/v1/{{p}}/all-tasks/{suite}?limit={PAGE}'):.3f}\t10\tms")
    served.call("POST", run, control(2))
    served.end()
