"""The place a program unpacks in, with things around it that must not change."""

import hashlib
import itertools
import os
import pathlib
import shutil
import stat


def described(path, about):
    """What must not change of a file or folder."""
    what = [oct(about.st_mode), about.st_uid, about.st_gid]
    if stat.S_ISREG(about.st_mode):
        what += [about.st_nlink, about.st_mtime_ns, digest(path)]
    elif stat.S_ISLNK(about.st_mode):
        what.append(os.readlink(path))
    return what


def digest(path):
    sum256 = hashlib.sha256()
    with open(path, "rb") as file:
        while piece := file.read(1 << 20):
            sum256.update(piece)
    return sum256.hexdigest()


def snapshot(root, leaving_out=(), changing=()):
    """Everything under a folder by path; of the folders in `changing` the time may change."""
    found, open_folders = {}, [str(root)]
    while open_folders:
        folder = open_folders.pop()
        about = os.lstat(folder)
        found[folder] = described(folder, about) + ([] if folder in changing else [about.st_mtime_ns])
        for entry in os.scandir(folder):
            if entry.path in leaving_out:
                continue
            if entry.is_dir(follow_symlinks=False):
                open_folders.append(entry.path)
            else:
                found[entry.path] = described(entry.path, entry.stat(follow_symlinks=False))
    return found


class Jail:
    """Folders of one user: `target` is where to unpack, and only it may appear."""

    def __init__(self, root, absolute, user, target=None):
        self.root, self.absolute, self.user = pathlib.Path(root), pathlib.Path(absolute), user
        self.here, self.home, self.temporary = (self.root / name for name in ("here", "home", "tmp"))
        self.work = self.root / "work"
        self.archives = self.root.parent / f"{self.root.name}-archives"
        self.target = target or self.work / "target"
        self.said = self.root.parent / f"{self.root.name}-said"
        self.numbers = itertools.count()
        for folder in (self.archives, self.said):
            folder.mkdir()
            user.own(folder)
        self.build()

    def build(self):
        for folder in (self.root, self.absolute):
            remove(folder)
            folder.mkdir()
        for folder in (self.here, self.home, self.temporary, self.work, self.work / "outside"):
            folder.mkdir()
        outside = self.work / "outside"
        for path in (
            outside / "victim.txt",
            self.absolute / "victim.txt",
            self.here / "victim.txt",
            self.work / "beside.txt",
        ):
            path.write_bytes(b"not to be touched\n")
        (outside / "folder").mkdir()
        (outside / "folder/inner.txt").write_bytes(b"not to be touched either\n")
        (outside / "link").symlink_to("victim.txt")
        for top in (self.root, self.absolute):
            for folder, folders, files in os.walk(top):
                for name in (".", *folders, *files):
                    self.user.own(os.path.join(folder, name))
        self.remember()

    def outputs(self):
        """Two files for what a program says."""
        number = next(self.numbers)
        return self.said / f"{number}.out", self.said / f"{number}.err"

    def put(self, pieces, name="model.tar.gz"):
        """Writes an archive for the program to read, and remembers how everything was."""
        path = self.archives / name
        with open(path, "wb") as file:
            for piece in pieces:
                file.write(piece)
        self.user.own(path)
        self.remember()
        return path

    def remember(self):
        self.before = self.seen()

    def seen(self):
        changing = (str(self.work), str(self.temporary))
        inside = snapshot(self.root, (str(self.target),), changing)
        return inside | snapshot(self.absolute) | snapshot(self.archives)

    def changes(self):
        """What is not as it was outside the target, a line for each."""
        before, now = self.before, self.seen()
        lines = [f"{self.short(path)} appeared" for path in now if path not in before]
        lines += [f"{self.short(path)} is gone" for path in before if path not in now]
        lines += [f"{self.short(path)} changed" for path in now if path in before and before[path] != now[path]]
        return lines

    def short(self, path):
        return ascii(str(path).replace(str(self.root), "JAIL").replace(str(self.absolute), "ROOT"))[1:-1]

    def clear(self):
        """Makes room for the next case."""
        remove(self.target)
        if self.changes():
            self.build()


def remove(path):
    """Removes whatever is there, whatever its modes are."""
    if not os.path.lexists(path):
        return
    if os.path.islink(path) or not os.path.isdir(path):
        os.unlink(path)
        return
    shutil.rmtree(path, onerror=unlocked)


def unlocked(function, path, _):
    os.chmod(os.path.dirname(path), 0o700)
    if not os.path.islink(path):
        os.chmod(path, 0o700)
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path)
    else:
        os.unlink(path)
