"""Measures the whole of `tuneprep check`."""

import dataclasses
import json

from measuring import Median, medians, took
from places import DATA
from readers import CHECK


@dataclasses.dataclass(frozen=True)
class CheckRow:
    """One file on one number of cores."""

    file: str
    jobs: int
    command: list
    whole: Median | None
    findings: str


def fault(run, first, facts):
    if run.status != 0:
        return f"fails: {run.complaint[:120]}"
    if run.output != first:
        return "differs: another report than with one job"
    ledger = json.loads(run.output)["ledger"]
    if ledger["records_in"] != facts["records"] or ledger["unreadable"]:
        return f"differs: {ledger['records_in']:,} records, {ledger['unreadable']:,} unreadable, not {facts['records']:,}"
    return None


def findings(report):
    return ", ".join(f"{rule['code']} {rule['count']:,}" for rule in json.loads(report)["rules"]) or "none"


def rows(modes, file, facts, rounds):
    commands = {mode.threads: mode.command(CHECK, f"{DATA}/{file}") for mode in modes}
    runs = {threads: took(command) for threads, command in commands.items()}
    faults = {threads: fault(run, runs[1].output, facts) for threads, run in runs.items()}
    right = {threads: (command, True) for threads, command in commands.items() if not faults[threads]}
    whole = medians(right, rounds)
    return [
        CheckRow(file, threads, command, whole.get(threads), faults[threads] or findings(runs[threads].output))
        for threads, command in commands.items()
    ]
