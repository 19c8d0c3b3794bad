"""An HTTP server that answers after drawn delays and writes down how long each answer took it, in ms, one a line.

    delayserver.py RECORD SEED      prints its port; SIGTERM ends it
"""
import asyncio, gc, math, random, signal, sys, time

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
draw = random.Random(int(sys.argv[2]))
record = []


class Session(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport, self.head = transport, b""

    def data_received(self, data):
        self.head += data
        while b"\r\n\r\n" in self.head:
            self.head = self.head.split(b"\r\n\r\n", 1)[1]
            delay = draw.lognormvariate(math.log(0.25), 0.35)
            asyncio.get_running_loop().call_later(delay, self.answer, time.perf_counter_ns())

    def answer(self, received):
        self.transport.write(ANSWER)
        record.append(time.perf_counter_ns() - received)


async def serve():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Session, "127.0.0.1", 0, backlog=4096)
    print(server.sockets[0].getsockname()[1], flush=True)
    ended = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, ended.set)
    await ended.wait()


gc.disable()
asyncio.run(serve())
open(sys.argv[1], "w").writelines(f"{ns / 1e6}\n" for ns in record)
