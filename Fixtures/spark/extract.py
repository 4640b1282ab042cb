#!/usr/bin/env python3
"""Runs kenali on a Spark cluster: a process for each partition, reading and writing lines.

    extract.py KENALI INPUT.jsonl OUTPUT [--how pipe|pandas] [--partitions N] [--master local[2]]

KENALI must be on every worker, at the same path (one static file: `--files` or a shared folder will do). Lines out are
those of one machine, whatever the partitions; a broken line gives its error line and fails no job.
"""
import argparse
import shlex
import subprocess

from pyspark.sql import SparkSession

arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
arguments.add_argument("kenali")
arguments.add_argument("input")
arguments.add_argument("output")
arguments.add_argument("--how", choices=["pipe", "pandas"], default="pipe")
arguments.add_argument("--partitions", type=int, default=4)
arguments.add_argument("--master", default="local[2]")
options = arguments.parse_args()
# One job a process: Spark runs as many as there are cores. Exit status 65 says that some lines were broken.
command = [options.kenali, "extract", "--input", "jsonl", "--format", "jsonl", "--jobs", "1"]

spark = (
    SparkSession.builder.master(options.master).appName("kenali")
    .config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "4").getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")
lines = spark.sparkContext.textFile(options.input, options.partitions)
if options.how == "pipe":
    # A line number is that of the partition, so error lines are told apart by their id.
    shell = "sh -c " + shlex.quote(shlex.join(command) + " 2>/dev/null; test $? -eq 0 -o $? -eq 65")
    lines.pipe(shell, checkCode=True).saveAsTextFile(options.output)
else:
    import pandas

    def extract(batches):
        for batch in batches:
            text = "\n".join(batch["value"]) + "\n"
            done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8")
            if done.returncode not in (0, 65):
                raise RuntimeError(done.stderr)
            yield pandas.DataFrame({"value": done.stdout.split("\n")[:-1]})

    frame = spark.createDataFrame(lines.map(lambda line: (line,)), "value string")
    frame.mapInPandas(extract, "value string").write.text(options.output)
spark.stop()
