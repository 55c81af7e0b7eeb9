#!/usr/bin/env python3
"""Writes COUNT invented articles as small web pages, 100 a folder, for measuring how fast files are read: pages.py COUNT FOLDER

A page has what saved pages have: metadata in its head, navigation, related links and a footer around the text. The same
arguments give the same files.
"""
import html
import json
import os
import random
import sys

from generate import article, story

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title} - Tern Press</title>
<meta property="og:site_name" content="Tern Press">
<meta property="article:published_time" content="{day}T08:30:00Z">
<link rel="canonical" href="https://tern.example/news/{number}">
<script type="application/ld+json">{data}</script>
<style>body {{ max-width: 60em; margin: auto }} nav a {{ padding: 1em }}</style>
</head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/harbour">Harbour</a></li><li><a href="/weather">Weather</a></li></ul></nav>
<main><article>
<h1>{title}</h1>
<p class="byline">By A. Pen</p>
<time datetime="{day}">{day}</time>
{paragraphs}
</article></main>
<aside class="related"><h2>Related</h2><ul>{related}</ul></aside>
<footer><p>Tern Press, Port Ellan. All rights reserved.</p></footer>
</body>
</html>
"""


def page(number, pick):
    one = story(number, pick)
    sentences = article(one, pick).split(". ")
    title = sentences[0].split(", ")[0]
    day = "2016-09-%02d" % (1 + number % 28)
    data = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", "headline": title, "datePublished": day,
                       "publisher": {"@type": "Organization", "name": "Tern Press"}})
    paragraphs = "\n".join("<p>%s.</p>" % html.escape(". ".join(sentences[at:at + 3]).rstrip(".")) for at in range(0, len(sentences), 3))
    related = "".join('<li><a href="/news/%d">More on the %s</a></li>' % (number + k, one["words"][k]) for k in range(6))
    return PAGE.format(title=html.escape(title), day=day, number=number, data=data, paragraphs=paragraphs, related=related)


def main():
    count, folder = int(sys.argv[1]), sys.argv[2]
    pick = random.Random(1)
    for number in range(count):
        inner = os.path.join(folder, "%04d" % (number // 100))
        os.makedirs(inner, exist_ok=True)
        with open(os.path.join(inner, "%06d.html" % number), "w", encoding="utf-8") as out:
            out.write(page(number, pick))


if __name__ == "__main__":
    main()
