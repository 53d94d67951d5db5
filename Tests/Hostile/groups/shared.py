"""The cases of the generator that lies beside the project, where it does."""

import json
import pathlib
import subprocess
import sys

from judging.case import EXTRACT, FINDINGS, REFUSE, Case, Published

GENERATOR = pathlib.Path(__file__).resolve().parents[4] / "shared/tools/hostile_archives.py"
# What the manifest calls the outcomes, in our words.
OUTCOMES = {
    "extract": EXTRACT, "sanitise": EXTRACT, "refuse": REFUSE, "refuse_clean": REFUSE, "partial_kept": REFUSE,
    "extract_verify_fails": FINDINGS,
}  # fmt: skip
# A file that exists, with bytes that do not matter.
ANY = Published(-1, "")


def cases(scratch, absolute):
    """The cases, or none when there is no generator."""
    if not GENERATOR.exists():
        return []
    words = [sys.executable, str(GENERATOR), str(scratch), "--abs-root", str(absolute)]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    manifest = json.loads((scratch / "manifest.json").read_text())
    return [case(scratch, described) for described in manifest["cases"]]


def case(scratch, told):
    checked = told["expect"] == "extract_verify_fails"
    outcomes = {OUTCOMES[name] for name in (told["expect"], *told["also_acceptable"])}
    if checked:
        # A pickle may be refused as soon as it is seen.
        outcomes.add(REFUSE)
    files = {entry["path"]: published(entry) for entry in told["must_exist"]}
    return Case(
        "shared", told["name"], told["why"], (scratch / told["file"]).read_bytes, tuple(sorted(outcomes)),
        files=files or None, absent=tuple(told["must_not_exist"]), checked=checked,
        links=tuple((step["path"], step["target"]) for step in told["prepare"]),
        is_whole=False,
    )  # fmt: skip


def published(entry):
    return Published(entry["size"], entry["sha256"]) if "sha256" in entry else ANY
