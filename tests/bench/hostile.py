#!/usr/bin/env python3
"""Runs the tool over hostile input, one kind after another, and prints how time and memory grow with its size.

    hostile.py [--tool PATH] [--sizes KB,KB,KB] [--limit SECONDS] [--command extract|report] [KIND…]

Each kind is one generator below: an article, or a file of some format, of about so many bytes; the same bytes every time.
Columns: seconds of processor time at each size; how the last two of these grow for a size four times as large (4 =
linear); peak memory at the largest size, and by how many bytes it grows for a byte of input between the last two sizes;
the size of the JSON report and of what is told on standard error. A run that takes longer than the limit is stopped.
Status 1 when a kind grows faster than linear or takes more memory than the project allows.
"""
import argparse
import gzip
import os
import resource
import subprocess
import sys
import tempfile

MOST_GROWTH = 6.5  # of time, for four times the size: linear is 4, and small runs are noisy
MOST_MEMORY = 40  # times the article
LEAST_SECONDS = 0.15  # growth below this is that of starting up


def repeat(unit, size):
    """The unit again and again, to about `size` bytes."""
    return (unit * (size // len(unit) + 1))[:size]


def count_up(make, size):
    """make(0), make(1) … to about `size` bytes."""
    parts, length, number = [], 0, 0
    while length < size:
        parts.append(make(number))
        length += len(parts[-1])
        number += 1
    return "".join(parts)


def name(number):
    """Names that all differ."""
    letters = ""
    while True:
        letters += "aeiou"[number % 5] + "bdfglmnprst"[number // 5 % 11]
        number //= 55
        if number == 0:
            return ("B" + letters).capitalize()


NOUNS = "herring crate ferry lamp quay winch tide harbour net mast sail rope barrel anchor lantern signal keel hull deck cargo".split()
VERBS = "killed wounded arrested freed seized closed opened sank burned rescued".split()


def noun(number):
    return NOUNS[number * 7 % len(NOUNS)]


# ---- one article of plain text

TEXTS = {
    "one word": lambda size: repeat("abcdefgh", size),
    "one capital word": lambda size: repeat("ABCDEFGH", size),
    "one letter a word": lambda size: repeat("a ", size),
    "one sentence": lambda size: count_up(lambda n: f"the {noun(n)} and the old {noun(n + 3)} near the {noun(n + 5)}, ", size) + ".",
    "one sentence of names": lambda size: count_up(lambda n: f"{name(n)} {name(n + 9)}, ", size) + ".",
    "one sentence of verbs": lambda size: count_up(lambda n: f"who {VERBS[n % 10]} the {noun(n)} that ", size) + ".",
    "one sentence of prepositions": lambda size: count_up(lambda n: f"of the {noun(n)} in ", size) + ".",
    "one sentence of sayings": lambda size: count_up(lambda n: f"{name(n)} said that ", size) + "nine died.",
    "numbers": lambda size: count_up(lambda n: f"{n * 37 % 9973} ", size),
    "one number": lambda size: repeat("1234567", size),
    "digit groups": lambda size: "1" + repeat(",234", size),
    "number words": lambda size: repeat("one hundred and twenty thousand ", size),
    "number ranges": lambda size: count_up(lambda n: f"between {n} and {n + 5} to ", size),
    "amounts": lambda size: count_up(lambda n: f"${n} million, {n} per cent, {n} miles; ", size),
    "numbered words": lambda size: count_up(lambda n: f"{n} {noun(n)}s and ", size),
    "dates": lambda size: count_up(lambda n: f"{n % 28 + 1} March {1900 + n % 100}, ", size),
    "weekdays": lambda size: repeat("Monday Tuesday last Friday ", size),
    "clock times": lambda size: count_up(lambda n: f"at {n % 12 + 1}:{n % 60:02} p.m. ", size),
    "date lines": lambda size: count_up(lambda n: f"{n % 28 + 1} March {1900 + n % 100}\n", size),
    "years": lambda size: count_up(lambda n: f"in {1900 + n % 120} ", size),
    "straight quotes": lambda size: repeat('"', size),
    "spaced quotes": lambda size: repeat('" ', size),
    "nested quotes": lambda size: repeat("\u201c", size // 6) + repeat("\u201d", size // 6),
    "nested quotes with words": lambda size: repeat("\u201cthe fire ", size // 2) + repeat("it said\u201d ", size // 3),
    "quotation pairs": lambda size: repeat("\u201cfire\u201d ", size),
    "straight quotation pairs": lambda size: repeat('"fire" ', size),
    "single quotes": lambda size: repeat("' ", size),
    "open parentheses": lambda size: repeat("(", size),
    "parentheses": lambda size: repeat("(fire) ", size),
    "commas": lambda size: repeat(", ", size),
    "full stops": lambda size: repeat(".", size),
    "spaced full stops": lambda size: repeat(". ", size),
    "hyphens": lambda size: repeat("-", size),
    "hyphenated": lambda size: repeat("well-", size),
    "dashes": lambda size: repeat("fire \u2014 ", size),
    "semicolons": lambda size: count_up(lambda n: f"{name(n)} says {n} left; ", size),
    "apostrophes": lambda size: repeat("it's the port's ", size),
    "blank lines": lambda size: repeat("fire\n\n", size),
    "only blanks": lambda size: "fire" + repeat(" ", size) + "fire",
    "initials": lambda size: repeat("A. B. ", size),
    "abbreviations": lambda size: repeat("Mr. Gen. U.S. ", size),
    "addresses": lambda size: repeat("http://a.example/b.c/", size),
    "combining marks": lambda size: "a" + repeat("\u0301", size // 2),
    "the fire": lambda size: repeat("the fire ", size),
    "the fire, sentences": lambda size: repeat("The fire. ", size),
    "the fire killed": lambda size: repeat("The fire killed nine. ", size),
    "three strikes": lambda size: repeat("Three strikes hit the port. ", size),
    "tolls": lambda size: count_up(lambda n: f"At least {n} were killed. ", size),
    "one toll": lambda size: repeat("At least 9 were killed. ", size),
    "tolls of places": lambda size: count_up(lambda n: f"At least {n} were killed in {name(n)}. ", size),
    "strikes on days": lambda size: count_up(lambda n: f"A strike killed {n} soldiers on {n % 28 + 1} March {1900 + n % 100}. ", size),
    "separate strikes": lambda size: repeat("A separate strike killed nine soldiers in another attack. ", size),
    "attributions": lambda size: count_up(lambda n: f"{name(n)} {name(n + 9)} said that {n} were killed. ", size),
    "one speaker": lambda size: count_up(lambda n: f"The mayor said that {n} were killed. ", size),
    "attributed quotations": lambda size: count_up(lambda n: f'"We saw {n}," said {name(n)}. ', size),
    "according to": lambda size: count_up(lambda n: f"according to {name(n)}, according to the port, ", size),
    "citing": lambda size: count_up(lambda n: f"{name(n)} said, citing {name(n + 5)}, ", size),
    "names": lambda size: count_up(lambda n: f"{name(n)} {name(n + 9)} came. ", size),
    "one surname": lambda size: count_up(lambda n: f"{name(n)} Holm came. ", size),
    "acronyms": lambda size: count_up(lambda n: f"the {name(n)} {name(n + 1)} Union ({name(n)[0]}{name(n + 1)[0]}U), ", size),
    "ages": lambda size: count_up(lambda n: f"{name(n)} Holm, {n % 90 + 5}, was killed. ", size),
    "one person's ages": lambda size: count_up(lambda n: f"Orla Holm, {n % 90 + 5}, was killed. ", size),
    "pronouns": lambda size: repeat("He said she said they said it. ", size),
    "denials": lambda size: repeat("The ministry denied the claim. The firm rejected the plan. ", size),
    "propositions": lambda size: count_up(lambda n: f"{name(n)} {VERBS[n % 10]} the {noun(n)}. ", size),
    "one proposition": lambda size: repeat("The firm did not inform the regulator. The firm informed the regulator. ", size),
    "scores": lambda size: count_up(lambda n: f"They won {n % 9}-{n % 7}. ", size),
    "retractions": lambda size: repeat("The ministry retracted its claim that nine died. ", size),
    "relative clauses": lambda size: repeat("the man who saw the man who saw ", size),
    "conjunctions": lambda size: count_up(lambda n: f"{noun(n)} and ", size),
    "of of of": lambda size: repeat("of ", size),
    "that that that": lambda size: repeat("that ", size),
    "said said said": lambda size: repeat("said ", size),
    "killed killed killed": lambda size: repeat("killed ", size),
    "ago ago ago": lambda size: repeat("three days ago ", size),
    "million million": lambda size: repeat("million ", size),
    "titles": lambda size: repeat("Prime Minister ", size),
    "prose": lambda size: count_up(
        lambda n: f"The {noun(n)} of {name(n % 50)} carried {n % 400} {noun(n + 2)}s past the {noun(n + 5)} on Tuesday. "
        f"{name(n % 30)} Holm, {n % 70 + 18}, said the {noun(n + 1)} had {VERBS[n % 10]} at least {n % 40} people.\n\n",
        size,
    ),
}


# ---- files of other formats

def html(inside, head=""):
    return f"<!doctype html><html><head><title>Fire</title>{head}</head><body>{inside}<p>A fire killed nine dockers in the port.</p></body></html>"


def xml(inside, attributes=""):
    return (f'<?xml version="1.0"?><rss version="2.0"{attributes}><channel><title>Gull</title><item><title>Fire</title>'
            f"<description>A fire killed nine dockers.</description>{inside}</item></channel></rss>")


def mail(headers, body):
    return f"From: Gull <a@gull.example>\nMessage-ID: <1@gull.example>\nMIME-Version: 1.0\nSubject: Fire\n{headers}\n{body}"


PLAIN = "A fire killed nine dockers in the port.\n"


def parts(size):
    one = "--b\nContent-Type: text/plain\n\nA fire.\n"
    return mail("Content-Type: multipart/mixed; boundary=b\n", repeat(one, size // len(one) * len(one)) + "--b--\n")


def nested_parts(size):
    depth = size // 80
    opened = "".join(f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n" for n in range(depth))
    return mail("Content-Type: multipart/mixed; boundary=b0\n", opened + f"--b{depth}\nContent-Type: text/plain\n\nA fire.\n--b{depth}--\n")


def nested_messages(size):
    one = "Content-Type: message/rfc822\n\n"
    return mail("", PLAIN).replace("\n\n", "\n" + repeat(one, size // len(one) * len(one)) + "Content-Type: text/plain\n\n", 1)


def warc(size, address):
    def record(number):
        page = html(f"<p>A fire killed {number} dockers in the port of Ellan on Monday.</p>")
        http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(page)}\r\n\r\n{page}"
        return (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address(number)}\r\n"
                f"Content-Length: {len(http)}\r\n\r\n{http}\r\n\r\n")
    return count_up(record, size)


def json_lines(size, text):
    return count_up(lambda n: '{"id":"%d","text":"%s"}\n' % (n, text(n)), size)


FILES = {
    "html attributes": ("html", lambda size: html("<p " + count_up(lambda n: f"a{n} ", size) + ">Fire.</p>")),
    "html same attributes": ("html", lambda size: html("<p " + repeat("class=a ", size) + ">Fire.</p>")),
    "html elements": ("html", lambda size: html(repeat("<p>Fire.</p>", size // 12 * 12))),
    "html nested": ("html", lambda size: html(repeat("<div>", size // 5 * 5))),
    "html nested paragraphs": ("html", lambda size: html(repeat("<blockquote><p>Fire. ", size // 21 * 21))),
    "html nested inline": ("html", lambda size: html("<p>" + repeat("<b>a", size // 4 * 4))),
    "html nested links": ("html", lambda size: html(repeat("<a><li>fire", size // 11 * 11))),
    "html list": ("html", lambda size: html("<ul>" + repeat("<li>Fire", size // 8 * 8) + "</ul>")),
    "html unclosed": ("html", lambda size: html(repeat("<", size))),
    "html entities": ("html", lambda size: html("<p>" + repeat("&amp;", size // 5 * 5))),
    "html comments": ("html", lambda size: html(repeat("<!---->", size // 7 * 7))),
    "html scripts": ("html", lambda size: html("", repeat('<script type="application/ld+json">{"@type":"NewsArticle"}</script>', size // 66 * 66))),
    "html metas": ("html", lambda size: html("", count_up(lambda n: f'<meta property="og:a{n}" content="b">', size))),
    "html times": ("html", lambda size: html(count_up(lambda n: f'<time datetime="2016-09-{n % 28 + 1:02}">', size))),
    "xml attributes": ("xml", lambda size: xml("<b" + count_up(lambda n: f' a{n}="b"', size) + "/>")),
    "xml namespaces": ("xml", lambda size: xml("<b" + count_up(lambda n: f' xmlns:a{n}="b{n}"', size) + "/>")),
    "xml prefixed attributes": ("xml", lambda size: xml("<b" + count_up(lambda n: f' xmlns:a{n}="b{n}" a{n}:c="d"', size) + "/>")),
    "xml nested": ("xml", lambda size: xml(repeat("<b>", size // 3 * 3))),
    "xml nested namespaces": ("xml", lambda size: xml(count_up(lambda n: f'<b xmlns:a{n}="b{n}">', size))),
    "xml elements": ("xml", lambda size: xml(repeat("<b/>", size // 4 * 4))),
    "xml items": ("xml", lambda size: xml("</item>" + count_up(lambda n: f"<item><guid>{n}</guid><description>A fire killed {n}.</description></item>", size) + "<item>")),
    "xml same items": ("xml", lambda size: xml("</item>" + repeat("<item><guid>1</guid><description>A fire.</description></item>", size // 62 * 62) + "<item>")),
    "xml entities": ("xml", lambda size: '<!DOCTYPE rss [<!ENTITY a0 "fire">' + count_up(lambda n: f'<!ENTITY a{n + 1} "&a{n};&a{n};">', size) + "]>" + xml("<b>&a9;</b>")),
    "mail groups": ("eml", lambda size: mail("To: " + repeat("a:", size) + "\n", PLAIN)),
    "mail sender groups": ("eml", lambda size: mail("", PLAIN).replace("From: Gull <a@gull.example>", "From: " + repeat("a:", size))),
    "mail comments": ("eml", lambda size: mail("To: " + repeat("(", size) + "\n", PLAIN)),
    "mail addresses": ("eml", lambda size: mail("To: " + count_up(lambda n: f"a{n}@b.example, ", size) + "\n", PLAIN)),
    "mail routes": ("eml", lambda size: mail("To: <" + repeat("@a,", size) + ":b@c>\n", PLAIN)),
    "mail headers": ("eml", lambda size: mail(count_up(lambda n: f"X-A{n}: b\n", size), PLAIN)),
    "mail folded header": ("eml", lambda size: mail("X-A: b\n" + repeat(" c\n", size // 3 * 3), PLAIN)),
    "mail encoded words": ("eml", lambda size: mail("X-Subject: a\n", PLAIN).replace("Subject: Fire", "Subject: " + repeat("=?utf-8?q?a?= ", size))),
    "mail parameters": ("eml", lambda size: mail("Content-Type: text/plain" + count_up(lambda n: f"; a{n}=b", size) + "\n", PLAIN)),
    "mail continued parameter": ("eml", lambda size: mail("Content-Type: text/plain" + count_up(lambda n: f"; a*{n}=b", size) + "\n", PLAIN)),
    "mail references": ("eml", lambda size: mail("References: " + count_up(lambda n: f"<{n}@b> ", size) + "\n", PLAIN)),
    "mail parts": ("eml", parts),
    "mail nested parts": ("eml", nested_parts),
    "mail nested messages": ("eml", nested_messages),
    "json nested": ("json", lambda size: '{"text":"A fire killed nine.","a":' + repeat("[", size // 2) + repeat("]", size // 2) + "}"),
    "json keys": ("json", lambda size: '{"text":"A fire killed nine."' + count_up(lambda n: f',"a{n}":1', size) + "}"),
    "json lines": ("jsonl", lambda size: json_lines(size, lambda n: f"A fire killed {n} dockers in Port Ellan on Monday.")),
    "json lines, one story": ("jsonl", lambda size: count_up(lambda n: '{"id":"%d","published":"2016-09-08","story":"a","text":"A fire killed %d dockers in Port Ellan on Monday."}\n' % (n, n), size)),
    "json lines, one text": ("jsonl", lambda size: count_up(lambda n: '{"id":"%d","published":"2016-09-08","text":"A fire killed nine dockers in Port Ellan on Monday, the port authority said."}\n' % n, size)),
    "json lines, one id": ("jsonl", lambda size: repeat('{"id":"a","text":"A fire."}\n', size // 28 * 28)),
    "json lines, broken": ("jsonl", lambda size: '{"id":"a","text":"A fire."}\n' + count_up(lambda n: "{%d\n" % n, size)),
    "json lines, gzip": ("gz", lambda size: gzip.compress(json_lines(size * 4, lambda n: f"A fire killed {n} dockers.").encode(), mtime=0)),
    "csv columns": ("csv", lambda size: "text" + count_up(lambda n: f",a{n}", size // 2) + "\nA fire." + repeat(",b", size // 2) + "\n"),
    "csv quotes": ("csv", lambda size: "id,text\n1,\"" + repeat('""', size) + "\"\n"),
    "csv rows": ("csv", lambda size: "id,text\n" + count_up(lambda n: f"{n},A fire killed {n}.\n", size)),
    "markdown marks": ("md", lambda size: "# Fire\n\n" + repeat("*", size)),
    "markdown brackets": ("md", lambda size: "# Fire\n\n" + repeat("[", size)),
    "markdown links": ("md", lambda size: "# Fire\n\n" + repeat("[a](b) ", size)),
    "markdown backticks": ("md", lambda size: "# Fire\n\n" + count_up(lambda n: "`" * (n % 300 + 1) + "a", size)),
    "markdown quotes": ("md", lambda size: "# Fire\n\n" + repeat("> ", size) + "Fire."),
    "markdown html": ("md", lambda size: "# Fire\n\n" + repeat("<a ", size)),
    "front matter": ("txt", lambda size: "---\n" + count_up(lambda n: f"a{n}: b\n", size) + "---\nA fire killed nine.\n"),
    "warc": ("warc", lambda size: warc(size, lambda n: f"http://gull.example/{n}")),
    "warc, one address": ("warc", lambda size: warc(size, lambda n: "http://gull.example/fire-in-the-port")),
    "warc, pairs of addresses": ("warc", lambda size: warc(size, lambda n: f"http://gull.example/{name(n // 2)}")),
}


class Run:
    def __init__(self, tool, command, file, limit):
        out = file + ".out"
        with open(out, "wb") as result:
            child = subprocess.Popen([tool, *command, file], stdout=result, stderr=subprocess.PIPE, preexec_fn=lambda: bound(limit))
            self.told = len(child.stderr.read())
            child.stderr.close()
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = status
        self.seconds = usage.ru_utime + usage.ru_stime  # whatever else the machine does
        self.memory = usage.ru_maxrss * 1024
        self.written = os.path.getsize(out)
        self.killed = os.WIFSIGNALED(status)
        self.signal = os.WTERMSIG(status) if self.killed else 0
        os.unlink(out)


def bound(seconds):
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
    resource.setrlimit(resource.RLIMIT_FSIZE, (2 << 30, 2 << 30))


def generate(kind, size):
    if kind in TEXTS:
        return "txt", TEXTS[kind](size).encode()[:size].decode("utf-8", "ignore").encode()
    ending, make = FILES[kind]
    made = make(size)
    return ending, made if isinstance(made, bytes) else made.encode()


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("kinds", nargs="*")
    arguments.add_argument("--tool", default="build/corroborate")
    arguments.add_argument("--sizes", default="60,240,960")
    arguments.add_argument("--limit", type=int, default=40)
    arguments.add_argument("--command", choices=["report", "extract"], default="report")
    arguments.add_argument("--list", action="store_true", help="print the kinds and stop")
    arguments.add_argument("--write", metavar="FOLDER", help="write the input of the first size there and stop")
    chosen = arguments.parse_args()
    kinds = [kind for kind in [*TEXTS, *FILES] if not chosen.kinds or any(word in kind for word in chosen.kinds)]
    if chosen.list:
        print("\n".join(kinds))
        return 0
    sizes = [int(size) * 1000 for size in chosen.sizes.split(",")]
    if chosen.write:
        for kind in kinds:
            ending, made = generate(kind, sizes[0])
            with open(os.path.join(chosen.write, kind.replace(" ", "-") + "." + ending), "wb") as file:
                file.write(made)
        return 0
    command = {"report": ["report", "--format", "json", "-j", "1"], "extract": ["extract", "-j", "1"]}[chosen.command]
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        empty = os.path.join(folder, "a.txt")
        with open(empty, "w") as file:
            file.write("A fire.\n")
        start = Run(chosen.tool, command, empty, chosen.limit)
        print(f"{'kind':30}" + "".join(f"{size // 1000:>7}KB" for size in sizes) + f"{'x4':>7}{'memory':>9}{'ratio':>7}{'report':>10}{'told':>9}")
        for kind in kinds:
            runs = []
            for size in sizes:
                ending, made = generate(kind, size)
                path = os.path.join(folder, "a." + ending)
                with open(path, "wb") as file:
                    file.write(made)
                runs.append((len(made), Run(chosen.tool, command, path, chosen.limit)))
                os.unlink(path)
                if runs[-1][1].killed:
                    break
            cells = [f"{'sig%d' % run.signal if run.killed else '%.2f' % run.seconds:>9}" for _, run in runs] + ["        -"] * (len(sizes) - len(runs))
            (before, earlier), (size, last) = runs[-2] if len(runs) > 1 else (1, start), runs[-1]
            spent, grown = earlier.seconds - start.seconds, last.seconds - start.seconds
            growth = grown / max(spent, 1e-9) * 4 / (size / before) if last.seconds > LEAST_SECONDS and spent > 0 else 0
            ratio = max(0, last.memory - earlier.memory) / max(1, size - before)
            bad = last.killed or growth > MOST_GROWTH or ratio > MOST_MEMORY
            faults += bad
            print(f"{kind:30}{''.join(cells)}{growth:7.1f}{last.memory / 1e6:7.0f}MB{ratio:7.1f}{last.written / 1e6:8.2f}MB{last.told / 1e3:7.1f}KB{'  !' if bad else ''}", flush=True)
    print(f"{faults} of {len(kinds)} kinds past what is allowed" if faults else f"{len(kinds)} kinds, all linear")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
