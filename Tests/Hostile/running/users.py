"""Whom programs run as: root and an ordinary user when there is the choice, else oneself."""

import dataclasses
import os
import pwd


@dataclasses.dataclass(frozen=True)
class User:
    name: str
    uid: int
    gid: int

    @property
    def is_root(self):
        return self.uid == 0

    @property
    def switch(self):
        """What `subprocess` needs to become this user."""
        if os.geteuid() == self.uid:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, path):
        """Hands over a file or folder, not what a link leads to."""
        if os.geteuid() == 0:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)


def everyone():
    """The ordinary user first."""
    if os.geteuid() != 0:
        return [User(pwd.getpwuid(os.geteuid()).pw_name, os.geteuid(), os.getegid())]
    nobody = pwd.getpwnam("nobody")
    return [User("nobody", nobody.pw_uid, nobody.pw_gid), User("root", 0, 0)]
