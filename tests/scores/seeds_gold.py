#!/usr/bin/env python3
"""Writes whole-article gold so that score/speakers.py can read it: python3 seeds_gold.py GOLD.jsonl > OUT.jsonl

The gold gives speakers by entity key; the scorer wants names, and the names that are right too."""
import json
import sys


def convert(document):
    gold = document["gold"]
    entities = {e["key"]: e for e in gold["entities"]}
    aliases = {}
    for entity in entities.values():
        # Unnamed speakers: any phrase that the text calls them by is right.
        known = {m["text"] for m in entity["mentions"] if m["form"] != "pronoun"}
        aliases.setdefault(entity["name"], []).extend(sorted(known | set(entity.get("aliases") or [])))
    quotes = [{**q, "speaker": entities[q["speaker"]]["name"] if q["speaker"] else None} for q in gold["quotes"]]
    return {**document, "gold": {"quotes": quotes, "aliases": aliases}}


if __name__ == "__main__":
    for line in open(sys.argv[1], encoding="utf-8"):
        print(json.dumps(convert(json.loads(line)), ensure_ascii=False))
