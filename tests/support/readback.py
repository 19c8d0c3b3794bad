#!/usr/bin/env python3
"""Reads the tables of a run with another program's libraries and compares every number with the run file.

    readback.py csv RUN.json FOLDER | readback.py xlsx RUN.json BOOK     last line: how many numbers were compared
"""
import csv, json, sys

compared = 0


def same(where, found, expected):
    global compared
    compared += 1
    if abs(float(found) - float(expected)) > 0.0011:  # the run file has thousandths
        sys.exit(f"{where}: {found} in the table, {expected} in the run file")


def rows(case):
    """Each row of the run file with its kind, in the order of the tables."""
    detail = case["detail"]
    yield "case", detail["performance"]
    for row in detail["customTransactions"]:
        yield "transaction", row
    for row in detail["detailDatas"]:
        yield "request", row


def streams(run):
    """Each request that plays or publishes media."""
    return [(case, row) for case in run["cases"] for row in case["detail"]["detailDatas"] if row["streamingMediaVo"]]


def read_csv(run, folder):
    def table(name):
        with open(f"{folder}/{name}.csv", encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    members = {"requests": "requests", "success": "successCount", "errors": "errorCount", "failed_timeout": "failedTimeout",
               "success_rate": "successRate", "2xx": "sum2xx", "average_ms": "averageRespTime", "min_ms": "min", "max_ms": "max",
               "p50_ms": "tp50", "p95_ms": "tp95", "p99_ms": "tp99", "p9999_ms": "tp9999", "rps": "tps", "max_rps": "maxRps",
               "kB_per_second": "avgNetworkTraffic", "duration_s": "duration"}
    items, seconds, errors = table("items"), table("seconds"), table("errors")
    expected = [(case, kind, row) for case in run["cases"] for kind, row in rows(case)]
    if [(line["case"], line["kind"], line["name"]) for line in items] != [(case["name"], kind, row["name"]) for case, kind, row in expected]:
        sys.exit("items.csv has other rows than the run file")
    for line, (_, _, row) in zip(items, expected):
        for column, member in members.items():
            same(f"items.csv {row['name']} {column}", line[column], row[member])
    for case in run["cases"]:
        chart = case["chart"]
        lines = [line for line in seconds if line["case"] == case["name"] and line["kind"] == "case"]
        if len(lines) != len(chart["commonTimestamps"]):
            sys.exit("seconds.csv has another number of seconds than the run file")
        for i, line in enumerate(lines):
            same(f"seconds.csv requests {i}", line["requests"], chart["tps_brokens"]["tps"][i])
            same(f"seconds.csv average {i}", line["average_ms"], chart["tps_brokens"]["average"][i])
            same(f"seconds.csv users {i}", line["users"], chart["vusers_brokens"]["vusers"][i])
            same(f"seconds.csv received {i}", line["received_bytes"], chart["brand_brokens"]["recBytes"][i])
    watched = table("streams")
    if [(line["case"], line["name"]) for line in watched] != [(case["name"], row["name"]) for case, row in streams(run)]:
        sys.exit("streams.csv has other rows than the run file")
    for line, (_, row) in zip(watched, streams(run)):
        for member, value in row["streamingMediaVo"].items():
            same(f"streams.csv {row['name']} {member}", line[member], value)
    wanted = [error for case in run["cases"] for error in case["errors"]]
    if len(errors) != len(wanted):
        sys.exit("errors.csv has another number of errors than the run file")
    for line, error in zip(errors, wanted):
        same("errors.csv count", line["count"], error["count"])
        if line["message"].lstrip("'") != error["message"] or line["sample"].replace("\r\n", "\n").lstrip("'") != error["sample"]:
            sys.exit(f"errors.csv: {line} is not {error}")


def read_xlsx(run, path):
    import openpyxl
    book = openpyxl.load_workbook(path)
    if book.sheetnames[:2] != ["Summary", "Statistics"] or book.sheetnames[-1] != "Errors":
        sys.exit(f"sheets {book.sheetnames}")
    table = list(book["Statistics"].iter_rows(values_only=True))
    members = {"Count": "requests", "Failed": "errorCount", "Success %": "successRate", "/s": "tps", "Mean ms": "averageRespTime",
               "Min ms": "min", "p50": "tp50", "p95": "tp95", "p99": "tp99", "p99.99": "tp9999", "Max ms": "max",
               "Bytes sent/request": "avgSentBytes", "kB/s": "avgNetworkTraffic", "2xx": "sum2xx", "5xx": "sum5xx"}
    expected = [row for case in run["cases"] for _, row in rows(case)]
    if [line[2] for line in table[1:]] != [row["name"] for row in expected]:
        sys.exit("Statistics has other rows than the run file")
    for line, row in zip(table[1:], expected):
        cells = dict(zip(table[0], line))
        for column, member in members.items():
            same(f"Statistics {row['name']} {column}", cells[column], row[member])
    for number, case in enumerate(run["cases"]):
        sheet = book[f"Seconds {number + 1}"]
        table = list(sheet.iter_rows(values_only=True))
        column = table[0].index("Requests")
        for second, line in enumerate(table[1:]):
            same(f"{sheet.title} {second}", line[column], case["chart"]["tps_brokens"]["tps"][second])
        if len(table) - 1 != len(case["chart"]["commonTimestamps"]):
            sys.exit(f"{sheet.title} has another number of seconds than the run file")
        if len(sheet._charts) != 2:
            sys.exit(f"{sheet.title} has {len(sheet._charts)} charts")
    if ("Streams" in book.sheetnames) != bool(streams(run)):
        sys.exit(f"sheets {book.sheetnames}")
    lines = list(book["Streams"].iter_rows(values_only=True)) if streams(run) else []
    members = {"Plays": "streamingPlayTimes", "Failed": "streamingErrorTimes", "Success %": "streamingSuccessRate", "Stalls": "stalls",
               "Packets received/s": "receivedPacketsPerSecond", "Video bytes received": "videoRecBytes", "First frame mean ms": "avgFirstFrameDelay",
               "Key frames received": "keyFrameReceiveCnt", "Key frames received late max ms": "maxRecvKeyFrameDelay",
               "Failed: play": "playFailed", "Failed: other": "unknownFailed"}
    for line, (_, row) in zip(lines[1:], streams(run), strict=True):
        cells = dict(zip(lines[0], line))
        if cells["Name"] != row["name"] or len(cells) != 4 + len(row["streamingMediaVo"]):
            sys.exit(f"Streams: {cells} is not {row['name']}")
        for column, member in members.items():
            same(f"Streams {row['name']} {column}", cells[column], row["streamingMediaVo"][member])
    errors = list(book["Errors"].iter_rows(values_only=True))[1:]
    for line, error in zip(errors, [error for case in run["cases"] for error in case["errors"]], strict=True) if sys.version_info >= (3, 10) else []:
        same("Errors count", line[5], error["count"])
        if line[4] != error["message"]:
            sys.exit(f"Errors: {line[4]} is not {error['message']}")


with open(sys.argv[2], encoding="utf-8") as file:
    run = json.load(file)
{"csv": read_csv, "xlsx": read_xlsx}[sys.argv[1]](run, sys.argv[3])
print(compared)
