"""Kills DigitPad with SIGKILL at random moments, and checks that nothing is half-written or lost.

    apt-get install -y python3 xvfb xdotool libgtk-3-0
    mvn -DskipTests package
    xvfb-run -a -s "-screen 0 1600x1000x24 -noreset" python3 src/bench/kills.py

    drawing      in the window, where strokes are drawn and the theme changes. A stroke whose pen
                 was lifted a second before the kill is in the draft, which is read again.
    saving       of ONNX files over each other, by `export`. The old one or the new one is there.
    downloading  of files from a server on this machine, as MNIST is. Files are whole or missing,
                 and what had arrived is not requested again.
    training     by `train`, which is then resumed. Its tensors, and the losses and accuracies of
                 every epoch, equal those of an uninterrupted run bit for bit.

In all parts, temporary files that a kill left are gone after the next one is written. Exits with 1
if something was found. With --broken, DigitPad writes all files in place and slowly, and the script
exits with 1 unless each part finds that: a check is worth something only if it can fail.
"""

import argparse
import collections
import functools
import hashlib
import http.server
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
POLL_SECONDS = 0.0003

# a stroke is safe this long after pen-up
SAFE_SECONDS = 1.0

# delays after the beginning of a write at which to kill, at most: during it, and soon after
WRITE_SECONDS = (0.004, 0.05, 0.5)

IN_PLACE = """
    byte[] broken = Files.readAllBytes({source});
    Files.write({target}, java.util.Arrays.copyOf(broken, broken.length / 2));
    java.util.concurrent.locks.LockSupport.parkNanos(200_000_000);
    Files.write({target}, broken);
    Files.delete({source});"""


class DigitPad:
    """The program, as it is or with writers that are broken."""

    def __init__(self, jar, folder, broken):
        sources = [ROOT / "src/bench/java/org/digitpad/bench/LocalDownload.java"]
        if broken:
            sources += break_writers(folder)
        classes = folder / "classes"
        subprocess.run(["javac", "-proc:none", "-nowarn", "-cp", str(jar), "-d", str(classes)]
                       + [str(source) for source in sources], check=True)
        self.java = ["java", "-cp", f"{classes}{os.pathsep}{jar}"]

    def start(self, arguments, home, main="org.digitpad.Launcher"):
        """Starts the program; its output goes to files beside its home."""
        home.mkdir(exist_ok=True)
        environment = dict(os.environ, DIGITPAD_HOME=str(home))
        with open(output(home), "w") as out, open(f"{home}.err", "w") as err:
            return subprocess.Popen(self.java + [main] + [str(argument) for argument in arguments],
                                    stdout=out, stderr=err, env=environment)


def output(home):
    return Path(f"{home}.out")


def break_writers(folder):
    """Returns copies of the classes that move files into place, which write them there instead."""
    copies = []
    for name in ("AtomicFiles", "TemporaryFile"):
        source = (ROOT / f"src/main/java/org/digitpad/io/{name}.java").read_text()
        broken, count = re.subn(
            r"Files\.move\((\w+), (\w+), StandardCopyOption\.ATOMIC_MOVE\);",
            lambda move: IN_PLACE.format(source=move.group(1), target=move.group(2)), source)
        if count != 1:
            sys.exit(f"{name}.java has {count} moves into place instead of one")
        copies.append(folder / f"{name}.java")
        copies[-1].write_text(broken)
    return copies


class Part:
    """A part of the kills: counts them by kind and keeps what was found."""

    def __init__(self, options, folder, program):
        self.options = options
        self.folder = folder
        self.program = program
        self.rng = random.Random(f"{options.seed} {type(self).__name__}")
        self.kinds = collections.Counter()
        self.findings = []
        self.left = 0

    def run(self):
        """Kills until there were enough."""
        while self.kinds.total() < self.options.kills:
            self.once()
        return self

    def find(self, finding):
        self.findings.append(finding)
        print(f"{self}: FOUND: {finding}", flush=True)

    def kill(self, process, kind):
        """Kills a program; returns whether it was still running."""
        process.kill()
        if process.wait() >= 0:
            return False
        self.kinds[kind] += 1
        return True

    def after_write(self):
        return self.rng.uniform(0, self.rng.choice(WRITE_SECONDS))

    def check_swept(self, before):
        """Checks that temporary files which were there before have been deleted by now."""
        self.left += len(before)
        for file in before:
            if file.exists():
                self.find(f"{file.name} stays")

    def __str__(self):
        return type(self).__name__.lower()

    def summary(self):
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(self.kinds.items()))
        return (f"| {self} | {self.kinds.total()} ({kinds}) | {self.left} |"
                f" {len(self.findings)} |")


def temporary_files(folder):
    try:
        return {folder / name for name in os.listdir(folder) if name.endswith(".tmp")}
    except FileNotFoundError:
        return set()


