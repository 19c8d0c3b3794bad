#!/usr/bin/env python3
"""What the window costs: throughput with the live page open against none.

    tests/bench/window.py [BUILD_FOLDER]     prints one line: `throughput RATIO`
"""
import os, shutil, socket, statistics, subprocess, sys, tempfile, time

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.path.join(sys.argv[1] if len(sys.argv) > 1 else os.path.join(TOP, "build/release"), "tests/bench_windowload")
SERVER_CORE, CLIENT_CORE = "0", "1"
SECONDS, ROUNDS = os.environ.get("BENCH_SECONDS", "5"), os.environ.get("BENCH_ROUNDS", "7")


def server(folder):
    """nginx on its core, each request given enough work that it is the slower side."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    slow = "\n".join(f"if ($args ~ '^a{i}(x+x+)+y$') {{ return 404; }}" for i in range(400))
    with open(f"{folder}/small", "w") as f:
        f.write("x" * 100)
    os.chmod(folder, 0o755)
    with open(f"{folder}/nginx.conf", "w") as f:
        f.write(f"""{'user root;' if os.getuid() == 0 else ''} worker_processes 1; daemon off; pid {folder}/pid; error_log {folder}/err crit;
events {{ worker_connections 4000; }}
http {{ access_log off; keepalive_requests 1000000000; keepalive_timeout 600; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p;
fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
server {{ listen 127.0.0.1:{port} backlog=4096; root {folder}; location / {{ {slow} try_files $uri =404; }} }} }}""")
    process = subprocess.Popen(["taskset", "-c", SERVER_CORE, "nginx", "-c", f"{folder}/nginx.conf"], stderr=subprocess.DEVNULL)
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return process, f"http://127.0.0.1:{port}/small"
        except OSError:
            time.sleep(0.05)
    process.terminate()
    raise SystemExit("nginx does not answer")


def run(*arguments):
    environment = dict(os.environ)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    done = subprocess.run(["taskset", "-c", CLIENT_CORE, PROGRAM, *arguments], env=environment, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"bench_windowload: {done.stderr.strip()}")
    return done.stdout


folder = tempfile.mkdtemp(prefix="bench-window-")
process, url = server(folder)
try:
    rounds = [[float(x) for x in line.split()] for line in run(url, SECONDS, ROUNDS).splitlines()]
finally:
    process.terminate()
    process.wait()
    shutil.rmtree(folder, ignore_errors=True)
for plain, seen, drawn in rounds:
    print(f"  {plain:.0f} requests/s without, {seen:.0f} with the window, drawn {drawn:.0f} times", file=sys.stderr)
print(f"throughput {statistics.median(seen / plain for plain, seen, _ in rounds):.3f}")
