#!/usr/bin/env python3
"""Times the tool and its peers over the same texts in one run, one core each: peers.py TOOL ARTICLES.jsonl [SECONDS]

A peer reads so many of the articles as fit into SECONDS (20), and each is given in KB of text a second and as how many
times as fast the tool is. Speed alone is compared. Peers that are not installed are named and passed over.

spaCy: its small English model. Where that cannot be had, a pipeline of the same parts and sizes (tok2vec of width 96 and
depth 4, tagger, parser, ner) with weights that nobody trained: as much work, and nothing that it says means anything.
"""
import json
import os
import subprocess
import sys
import time


def spacy_small():
    import spacy
    try:
        return "spaCy en_core_web_sm", spacy.load("en_core_web_sm")
    except OSError:
        return "spaCy, size of its small model, untrained", untrained(spacy)


def untrained(spacy):
    from spacy.cli.init_config import init_config
    from spacy.training import Example
    nlp = spacy.util.load_model_from_config(init_config(lang="en", pipeline=["tagger", "parser", "ner"]), auto_fill=True)
    words = ["Nine", "dockers", "died", "in", "Skerry", "."]
    said = {"words": words, "tags": ["CD", "NNS", "VBD", "IN", "NNP", "."], "heads": [1, 2, 2, 2, 3, 2],
            "deps": ["nummod", "nsubj", "ROOT", "prep", "pobj", "punct"], "entities": ["U-CARDINAL", "O", "O", "O", "U-GPE", "O"]}
    nlp.initialize(lambda: [Example.from_dict(nlp.make_doc(" ".join(words)), said)])
    return nlp


# Each gives its name and what reads a list of texts.


def spacy_reader():
    name, nlp = spacy_small()
    return name, lambda texts: list(nlp.pipe(texts))


def one_by_one(read):
    return lambda texts: [read(text) for text in texts]


def dateparser_reader():
    from dateparser.search import search_dates
    return "dateparser, dates alone", one_by_one(lambda text: search_dates(text, languages=["en"]))


def quantulum_reader():
    from quantulum3 import parser
    return "quantulum3, quantities alone", one_by_one(parser.parse)


def time_reader(read, texts, seconds):
    """KB a second, over as many texts as fit; the first warms it up."""
    at_once = 32
    read(texts[:1])
    start, size = time.perf_counter(), 0
    for first in range(0, len(texts), at_once):
        read(texts[first:first + at_once])
        size += sum(len(text.encode()) for text in texts[first:first + at_once])
        if time.perf_counter() - start > seconds:
            break
    return size / (time.perf_counter() - start) / 1000


def time_tool(tool, articles, texts):
    best = None
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([tool, "extract", "-q", "-j", "1", articles], stdout=subprocess.DEVNULL, check=True)
        spent = time.perf_counter() - start
        best = spent if best is None else min(best, spent)
    return sum(len(text.encode()) for text in texts) / best / 1000


def main(tool, articles, seconds=20.0):
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    texts = [json.loads(line)["text"] for line in open(articles, encoding="utf-8")]
    own = time_tool(tool, articles, texts)
    print("%-45s %9.1f KB/s" % ("corroborate extract, all of it", own), flush=True)
    for make in (spacy_reader, dateparser_reader, quantulum_reader):
        try:
            name, read = make()
        except ImportError as error:
            print("%-45s %s" % (make.__name__.removesuffix("_reader"), f"passed over: {error}"))
            continue
        speed = time_reader(read, texts, float(seconds))
        print("%-45s %9.1f KB/s %8.1f times slower" % (name, speed, own / speed), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
