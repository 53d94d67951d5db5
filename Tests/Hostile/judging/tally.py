"""Counts what held, by group, and prints what did not."""

import collections


class Tally:
    def __init__(self, shown):
        self.held, self.all = collections.Counter(), collections.Counter()
        self.skipped = []
        self.shown = shown

    def count(self, group, title, faults, why=""):
        """One case: it holds when there are no faults."""
        self.all[group] += 1
        self.held[group] += not faults
        missed = self.all[group] - self.held[group]
        if faults and missed <= self.shown:
            print(f"{group}: {title}{f' ({why})' if why else ''}")
            for fault in faults[:5]:
                print(f"    {fault}")
            if len(faults) > 5:
                print(f"    and {len(faults) - 5} more")
        elif faults and missed == self.shown + 1:
            print(f"{group}: more, not shown (`--show N`)")

    def skip(self, what):
        self.skipped.append(what)
        print(f"skipped: {what}")

    @property
    def holds(self):
        return self.held == self.all and self.all

    def line(self, name):
        """All of it in one line."""
        groups = ", ".join(f"{group} {self.held[group]}/{number}" for group, number in self.all.items())
        skipped = f"; skipped: {'; '.join(self.skipped)}" if self.skipped else ""
        held, number = sum(self.held.values()), sum(self.all.values())
        return f"hostile: {name} held {held:,} of {number:,} cases ({groups}){skipped}"
