#!/usr/bin/env python3
"""Compares `kenali --rules patterns.jsonl` with spaCy's EntityRuler on random patterns and sentences.

    spacy-patterns.py KENALI [ROUNDS]

Sentences are of words, numbers and marks that both cut into the same tokens. Compared are the places; spaCy leaves open
which of several labels a place gets.
"""
import json
import random
import subprocess
import sys
import tempfile

import spacy

words = ["bank", "Bank", "BANK", "rakyat", "Rakyat", "kota", "Kota", "iPhone", "x", "X", "12", "7", "2024", "ribu",
         "Maju", "maju", ",", "?", "!", ":", "ABC", "Éva", "éva"]
shapes = ["xxxx", "Xxxxx", "Xxxx", "XXXX", "dd", "d", "dddd", "x", "X", "XXX", "xXxxxx"]
expressions = ["^[A-Z]", "k$", "a.a", "^(bank|kota)$", "[0-9]{2,}", "^\\w+$", "o|i", "^.{1,3}$", "\\d", "^[^a-z]+$"]
operations = ["!", "?", "+", "*", "{2}", "{1,2}", "{2,}", "{,2}"]
traits = ["IS_TITLE", "IS_UPPER", "IS_LOWER", "IS_DIGIT", "IS_ALPHA", "IS_PUNCT", "LIKE_NUM"]


def some(choices, most):
    return random.sample(choices, random.randint(1, most))


def token():
    tests = {}
    for _ in range(random.choice([1, 1, 1, 2])):
        kind = random.randrange(8)
        if kind == 0:
            tests["LOWER"] = random.choice(words).lower()
        elif kind == 1:
            tests["LOWER"] = {random.choice(["IN", "NOT_IN"]): [w.lower() for w in some(words, 4)]}
        elif kind == 2:
            tests[random.choice(["TEXT", "ORTH"])] = random.choice(words)
        elif kind == 3:
            tests["TEXT"] = {"REGEX": random.choice(expressions)}
        elif kind == 4:
            tests["SHAPE"] = random.choice(shapes)
        elif kind == 5:
            tests["LENGTH"] = {random.choice(["==", "!=", ">=", "<=", ">", "<"]): random.randint(2, 5)}
        else:
            tests[random.choice(traits)] = random.random() < 0.7
    if "TEXT" in tests and "ORTH" in tests:
        del tests["ORTH"]
    if random.random() < 0.4:
        tests["OP"] = random.choice(operations)
    return tests


def pattern():
    if random.random() < 0.2:
        return " ".join(random.choice(words) for _ in range(random.randint(1, 3)))
    while True:
        tokens = [token() for _ in range(random.randint(1, 4))]
        if any(t.get("OP") in (None, "+", "{2}", "{1,2}", "{2,}", "!") for t in tokens):
            if not any(t.get("IS_UPPER") and t.get("IS_LOWER") for t in tokens):
                return tokens


def main():
    random.seed(7)
    compared = found = 0
    for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 60):
        rules = [{"label": f"L{n}", "pattern": pattern()} for n in range(random.randint(1, 4))]
        texts = [" ".join(random.choice(words) for _ in range(random.randint(1, 14))) for _ in range(40)]
        language = spacy.blank("id")
        language.tokenizer = lambda text, vocab=language.vocab: spacy.tokens.Doc(vocab, words=text.split(" "))
        ruler = language.add_pipe("entity_ruler")
        ruler.add_patterns(rules)
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
            file.write("".join(json.dumps(rule, ensure_ascii=False) + "\n" for rule in rules))
            file.flush()
            lines = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)
            kinds = ",".join(rule["label"] for rule in rules)
            done = subprocess.run([sys.argv[1], "-i", "jsonl", "-f", "jsonl", "-k", kinds, "--rules", file.name],
                                  input=lines.encode(), capture_output=True)
        if done.returncode != 0:
            sys.exit(f"{rules}: {done.stderr.decode()}")
        for text, line in zip(texts, done.stdout.decode().splitlines(), strict=True):
            ours = [(m["start"], m["end"]) for m in json.loads(line)["mentions"]]
            theirs = [(e.start_char, e.end_char) for e in language(text).ents]
            compared += 1
            found += len(theirs)
            if ours != theirs:
                sys.exit(f"{json.dumps(rules, ensure_ascii=False)}\n{text!r}\nkenali {ours}\nspaCy  {theirs}")
    print(f"{compared} sentences, {found} matches, all the same")


main()
