# A WebSocket server on the library of others: python3 websocketpeer.py PORT [CERTIFICATE KEY]. The path says what it does.
import asyncio
import ssl
import sys

import websockets


async def serve(socket):
    path = getattr(socket, "path", None) or socket.request.path  # older and newer versions of the library
    if path == "/push":
        await socket.send("first")
        await socket.send(b"second")
    if path == "/ping":
        await (await socket.ping(b"are you there?"))
        await socket.send("you answered")
    if path == "/fragments":
        await socket.send(["in ", "three ", "parts"])
    if path == "/close":
        await socket.close(4001, "enough")
        return
    async for message in socket:
        if path == "/silent":
            continue
        if path == "/upper":
            message = message.upper()
        await socket.send(message)


async def main():
    context = None
    if len(sys.argv) > 2:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[2], sys.argv[3])
    async with websockets.serve(serve, "127.0.0.1", int(sys.argv[1]), ssl=context, max_size=None):
        await asyncio.Future()


asyncio.run(main())
