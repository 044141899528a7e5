"""A small load: each worker process keeps one connection open and asks for the same page again and again."""

import multiprocessing
import socket
import time


def _ask(host: str, port: int, request: bytes, until: float, answers: "multiprocessing.Queue[tuple[int, int]]") -> None:
    count, size = 0, 0
    with socket.create_connection((host, port)) as line:
        line.settimeout(60)
        reader = line.makefile("rb", buffering=1 << 16)
        while time.perf_counter() < until:
            line.sendall(request)
            status = reader.readline()
            if b" 200 " not in status:
                raise SystemExit(f"{request.split()[1]!r}: {status!r}")
            length = 0
            while (head := reader.readline()) not in (b"\r\n", b""):
                if head.lower().startswith(b"content-length:"):
                    length = int(head.split(b":")[1])
            size = len(reader.read(length))
            count += 1
    answers.put((count, size))


def requests_per_second(
    host: str, port: int, path: str, cookie: str, seconds: float, workers: int = 4
) -> tuple[float, int]:
    """(requests/s over all workers, bytes of the last page). SystemExit for an answer that is not 200."""
    request = f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nCookie: {cookie}\r\nAccept: text/html\r\n\r\n".encode()
    answers: multiprocessing.Queue[tuple[int, int]] = multiprocessing.Queue()
    begin = time.perf_counter()
    crowd = [
        multiprocessing.Process(target=_ask, args=(host, port, request, begin + seconds, answers))
        for _ in range(workers)
    ]
    for one in crowd:
        one.start()
    got = [answers.get(timeout=seconds + 60) for _ in crowd]
    took = time.perf_counter() - begin
    for one in crowd:
        one.join()
    return sum(count for count, _ in got) / took, max(size for _, size in got)