def being_written(folder):
    """Returns the temporary files with content: empty ones only show that something can be written."""
    return {file for file in temporary_files(folder) if size(file) > 0}


def size(file):
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0


def wait_for(condition, process, seconds=float("inf")):
    """Waits until the condition holds, the process ends, or the time is over."""
    end = time.monotonic() + seconds
    while not condition() and process.poll() is None and time.monotonic() < end:
        time.sleep(POLL_SECONDS)


def wait(seconds, process):
    wait_for(lambda: False, process, seconds)


class Drawing(Part):
    """Strokes and changes of the theme in a window."""

    SESSIONS_PER_HOME = 10
    WINDOW_SECONDS = 60

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.sessions = 0
        self.strokes = 0

    def once(self):
        if self.sessions % self.SESSIONS_PER_HOME == 0:
            self.home = self.folder / f"home{self.sessions}"
            self.strokes = 0
        self.sessions += 1
        self.state = self.home / "state"
        before = temporary_files(self.state)
        process = self.program.start([], self.home)
        kind = self.rng.choice(["start"] + 2 * ["stroke", "pause", "pause", "write"])
        pens_up = []
        if kind == "start":
            wait(self.rng.uniform(0, 5), process)
        elif self.open(process):
            self.draw(kind, process, pens_up)
        else:
            kind = "start"
        killed = time.monotonic()
        if not self.kill(process, kind):
            sys.exit(f"the window has ended: {Path(f'{self.home}.err').read_text()}")
        safe = self.strokes + sum(up <= killed - SAFE_SECONDS for up in pens_up)
        drawn = self.strokes + len(pens_up) + (kind == "stroke")
        found = self.check_draft()
        if not safe <= found <= drawn:
            self.find(f"{found} strokes instead of {safe} to {drawn} after a kill in a {kind}")
        if found > self.strokes:
            self.check_swept(before)
        self.strokes = found
        self.check_settings()

    def open(self, process):
        """Waits until the window is there and shows the strokes of the session before."""
        found = []

        def visible():
            listed = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid",
                                     str(process.pid), "--name", "DigitPad"],
                                    capture_output=True, text=True).stdout.split()
            found.extend(listed)
            return listed

        wait_for(visible, process, self.WINDOW_SECONDS)
        if not found:
            return False
        self.window = found[-1]
        wait(2, process)
        geometry = subprocess.run(["xdotool", "getwindowgeometry", "--shell", self.window],
                                  capture_output=True, text=True, check=True).stdout
        self.place = {key: int(value) for key, value in re.findall(r"(\w+)=(-?\d+)", geometry)}
        return True

    def point(self):
        """Returns a point on the canvas, which takes the left half of the window."""
        x = self.place["X"] + self.rng.uniform(0.05, 0.5) * self.place["WIDTH"]
        y = self.place["Y"] + self.rng.uniform(0.15, 0.85) * self.place["HEIGHT"]
        return [str(round(x)), str(round(y))]

    def draw(self, kind, process, pens_up):
        for stroke in range(self.rng.randint(1, 4)):
            if stroke > 0:
                wait(self.rng.uniform(0, 0.6), process)
            if self.rng.random() < 0.2:
                subprocess.run(["xdotool", "windowfocus", self.window, "key", "ctrl+t"], check=True)
            self.draw_stroke()
            pens_up.append(time.monotonic())
        if kind == "stroke":
            self.draw_stroke(lift=False)
        elif kind == "pause":
            wait(self.rng.uniform(0, 1.5 * SAFE_SECONDS), process)
        else:
            old = being_written(self.state)
            self.draw_stroke()
            pens_up.append(time.monotonic())
            wait_for(lambda: being_written(self.state) - old, process, 2 * SAFE_SECONDS)
            wait(self.after_write(), process)

    def draw_stroke(self, lift=True):
        command = ["xdotool", "mousemove", *self.point(), "mousedown", "1"]
        for _ in range(self.rng.randint(1, 5)):
            command += ["sleep", "0.02", "mousemove", *self.point()]
        subprocess.run(command + (["sleep", "0.02", "mouseup", "1"] if lift else []), check=True)
        if not lift:
            # so that the next window does not start with the button down
            threading.Timer(0.2, subprocess.run, [["xdotool", "mouseup", "1"]]).start()

    def check_draft(self):
        """Returns how many strokes the draft has."""
        for name in ("draft.jsonl", "draft.jsonl.previous"):
            file = self.state / name
            if not file.exists():
                continue
            line = file.read_bytes()
            parts = re.fullmatch(rb'\{"version":1,"sha256":"(\w{64})",(.*)\}\n', line, re.DOTALL)
            if parts and hashlib.sha256(parts.group(2)).hexdigest() == parts.group(1).decode():
                return len(json.loads(line)["strokes"])
            self.find(f"{name} is damaged: {line[:80]}")
        for file in self.home.rglob("*.damaged-*"):
            self.find(f"the window found a damaged file: {file.name}")
            file.unlink()
        return 0

    def check_settings(self):
        file = self.state / "settings.properties"
        if file.exists():
            text = file.read_text()
            if not re.search(r"^theme=(dark|light|system)$", text, re.MULTILINE):
                self.find(f"settings.properties is damaged: {text!r}")


