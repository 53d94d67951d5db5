"""What takes more than one archive and one run: interruptions, full disks, two at once, flipped bits, the options."""

from trials import commands, disks, flips, interruptions, rivals

# What is tried as every user, and what once is enough for.
EACH = (commands, disks)
ONCE = (flips, rivals, interruptions)


def run(chosen, place, program, tally, is_first):
    for trial in EACH + (ONCE if is_first else ()):
        group = trial.__name__.rpartition(".")[2]
        if chosen.only and group not in chosen.only:
            continue
        for title, faults in trial.trials(chosen, place, program, tally):
            tally.count(group, f"{title}, as {place.user.name}", faults)
            place.clear()
