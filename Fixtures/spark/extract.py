#!/usr/bin/env python3
"""Runs kenali on a Spark cluster: a process for each partition, reading and writing lines.

    extract.py KENALI INPUT.jsonl OUTPUT [--how pipe|pandas|index] [--partitions N] [--master local[2]]

KENALI must be on every worker, at the same path (one static file: `--files` or a shared folder will do). Lines out are
those of one machine, whatever the partitions; a broken line gives its error line and fails no job. With `index` each part
of the output is an index: `kenali index --merge OUTPUT/part-*` is that of the whole.
"""
import argparse
import os
import shlex
import subprocess
import sys

# Workers import what this program imports.
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)


def piped(lines, *command):
    """Lines through a process for each partition. Exit status 65 says that some lines were broken."""
    shell = "sh -c " + shlex.quote(shlex.join(command) + " 2>/dev/null; test $? -eq 0 -o $? -eq 65")
    return lines.pipe(shell, checkCode=True)


def mapped(spark, lines, *command):
    """The same by batches of pandas, for who works with frames."""
    def extract(batches):
        import pandas

        for batch in batches:
            text = "\n".join(batch["value"]) + "\n"
            done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8")
            if done.returncode not in (0, 65):
                raise RuntimeError(done.stderr)
            yield pandas.DataFrame({"value": done.stdout.split("\n")[:-1]})

    frame = spark.createDataFrame(lines.map(lambda line: (line,)), "value string")
    return frame.mapInPandas(extract, "value string")


def session(master):
    from pyspark.sql import SparkSession

    spark = (
        SparkSession.builder.master(master).appName("kenali")
        .config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "4").getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def run(spark, kenali, source, output, how, partitions):
    lines = spark.sparkContext.textFile(source, partitions)
    # One job a process: Spark runs as many as there are cores. A line number is that of the partition, so error lines are
    # told apart by their id.
    extract = (kenali, "extract", "--input", "jsonl", "--format", "jsonl", "--jobs", "1")
    if how == "pandas":
        mapped(spark, lines, *extract).write.text(output)
    else:
        index = (kenali, "index", "--input", "jsonl", "--format", "index", "--jobs", "1")
        piped(lines, *(index if how == "index" else extract)).saveAsTextFile(output)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("kenali")
    arguments.add_argument("input")
    arguments.add_argument("output")
    arguments.add_argument("--how", choices=["pipe", "pandas", "index"], default="pipe")
    arguments.add_argument("--partitions", type=int, default=4)
    arguments.add_argument("--master", default="local[2]")
    options = arguments.parse_args()
    spark = session(options.master)
    run(spark, options.kenali, options.input, options.output, options.how, options.partitions)
    spark.stop()


if __name__ == "__main__":
    main()
