"""Fits the estimator's weights to the real tokenizers, or reports its errors on texts it was not fitted to.

usage: fit.py VOCABULARIES RECORDS FEATURES_TOOL [SOURCES]

VOCABULARIES holds tokenizer.model (Llama 3), qwen.tiktoken and tokenizer.model.v1 (Mistral), RECORDS what
fittedtexts.py wrote, FEATURES_TOOL is the built `features` executable. With SOURCES, the module's folder, new weights
and bounds are written there; without, the estimator as built is compared with the tokenizers.
"""
import base64, glob, hashlib, os, struct, subprocess, sys

import numpy as np
import scipy.sparse as sparse
import sentencepiece, tiktoken
from tokenizers import normalizers

vocabularies, folder, tool = sys.argv[1:4]
sources = sys.argv[4] if len(sys.argv) > 4 else None
FAMILIES = ("llama-3", "qwen-2", "mistral")
HASHES = {
    "tokenizer.model": "82e9d31979e92ab929cd544440f129d9ecd797b69e327f80f17e1c50d5551b55",
    "qwen.tiktoken": "b2b1b8dfb5cc5f024bafc373121c6aba3f66f9a5a0269e243470a1de16a33186",
    "tokenizer.model.v1": "dadfd56d766715c61d2ef780a525ab43b8e6da4de6865bda3d95fdef5e134055",
}
RIDGE_STATES, RIDGE_STEPS, RIDGE_PAIRS = 0.05, 0.2, 4
# Texts closest to what models are fine-tuned on.
HEAVIER = {"kto-en": 3, "dpo-en": 3, "kto-en-json": 2, "python-json": 2, "news": 2, "enwiki": 2, "hpo": 2}
PATTERN = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*"
           r"|\s*[\r\n]+|\s+(?!\S)|\s+")


def counters():
    """For each family, a function from a list of texts to their numbers of tokens."""
    for name, expected in HASHES.items():
        if hashlib.sha256(open(f"{vocabularies}/{name}", "rb").read()).hexdigest() != expected:
            sys.exit(f"{name} is not the expected vocabulary")

    def ranks(name):
        lines = (line.split() for line in open(f"{vocabularies}/{name}", "rb") if line.strip())
        return {base64.b64decode(token): int(rank) for token, rank in lines}

    llama = tiktoken.Encoding("llama-3", pat_str=PATTERN, mergeable_ranks=ranks("tokenizer.model"), special_tokens={})
    qwen = tiktoken.Encoding("qwen-2", pat_str=PATTERN.replace("{1,3}", ""), mergeable_ranks=ranks("qwen.tiktoken"),
                             special_tokens={})
    mistral = sentencepiece.SentencePieceProcessor(model_file=f"{vocabularies}/tokenizer.model.v1")
    nfc = normalizers.NFC()
    return {
        "llama-3": lambda texts: [len(llama.encode_ordinary(t)) for t in texts],
        "qwen-2": lambda texts: [len(qwen.encode_ordinary(nfc.normalize_str(t))) for t in texts],
        "mistral": lambda texts: [len(t) for t in mistral.encode(texts)],
    }


def records(path):
    raw, start = open(path, "rb").read(), 0
    while start < len(raw):
        (length,) = struct.unpack_from("<I", raw, start)
        yield raw[start + 4:start + 4 + length].decode()
        start += 4 + length


names = subprocess.run([tool, "names"], capture_output=True, text=True, check=True).stdout.split("\n")
STATES, STEPS, PAIRS = map(int, names[0].split())
names, WIDTH = names[1:], STATES + STEPS + PAIRS


def features(path):
    raw = np.frombuffer(subprocess.run([tool, path], capture_output=True, check=True).stdout, dtype=np.uint32)
    starts, columns, values, at = [0], [], [], 0
    while at < len(raw):
        count = int(raw[at])
        columns.append(raw[at + 1:at + 1 + 2 * count:2])
        values.append(raw[at + 2:at + 2 + 2 * count:2])
        starts.append(starts[-1] + count)
        at += 1 + 2 * count
    return sparse.csr_matrix((np.concatenate(values).astype(np.float32), np.concatenate(columns).astype(np.int32),
                              starts), shape=(len(starts) - 1, WIDTH))


