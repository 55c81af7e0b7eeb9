#!/usr/bin/env python3
"""Writes COUNT invented articles as JSON Lines, for measuring how time grows: generate.py COUNT [SEED]

Stories have a long tail: the largest takes a tenth of all articles. Every story has one event with a toll, a place, a day,
sources that differ, ages, clock times and figures of its own. The same arguments give the same bytes.
"""
import json
import random
import sys

PLACES = ["Port Ellan", "Varna Ford", "Skerry", "Hollin", "Marrow Bay", "Tarn Cross", "Upper Wick", "Long Quay"]
EVENTS = [("fire", "broke out in"), ("explosion", "shook"), ("flood", "hit"), ("earthquake", "struck"), ("crash", "closed")]
SOURCES = ["the port authority", "the dockers' union", "a hospital spokeswoman", "the coastguard", "the mayor's office"]
WORDS = "herring crate ferry lamp quay winch tide harbour net mast sail rope barrel anchor lantern signal keel hull deck cargo".split()
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]


def story(number, pick):
    noun, verb = pick.choice(EVENTS)
    place = pick.choice(PLACES) + " " + "".join(pick.choice("bdfglmnprst") + pick.choice("aeiou") for _ in range(3)).title()
    name = pick.choice(["Orla", "Jon", "Mair", "Tam"]) + " " + "".join(pick.choice("BDFGLMNPRST") for _ in range(1)) + "arn" + str(number % 7 * "e") + "ick"
    return {"noun": noun, "verb": verb, "place": place, "name": name, "toll": pick.randint(2, 90), "age": pick.randint(18, 80),
            "day": pick.choice(DAYS), "words": pick.sample(WORDS, 8)}


def article(one, pick):
    toll = one["toll"] + pick.choice([0, 0, 0, 1, 3])
    lines = [f"A {one['noun']} {one['verb']} {one['place']} on {one['day']}, killing {toll} people and injuring {toll * 2}.",
             f"{pick.choice(SOURCES).capitalize()} said that the {one['noun']} killed at least {toll} people.",
             f"The {one['noun']} began at {pick.randint(6, 11)}:{pick.choice(['05', '15', '30'])} p.m.",
             f"{one['name']}, {one['age']}, was killed in the {one['noun']}."]
    for _ in range(8):
        lines.append(f"The {pick.choice(one['words'])} carried {pick.randint(2, 400)} {pick.choice(one['words'])}s past the {pick.choice(one['words'])} of {one['place']}.")
    return " ".join(lines)


def main():
    count = int(sys.argv[1])
    pick = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    left, number, size = count, 0, max(1, count // 10)
    while left > 0:
        one = story(number, pick)
        for part in range(min(size, left)):
            print(json.dumps({"id": f"{number:05d}-{part:05d}", "text": article(one, pick), "published": "2016-09-08"}))
        left -= size
        number += 1
        size = max(3, size // 2) if number < 5 else pick.randint(1, 12)


if __name__ == "__main__":
    main()