class Saving(Part):
    """ONNX files that replace each other."""

    MODELS = ("conv-gru", "mlp")

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.file = self.folder / "model.onnx"
        self.contents = {}
        for model in self.MODELS:
            start = time.monotonic()
            if self.export(model).wait() != 0:
                sys.exit("export failed: " + Path(f"{self.folder / 'home'}.err").read_text())
            self.seconds = time.monotonic() - start
            self.contents[model] = self.file.read_bytes()
        self.last = self.MODELS[-1]

    def export(self, model):
        return self.program.start(
            ["export", "--model", model, "--out", self.file], self.folder / "home")

    def once(self):
        before = temporary_files(self.folder)
        model = self.MODELS[1 - self.MODELS.index(self.last)]
        process = self.export(model)
        kind = self.rng.choice(["anywhere", "write", "write"])
        if kind == "write":
            wait_for(lambda: being_written(self.folder) - before, process)
            wait(self.after_write(), process)
        else:
            wait(self.rng.uniform(0, self.seconds), process)
        killed = self.kill(process, kind)
        found = self.file.read_bytes() if self.file.exists() else b""
        expected = [self.last, model] if killed else [model]
        matching = [name for name in expected if self.contents[name] == found]
        if matching:
            if matching[0] != self.last:
                self.check_swept(before)
            self.last = matching[0]
        else:
            self.find(f"{len(found)} bytes that are neither the old file nor the new one")
            self.file.write_bytes(self.contents[self.last])


class Downloading(Part):
    """Files from a server on this machine."""

    SIZES = (700_000, 30_000, 1_500_000, 5_000)
    CHUNK = 16_384
    CHUNK_SECONDS = 0.01

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.contents = {f"file{number}.gz": self.rng.randbytes(bytes)
                         for number, bytes in enumerate(self.SIZES)}
        self.downloads = 0
        self.target = self.folder / "files0"
        self.offsets = {}
        handler = functools.partial(self.Handler, self)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{server.server_address[1]}/"
        start = time.monotonic()
        if self.start().wait() != 0:
            sys.exit("download failed: " + Path(f"{self.folder / 'home'}.err").read_text())
        self.seconds = time.monotonic() - start
        self.check_complete()

    class Handler(http.server.BaseHTTPRequestHandler):
        """Sends the requested range of a file, in small pieces."""

        def __init__(self, part, *arguments):
            self.part = part
            super().__init__(*arguments)

        def do_GET(self):
            name = self.path.lstrip("/")
            content = self.part.contents[name]
            offset = int(re.sub(r"\D", "", self.headers.get("Range", "0")))
            self.part.offsets.setdefault(name, offset)
            self.send_response(206 if offset else 200)
            if offset:
                self.send_header(
                    "Content-Range", f"bytes {offset}-{len(content) - 1}/{len(content)}")
            self.send_header("Content-Length", str(len(content) - offset))
            self.end_headers()
            try:
                for start in range(offset, len(content), self.part.CHUNK):
                    self.wfile.write(content[start:start + self.part.CHUNK])
                    time.sleep(self.part.CHUNK_SECONDS)
            except OSError:
                pass  # the program was killed

        def log_message(self, *arguments):
            pass

    def start(self):
        files = [value for name, content in self.contents.items()
                 for value in (name, len(content), hashlib.sha256(content).hexdigest())]
        return self.program.start([self.target, self.url, *files], self.folder / "home",
                                  "org.digitpad.bench.LocalDownload")

    def once(self):
        self.offsets.clear()
        arrived = {name: size(self.target / f"{name}.part") for name in self.contents}
        process = self.start()
        kind = self.rng.choice(["anywhere", "anywhere", "move"])
        if kind == "move":
            missing = [name for name in self.contents if not (self.target / name).exists()]
            if missing:
                name = self.rng.choice(missing)
                full = len(self.contents[name])
                wait_for(lambda: size(self.target / f"{name}.part") == full
                         or (self.target / name).exists(), process)
            wait(self.after_write(), process)
        else:
            wait(self.rng.uniform(0, self.seconds), process)
        killed = self.kill(process, kind)
        for name, content in self.contents.items():
            file = self.target / name
            if file.exists() and file.read_bytes() != content:
                self.find(f"{name} is half-written after a kill, {kind}")
            if name in self.offsets and self.offsets[name] != arrived[name]:
                self.find(f"{name} was requested from {self.offsets[name]}, not {arrived[name]}")
        if not killed:
            self.check_complete()

    def check_complete(self):
        names = {file.name for file in self.target.iterdir() if not file.name.endswith(".lock")}
        if names != set(self.contents):
            self.find(f"at the end there are {sorted(names)}")
        self.downloads += 1
        self.target = self.folder / f"files{self.downloads}"


