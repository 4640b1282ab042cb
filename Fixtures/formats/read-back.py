#!/usr/bin/env python3
"""Reads what Kenali writes with the programs that others read it with, and checks it against Kenali's JSON.

    read-back.py KENALI FILE ...

Needs nothing; spaCy and DuckDB, where they are installed, read as well. Says which readers there were.
"""
import csv
import html.parser
import importlib.util
import io
import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET


def run(*arguments):
    return subprocess.run([sys.argv[1], *arguments], capture_output=True, check=True).stdout.decode()


def timex3(path, text, mentions):
    root = ET.fromstring(run("-f", "timex3", path))
    assert "".join(root.find("TEXT").itertext()) == text.replace("\x01", "\ufffd")
    found = ["".join(e.itertext()) for e in root.find("TEXT").iter("TIMEX3")]
    assert found == [m["text"] for m in mentions if m["kind"] in ("date", "time", "duration")]


def brat(path, text, mentions):
    """brat's own rules: the text of a T line is that of its pieces, joined by blanks."""
    lines = [line for line in run("-f", "brat", path).splitlines() if line[0] == "T"]
    assert len(lines) == len(mentions)
    for line in lines:
        _, place, words = line.split("\t")
        pieces = [piece.split() for piece in place.split(" ", 1)[1].split(";")]
        assert " ".join(text[int(start):int(end)] for start, end in pieces) == words, line


def conll(path, text, mentions):
    found, end = [], 0
    for line in run("-f", "conll", path).splitlines():
        if not line or line.startswith("-DOCSTART-"):
            continue
        token, _, _, tag = line.split(" ")
        start = text.index(token, end)
        end = start + len(token)
        if tag.startswith("B-"):
            found.append([start, end, tag[2:].lower()])
        elif tag.startswith("I-"):
            assert found[-1][2] == tag[2:].lower()
            found[-1][1] = end
    assert found == [[m["start"], m["end"], m["kind"]] for m in mentions if m["kind"] != "acronym"]


def tsv(path, text, mentions):
    table = run("-f", "tsv", path)
    rows = list(csv.DictReader(io.StringIO(table), delimiter="\t"))
    assert [(r["kind"], int(r["start"]), r["rule"]) for r in rows] == [(m["kind"], m["start"], m["rule"]) for m in mentions]


def annotation_tools(path, text, mentions):
    places = [[m["start"], m["end"]] for m in mentions]
    units = text.encode("utf-16-le")
    [task] = json.loads(run("-f", "labelstudio", path))
    for region, mention in zip(task["predictions"][0]["result"], mentions, strict=True):
        value = region["value"]
        assert units[2 * value["start"]:2 * value["end"]].decode("utf-16-le") == value["text"] == mention["text"]
        assert value["labels"] == [mention["kind"]]
    doccano = json.loads(run("-f", "doccano", path))
    assert doccano["text"] == text and [label[:2] for label in doccano["label"]] == places
    page = json.loads(run("-f", "webannotation", path))
    for item, mention in zip(page["items"], mentions, strict=True):
        position, quote = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert [start, end] == [mention["start"], mention["end"]] and text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"]) and text[end:].startswith(quote["suffix"])


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.depth, self.text, self.marks, self.open = 0, "", 0, []

    def handle_starttag(self, tag, attributes):
        if tag in ("meta",):
            return
        self.open.append(tag)
        attributes = dict(attributes)
        if attributes.get("class") == "text":
            self.depth = len(self.open)
        if tag in ("mark", "abbr"):
            self.marks += 1
            assert attributes["title"].startswith(attributes["data-k"])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag
        if len(self.open) < self.depth:
            self.depth = 0

    def handle_data(self, data):
        if self.depth:
            self.text += data


def page(path, text, mentions):
    parser = Page()
    parser.feed(run("-f", "html", path))
    assert parser.open == [] and parser.marks == len(mentions)
    assert parser.text == text.replace("\x01", "\ufffd")


def spacy(path, text, mentions):
    import spacy
    from spacy import displacy
    from spacy.tokens import Doc, DocBin

    record = json.loads(run("-f", "spacy", path))
    vocabulary = spacy.blank("xx").vocab
    document = Doc(vocabulary).from_json(record)
    assert document.text == text
    wanted = [(m["start"], m["end"], m["kind"].upper()) for m in mentions]
    entities = [m for m in wanted if m[2] != "ACRONYM"]
    assert [(e.start_char, e.end_char, e.label_) for e in document.ents] == entities
    assert [(s.start_char, s.end_char, s.label_) for s in document.spans["acronyms"]] == [m for m in wanted if m not in entities]
    packed = DocBin()
    packed.add(document)
    [again] = DocBin().from_bytes(packed.to_bytes()).get_docs(vocabulary)
    assert [e.text for e in again.ents] == [e.text for e in document.ents]
    assert "Gus" in displacy.render(record, style="ent", manual=True) or "Gus" not in text


def spacy_conll(path, text, mentions):
    from spacy.training.converters import conll_ner_to_docs

    documents = conll_ner_to_docs(run("-f", "conll", path), n_sents=0, no_print=True)
    found = [(e.label_.lower(), "".join(t.text for t in e)) for d in documents for e in d.ents]
    assert found == [(m["kind"], "".join(m["text"].split())) for m in mentions if m["kind"] != "acronym"]


def duckdb(path, text, mentions):
    import duckdb

    with tempfile.NamedTemporaryFile("w", suffix=".tsv") as file:
        file.write(run("-f", "tsv", path))
        file.flush()
        rows = duckdb.sql(f"select kind, \"start\", \"end\" from read_csv('{file.name}')").fetchall()
    assert rows == [(m["kind"], m["start"], m["end"]) for m in mentions]


readers = [timex3, brat, conll, tsv, annotation_tools, page]
readers += [r for r in (spacy, spacy_conll, duckdb) if importlib.util.find_spec(r.__name__.split("_")[0])]
for path in sys.argv[2:]:
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    mentions = json.loads(run("-f", "json", path))["mentions"]
    for reader in readers:
        try:
            reader(path, text, mentions)
        except Exception as error:
            sys.exit(f"{reader.__name__} on {path}: {error!r}")
print(" ".join(reader.__name__ for reader in readers))
