"""One archive, and what has to become of it."""

import dataclasses

EXTRACT, REFUSE, FINDINGS = "extract", "refuse", "findings"


@dataclasses.dataclass(frozen=True)
class Published:
    """A file by its size and SHA-256, where its bytes are not at hand."""

    size: int
    sha256: str


@dataclasses.dataclass
class Case:
    group: str
    name: str
    why: str
    # The archive: bytes, or pieces of them, or what gives either when called.
    archive: object
    # Each outcome that is right: `extract` (0, all of it there), `refuse` (2, nothing there), `findings` (1, nothing).
    expect: tuple
    # Every file that is published, as bytes or Published, and nothing else; None: whatever a reader sees.
    files: dict | None = None
    # Folders besides those that the files imply.
    folders: tuple = ()
    # Paths that must not exist: relative to the target, or absolute.
    absent: tuple = ()
    # Options of the command.
    flags: tuple = ()
    # Whether the model check takes part.
    checked: bool = False
    # What stands in the target before: (path, where its symbolic link leads).
    links: tuple = ()
    # Words of which one has to stand in the error; None: what is said is not judged.
    says: tuple | None = ()
    # The most seconds of processor time.
    seconds: float = 20
    # Whether `files` are all there are.
    is_whole: bool = True
    # One of many alike: run once only, as an ordinary user, and counted rather than listed.
    is_one_of_many: bool = False

    def pieces(self):
        archive = self.archive() if callable(self.archive) else self.archive
        return [archive] if isinstance(archive, bytes) else archive


class Cases:
    """Collects the cases of one group."""

    def __init__(self, group):
        self.group = group
        self.all = []

    def extract(self, name, why, archive, files, **more):
        self._add(name, why, archive, (EXTRACT,), files=files, **more)

    def refuse(self, name, why, archive, **more):
        self._add(name, why, archive, (REFUSE,), **more)

    def either(self, name, why, archive, files, **more):
        """What a careful reader may take or leave: but when it takes it, then these files."""
        self._add(name, why, archive, (EXTRACT, REFUSE), files=files, **more)

    def findings(self, name, why, archive, **more):
        """What unpacks well, but holds a model that the check finds wrong."""
        self._add(name, why, archive, (FINDINGS,), checked=True, **more)

    def _add(self, name, why, archive, expect, **more):
        if any(case.name == name for case in self.all):
            raise ValueError(f"{self.group}: two cases are called {name}")
        self.all.append(Case(self.group, name, why, archive, expect, **more))
