"""What the checks on released files share: the program on a folder of its own, somebody with a browser, and the loans counted by hand."""

import collections
import contextlib
import csv
import re
import subprocess
import sys
import urllib.parse
import urllib.request

RACES = {
    "Asian": "Asian",
    "Black or African American": "Black or African American",
    "White": "White",
    "Hispanic": "Hispanic or Latino",
    "American Indian or Alaska Native": "American Indian or Alaska Native",
}
SEXES = {"Male Owned": "male", "Female Owned": "female"}


def counted(path):
    """Businesses, awards and cents, in all and by group. Two rows are one business when only case and punctuation differ."""
    with open(path, newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    businesses = collections.defaultdict(list)
    for row in rows:
        name = re.sub(r"[^a-z0-9]", "", row["Recipient"].lower())
        businesses[name, row["City"].lower()].append(row)
    figures = {}
    for by, column, words in (("race_ethnicity", "RaceEthnicity", RACES), ("sex", "Gender", SEXES)):
        groups = collections.defaultdict(lambda: [0, 0, 0])
        answered = 0
        for loans in businesses.values():
            known = {words[loan[column]] for loan in loans if loan[column] in words}
            answered += bool(known)
            for group in known:
                groups[group][0] += 1
                groups[group][1] += len(loans)
                groups[group][2] += sum(cents(loan) for loan in loans)
        figures[by] = {"answered": answered, "groups": groups}
    figures["all"] = [len(businesses), len(rows), sum(cents(row) for row in rows)]
    return figures


def cents(row):
    dollars, _, rest = row["Amount"].partition(".")
    return int(dollars) * 100 + int((rest + "00")[:2])


def program(binary, data):
    """Runs the program on a data folder; gives what it says, and ends where it fails."""

    def run(*arguments):
        done = subprocess.run([binary, *arguments, "--data", str(data)], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"fairfloor {' '.join(arguments)}: {done.stdout}{done.stderr}")
        return done.stdout

    return run


@contextlib.contextmanager
def served(binary, data):
    """The address of the program while it serves a data folder."""
    server = subprocess.Popen([binary, "serve", "--data", str(data), "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
    try:
        yield next(filter(None, (re.search(r"http://127\.0\.0\.1:\d+", line) for line in server.stdout))).group()
    finally:
        server.terminate()
        server.wait()


class Visitor:
    """Somebody with a browser and a jar of cookies."""

    def __init__(self, url):
        self.url = url
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())

    def open(self, path, fields=None):
        data = None if fields is None else urllib.parse.urlencode(fields).encode()
        site = "none" if fields is None else "same-origin"
        request = urllib.request.Request(self.url + path, data, {"Sec-Fetch-Site": site})
        with self.opener.open(request, timeout=60) as answer:
            return answer.read().decode()

    def sign_in(self, link):
        path = urllib.parse.urlparse(link).path
        page = self.open(path)
        self.open(path, re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