class Domain:
    """One kind of text: its features and, by family, the true token counts of its records."""

    def __init__(self, path, count):
        self.role, self.name = os.path.basename(path).split(".")[:2]
        self.x = features(path)
        texts = list(records(path))
        self.bytes = np.array([len(t.encode()) for t in texts])
        self.characters = np.array([len(t) for t in texts])
        self.other = sum(sum(1 for b in t.encode() if b >= 0x80) for t in texts) / self.bytes.sum()
        kept = path + ".counts.npz"
        if os.path.exists(kept) and os.path.getmtime(kept) > os.path.getmtime(path):
            self.y = dict(np.load(kept))
        else:
            self.y = {family: np.array(f(texts), dtype=np.float64) for family, f in count.items()}
            np.savez(kept, **self.y)


def solve(domains, family, prior, ridge):
    """Weighted ridge regression by conjugate gradients: small errors per token, every domain equally heavy."""
    rows, targets, weights = [], [], []
    for domain in domains:
        y = domain.y[family]
        weight = 1 / np.maximum(y, 20)
        share = (weight * y).sum()
        heaviness = min(1.0, domain.bytes.sum() / 300_000) * HEAVIER.get(domain.name, 1)
        rows.append(domain.x)
        targets.append(y - domain.x @ prior)
        weights.append(weight / share * 1000 * heaviness)
    x, residual, weight = sparse.vstack(rows).tocsr(), np.concatenate(targets), np.concatenate(weights)
    xt = x.T.tocsr()
    diagonal = np.asarray(x.multiply(x).T @ weight).ravel() + ridge
    w, r = np.zeros(WIDTH), xt @ (weight * residual)
    z = r / diagonal
    p, rz = z.copy(), r @ z
    for _ in range(400):
        ap = xt @ (weight * (x @ p)) + ridge * p
        step = rz / (p @ ap)
        w += step * p
        r -= step * ap
        z = r / diagonal
        rz, before = r @ z, rz
        if rz < 1e-9:
            break
        p = z + rz / before * p
    return prior + w


def prior():
    """A first guess: letters by run, one token for each sign and each group of digits."""
    per_byte = {"greek": .5, "cyrillic": .45, "hebrew": .7, "arabic": .6, "indic": .9, "southeastAsian": .8, "kana": .8,
                "han": .9, "hangul": .9, "rare": 2, "emoji": 2.5, "signs": 1, "punctuation": .6,
                "spacedPunctuation": .6, "digits": .6, "lineEnds": .4, "tabs": .4, "controls": 1, "spaces": .05}
    w = np.zeros(WIDTH)
    for state in range(STATES):
        run, position = names[state].split()
        w[state] = per_byte.get(run, 0)
        if run.lower().endswith(("lower", "capital", "upper")):
            w[state] = 1 if position == "0" else 0.12
    return w


def quantised(w):
    """In 1/1024 token, pairs to the nearest 1/128."""
    w = np.rint(w * 1024)
    w[STATES + STEPS:] = np.rint(w[STATES + STEPS:] / 8) * 8
    return np.clip(w, -32000, 32000).astype(np.int64)


def written(family, w, error):
    """The Swift file of a family's weights."""
    case = {"llama-3": "llama3", "qwen-2": "qwen2", "mistral": "mistral"}[family]

    def lines(numbers):
        line, text = " " * 12, []
        for number in numbers:
            if len(line) + len(f"{number} ") > 108:
                text.append(line.rstrip())
                line = " " * 12
            line += f"{number} "
        return "\n".join([*text, line.rstrip()])

    stretches = []
    pairs = w[STATES + STEPS:].reshape(256, 256) // 8
    for before in range(256):
        seen = list(np.nonzero(pairs[before])[0])
        while seen:
            first = last = seen.pop(0)
            while seen and seen[0] - last <= 4:
                last = seen.pop(0)
            stretches += [before, first, last - first + 1, *pairs[before][first:last + 1]]
    return f"""// Generated by Tests/Calibration/fit.py. Do not edit: run Tests/Calibration/run.

extension EstimatorWeights {{
    /// Fitted to the tokenizer of {family}.
    static let {case} = EstimatorWeights(
        errorPermille: (ascii: {error[0]}, other: {error[1]}),
        states: \"""
{lines(w[:STATES])}
            \""",
        steps: \"""
{lines(w[STATES:STATES + STEPS])}
            \""",
        pairs: \"""
{lines(stretches)}
            \""")
}}
"""


