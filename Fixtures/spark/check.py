#!/usr/bin/env python3
"""Checks that Spark gives what one machine gives: check.py KENALI. Needs pyspark and Java; pandas and pyarrow for mapInPandas."""
import glob
import importlib.util
import json
import os
import subprocess
import sys
import tempfile

kenali = os.path.abspath(sys.argv[1])
here = os.path.dirname(os.path.abspath(__file__))
articles = sorted(glob.glob(os.path.join(here, "../articles/*.txt")))
ways = ["pipe"]
if all(importlib.util.find_spec(name) for name in ("pandas", "pyarrow")):
    ways.append("pandas")
with tempfile.TemporaryDirectory() as folder:
    source = os.path.join(folder, "in.jsonl")
    with open(source, "w", encoding="utf-8") as file:
        for number in range(3):
            for path in articles:
                with open(path, encoding="utf-8") as article:
                    record = {"id": f"{os.path.basename(path)}-{number}", "date": "2025-10-21", "text": article.read()}
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
            file.write('{"id": "broken-%d", "text": 5}\n' % number)
    with open(source, "rb") as file:
        one = subprocess.run([kenali, "-i", "jsonl", "-f", "jsonl"], stdin=file, capture_output=True)
    assert one.returncode == 65, one.returncode

    def plain(line):
        # Lines are counted by partition.
        record = json.loads(line)
        record.pop("line", None)
        return json.dumps(record, ensure_ascii=False)

    wanted = [plain(line) for line in one.stdout.decode().splitlines()]
    for way in ways:
        for partitions in (1, 3):
            output = os.path.join(folder, f"{way}-{partitions}")
            subprocess.run(
                [sys.executable, os.path.join(here, "extract.py"), kenali, source, output, "--how", way,
                 "--partitions", str(partitions)], check=True, capture_output=True)
            found = []
            for part in sorted(glob.glob(os.path.join(output, "part-*"))):
                with open(part, encoding="utf-8") as file:
                    found += [plain(line) for line in file]
            assert found == wanted, f"{way}, {partitions} partitions"
print("same:", ", ".join(ways))
