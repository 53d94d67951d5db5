"""The text of an HTML or Mallard page."""

import html.parser
import re

BLOCKS = {"p", "div", "li", "tr", "h1", "h2", "h3", "dt", "dd", "pre", "title", "item"}
HIDDEN = {"script", "style", "head"}


class Text(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.parts, self.hidden = [], 0

    def handle_starttag(self, tag, _):
        self.hidden += tag in HIDDEN
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag):
        self.hidden -= tag in HIDDEN and self.hidden > 0

    def handle_data(self, text):
        if not self.hidden:
            self.parts.append(text)


def text(page):
    parser = Text()
    parser.feed(page)
    return re.sub(r"[ \t]*\n\s*\n+", "\n\n", "".join(parser.parts)).strip()
