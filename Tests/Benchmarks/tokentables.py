"""The tables of counting tokens."""

import hashlib
import pathlib
import statistics

from tables import shown, table


def data(texts):
    rows = []
    for text in texts:
        digest = hashlib.sha256(pathlib.Path(text.path).read_bytes()).hexdigest()
        rows.append([text.name, f"{text.size:,}", f"{text.records:,}", digest[:16]])
    return table(("corpus", "bytes of text", "records", "SHA-256, its first 16 digits "), rows)


def difference(cell, truth):
    """In how many records a program counts otherwise, and how many tokens too many; or what is wrong."""
    if cell.fault or truth.fault:
        return cell.fault or "not compared"
    if len(cell.counts) != len(truth.counts):
        return f"counted {len(cell.counts):,} records"
    records = sum(mine != right for mine, right in zip(cell.counts, truth.counts))
    return f"{records:,} records, {sum(cell.counts) - sum(truth.counts):+,} tokens" if records else None


def agreement(found, texts):
    """Says whose counts are not those of the first program, which all are compared with."""
    truth, *others = found
    totals = (f"{text.name} {sum(found[truth][text.name].counts or ()):,}" for text in texts)
    lines = [f"Tokens, as {truth.name} counts them: {', '.join(totals)}."]
    equal = []
    for counter in others:
        wrong = {text.name: differs(found, counter, text) for text in texts}
        wrong = [f"{name}: {what}" for name, what in wrong.items() if what]
        if wrong:
            lines.append(f"{counter.name} differs: {'; '.join(wrong)}.")
        else:
            equal.append(counter.name)
    return "\n".join([*lines, f"Equal in every record: {', '.join(equal) or 'none'}."])


def differs(found, counter, text):
    return difference(found[counter][text.name], found[next(iter(found))][text.name])


def speeds(found, texts):
    """MB/s of the first pass and of later ones, the fastest first; what differs anywhere comes last."""
    rows = []
    for counter, row in found.items():
        cells = [row[text.name] for text in texts]
        right = [cell for cell in cells if not cell.fault]
        wrong = any(differs(found, counter, text) for text in texts)
        setup = statistics.median(cell.setup for cell in right) if right else None
        line = [f"{counter.name} (differs)" if wrong else counter.name, shown(setup), *map(both, cells, texts)]
        rows.append((wrong, sum(cell.cold for cell in cells), line))
    names = ("program", "set-up s", *(f"{text.name}, cold / warm" for text in texts))
    return table(names, [line for *_, line in sorted(rows, key=lambda row: row[:2])])


def both(cell, text):
    return "–" if cell.fault else f"{text.size / 1e6 / cell.cold:,.1f} / {text.size / 1e6 / cell.warm:,.1f}"
