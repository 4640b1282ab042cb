#!/usr/bin/env python3
"""Checks that Spark gives what one machine gives: check.py KENALI. Needs pyspark and Java; pandas and pyarrow for mapInPandas."""
import glob
import importlib.util
import json
import os
import subprocess
import sys
import tempfile

import extract

kenali = os.path.abspath(sys.argv[1])
here = os.path.dirname(os.path.abspath(__file__))
articles = sorted(glob.glob(os.path.join(here, "../articles/*.txt")))
ways = ["pipe"]
if all(importlib.util.find_spec(name) for name in ("pandas", "pyarrow")):
    ways.append("pandas")


def plain(line):
    """A line without its number: lines are counted by partition."""
    record = json.loads(line)
    if "error" in record:
        del record["line"]
        return json.dumps(record, ensure_ascii=False)
    return line


def parts(output):
    return sorted(glob.glob(os.path.join(output, "part-*")))


with tempfile.TemporaryDirectory() as folder:
    source = os.path.join(folder, "in.jsonl")
    with open(source, "w", encoding="utf-8") as file:
        for number in range(3):
            for path in articles:
                with open(path, encoding="utf-8") as article:
                    record = {"id": f"{os.path.basename(path)}-{number}", "date": "2025-10-21", "text": article.read()}
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
            file.write('{"id": "broken-%d", "text": 5}\n{"id": "cut-%d", "text": "x\n' % (number, number))

    def one(*arguments, status=0):
        done = subprocess.run([kenali, *arguments], capture_output=True)
        assert done.returncode == status, (arguments, done.returncode, done.stderr)
        return done.stdout.decode()

    wanted = [plain(line) for line in one("-f", "jsonl", source, status=65).splitlines()]
    whole = one("index", "-f", "jsonl", source, status=65)
    spark = extract.session("local[2]")
    for way in ways:
        for partitions in (1, 3):
            output = os.path.join(folder, f"{way}-{partitions}")
            extract.run(spark, kenali, source, output, way, partitions)
            found = []
            for part in parts(output):
                with open(part, encoding="utf-8") as file:
                    found += [plain(line) for line in file.read().splitlines()]
            assert found == wanted, f"{way}, {partitions} partitions"
    for partitions in (1, 4):
        output = os.path.join(folder, f"index-{partitions}")
        extract.run(spark, kenali, source, output, "index", partitions)
        assert one("index", "--merge", *parts(output), "-f", "jsonl") == whole, f"index, {partitions} partitions"
    spark.stop()
print("same:", ", ".join([*ways, "index"]))
