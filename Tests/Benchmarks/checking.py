"""Compares what a program found with what the generator wrote."""

import json

KEYS = ("records", "bytes", "longest")


def fault(run, facts):
    """What is wrong with a run, None when it found what is there."""
    if run.status != 0:
        return f"fails: {run.complaint[:120]}"
    try:
        found = json.loads(run.output)
    except ValueError:
        return "prints no JSON"
    differing = [f"{key} {found.get(key):,}, not {facts[key]:,}" for key in KEYS if found.get(key) != facts[key]]
    if found.get("unreadable"):
        differing.append(f"unreadable {found['unreadable']:,}")
    return "differs: " + "; ".join(differing) if differing else None
