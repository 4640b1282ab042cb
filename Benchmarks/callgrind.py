"""Instructions of the built tool, counted by valgrind: the same each time, whatever else the machine does."""
import os, pathlib, re, shutil, subprocess, tempfile


class Tool:
    """A copy of the tool without what debuggers need, which valgrind cannot read; it is there as long as the block runs."""

    def __init__(self, path):
        self.folder = tempfile.TemporaryDirectory()
        self.path = self.folder.name + "/kenali"
        shutil.copy(path, self.path)
        subprocess.run(["strip", "-g", self.path], check=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.folder.cleanup()

    def file(self, name, text):
        """A file with a text, for the tool to read."""
        path = pathlib.Path(self.folder.name) / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def instructions(self, *arguments):
        """How many one worker takes."""
        command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", self.path, "-j", "1", *arguments]
        log = subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                             env=dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1")).stderr
        return int(re.search(r"Collected : (\d+)", log)[1])