class Training(Part):
    """Runs of the `train` command."""

    MODEL = "m.safetensors"
    CHECKPOINT = MODEL + ".checkpoint"
    START_SECONDS = 1.0
    KILL_AGAIN_PROBABILITY = 0.35

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.runs = 0
        self.home = self.folder / "uninterrupted"
        start = time.monotonic()
        if self.start().wait() != 0:
            sys.exit("train failed: " + Path(f"{self.home}.err").read_text())
        self.seconds = time.monotonic() - start
        self.expected = self.tensors()
        print(f"uninterrupted training: {self.seconds:.1f} s, tensors {self.expected[0]}",
              flush=True)

    def start(self):
        return self.program.start(
            ["train", "--data", self.options.data, "--recipe", self.options.recipe,
             "--epochs", self.options.epochs, "--out", self.home / self.MODEL, "--resume",
             "--json"], self.home)

    def being_written(self, name):
        """Returns the temporary files with content that are to become the file `name`."""
        return {file for file in being_written(self.home)
                if file.name.startswith(f".{name}.")
                and file.name.startswith(f".{self.CHECKPOINT}.") == (name == self.CHECKPOINT)}

    def tensors(self):
        """Returns the SHA-256 of all tensors, and the metrics of each epoch."""
        content = (self.home / self.MODEL).read_bytes()
        header_bytes = int.from_bytes(content[:8], "little")
        metadata = json.loads(content[8:8 + header_bytes])["__metadata__"]
        card = json.loads(metadata["digitpad.card"])
        history = [[value for key, value in sorted(epoch.items()) if key != "seconds"]
                   for epoch in card["history"]]
        return hashlib.sha256(content[8 + header_bytes:]).hexdigest(), history

    def once(self):
        """Trains to the end, although killed at least once."""
        self.runs += 1
        self.home = self.folder / f"run{self.runs}"
        kills = 0
        while kills == 0 or self.rng.random() < self.KILL_AGAIN_PROBABILITY:
            process = self.start()
            kind = self.rng.choice(["start", "anywhere", "anywhere", "checkpoint", "model"])
            self.wait_for_moment(kind, process)
            if not self.kill(process, kind):
                return
            kills += 1
        before = temporary_files(self.home)
        if self.start().wait() != 0:
            self.find(f"train --resume failed: {Path(f'{self.home}.err').read_text().strip()}")
            return
        self.check_swept(before)
        if self.tensors() != self.expected:
            self.find(f"run {self.runs} has other weights after {kills} kills")

    def wait_for_moment(self, kind, process):
        if kind in ("checkpoint", "model"):
            name = self.MODEL if kind == "model" else self.CHECKPOINT
            writes = self.rng.randint(1, self.options.epochs) if kind == "checkpoint" else 1
            old = self.being_written(name)
            seen = set()

            def written():
                seen.update(self.being_written(name) - old)
                return len(seen) >= writes

            wait_for(written, process)
            wait(self.after_write(), process)
        else:
            wait(self.rng.uniform(0, self.START_SECONDS if kind == "start" else self.seconds),
                 process)


PARTS = (Drawing, Saving, Downloading, Training)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50, help="of each part, at least")
    parser.add_argument("--parts", nargs="*", metavar="PART",
                        default=[part.__name__.lower() for part in PARTS])
    parser.add_argument("--seed", type=int, default=1, help="of the kills")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--recipe", default="best")
    parser.add_argument("--data", default="builtin")
    parser.add_argument("--broken", action="store_true")
    parser.add_argument("--jar", type=Path, default=ROOT / "target" / "digitpad.jar")
    options = parser.parse_args()
    parts = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        program = DigitPad(options.jar.resolve(), folder, options.broken)
        for part in PARTS:
            own = folder / part.__name__.lower()
            if own.name in options.parts:
                own.mkdir()
                parts.append(part(options, own, program).run())
    print("| part | kills | temporary files left, then deleted | findings |\n|---|---|---|---|")
    for part in parts:
        print(part.summary())
    print(f"{sum(part.kinds.total() for part in parts)} kills")
    found = [bool(part.findings) for part in parts]
    return 0 if (all(found) if options.broken else not any(found)) else 1


if __name__ == "__main__":
    sys.exit(main())
