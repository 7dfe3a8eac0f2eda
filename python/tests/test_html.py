"""What a notebook shows: the page's colours, everything escaped, no script."""

import re
import subprocess
from html.parser import HTMLParser

import whosaid
from whosaid import _html

TEXT = "“Yes,” said Kaja Kallas. She said that it was <b>over</b> & done in \"Tallinn\" by 3 June. <script>alert(1)</script>"


class Elements(HTMLParser):
    def __init__(self):
        super().__init__()
        self.text, self.elements = [], []

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.text.append(data)


def parsed(html):
    elements = Elements()
    elements.feed(html)
    elements.close()
    return elements


def test_the_text_stands_there_escaped(texts):
    for text in [TEXT, *texts]:
        page = parsed(whosaid.annotate(text, stances=True)._repr_html_())
        assert "".join(page.text).startswith(text)
        for tag, attributes in page.elements:
            assert tag in ("div", "span") and set(attributes) <= {"style", "title"}
            assert not any(sign in attributes.get("style", "") for sign in ("url(", "<", "\""))


def test_quotes_names_and_figures_are_marked():
    html = whosaid.annotate(TEXT)._repr_html_()
    assert f'<span style="background:{_html.tint(1)}" title="Kaja Kallas (said' in html
    assert "underline dotted" in html and "underline double" in html and "Kaja Kallas: 2 quotes" in html


def test_the_colours_are_the_pages(root):
    shade = 'import { shade, HUES, PENCIL } from "./www/palette.js";'
    shade += 'for (let i = 0; i <= HUES; i++) console.log(shade("line", i, "light") + "|" + shade("tint", i, "light"));'
    shade += "console.log(PENCIL.light)"
    node = subprocess.run(["node", "--input-type=module", "-e", shade], cwd=root, capture_output=True, text=True, check=True)
    *lines, pencil = node.stdout.splitlines()
    assert [f"{_html.line(i)}|{_html.tint(i)}" for i in range(len(_html.ANGLES))] == lines and pencil == _html.PENCIL
    style = (root / "www/style.css").read_text()
    paper, ink, soft = (re.search(rf"--{name}: light-dark\((#\w+)", style)[1] for name in ("paper", "ink", "ink-soft"))
    assert (paper, ink, soft) == (_html.PAPER, _html.INK, _html.SOFT)