def errors(domain, family, estimates):
    """The error of the domain's total, and the 95th percentile of the records' errors, in thousandths."""
    y = domain.y[family]
    long = domain.bytes >= 100
    each = np.percentile(np.abs(estimates / y - 1)[long], 95) if long.any() else 0
    return (estimates.sum() / y.sum() - 1) * 1000, each * 1000


def bounds(held, family, w):
    """What covers every held-out total, for ASCII alone and for no ASCII at all: with a tenth to spare, growing to
    a half where no byte is ASCII, because languages the fit never saw are further off."""
    found = [(d.other, abs(errors(d, family, estimated(d, w))[0]) * (1.1 + 0.4 * d.other)) for d in held]
    ascii = max(e for other, e in found if other < 0.05)
    line = max([ascii] + [ascii + (e - ascii) / other for other, e in found if other >= 0.05])
    return [int(np.ceil(e / 5) * 5) for e in (ascii, line)]


def estimated(domain, w):
    return np.maximum(1, np.floor(domain.x @ w / 1024 + 0.5))


def fit_weights(domains):
    fit, held = [d for d in domains if d.role == "fit"], [d for d in domains if d.role == "held"]
    # Rare features cannot be told from noise: all shrink to the prior, the rarest stay there.
    occurrences = sum(np.asarray((d.x > 0).sum(axis=0)).ravel() for d in fit)
    ridge = np.full(WIDTH, RIDGE_STATES)
    ridge[STATES:STATES + STEPS] = RIDGE_STEPS
    ridge[STATES + STEPS:] = RIDGE_PAIRS
    ridge[(occurrences < 12) & (np.arange(WIDTH) >= STATES)] = 1e9
    for family in FAMILIES:
        w = quantised(solve(fit, family, prior(), ridge))
        name = {"llama-3": "Llama3", "qwen-2": "Qwen2", "mistral": "Mistral"}[family]
        with open(f"{sources}/EstimatorWeights+{name}.swift", "w") as file:
            file.write(written(family, w, bounds(held, family, w)))
        print(f"{family}: fitted to {len(fit)} domains")


def report(domains):
    held = sorted((d for d in domains if d.role == "held"), key=lambda d: (d.other >= 0.05, d.name))
    rows = {d.name: [] for d in held}
    quarters = {d.name: [] for d in held}
    for family in FAMILIES:
        totals, each, outside = {True: [], False: []}, {True: [], False: []}, 0
        for domain in held:
            lines = subprocess.run([tool, "estimate", family, f"{folder}/held.{domain.name}.records"],
                                   capture_output=True, text=True, check=True).stdout.split()
            total, most = errors(domain, family, np.array([int(n) for n in lines[1:]], dtype=np.float64))
            totals[domain.other < 0.05].append(abs(total))
            each[domain.other < 0.05].append(most)
            outside += abs(total) > int(lines[0])
            rows[domain.name].append(f"{total / 10:+.1f}")
            quarters[domain.name].append(f"{(domain.characters.sum() / 4 / domain.y[family].sum() - 1) * 100:+.0f}")
        for mostly in (True, False):
            print(f"{family}, {'mostly ASCII' if mostly else 'other'}: mean error of a total "
                  f"{np.mean(totals[mostly]) / 10:.2f} %, largest {np.max(totals[mostly]) / 10:.1f} %, "
                  f"mean p95 of a record {np.mean(each[mostly]) / 10:.1f} %, {len(totals[mostly])} domains")
        print(f"{family}: {outside} totals outside their bound")
    print("\n| domain | bytes | outside ASCII | Llama 3 | Qwen 2 | Mistral | characters / 4 |\n|---|---:|---:|---:|---:|---:|---:|")
    for d in held:
        print(f"| {d.name} | {d.bytes.sum():,} | {d.other:.0%} | {' | '.join(rows[d.name])} | {' '.join(quarters[d.name])} |")


def main():
    count = counters()
    domains = [Domain(path, count) for path in sorted(glob.glob(f"{folder}/*.records"))]
    fit_weights(domains) if sources else report(domains)


main()
