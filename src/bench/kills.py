"""Kills training runs, resumes them, and compares their weights with an uninterrupted run.

    mvn -DskipTests package
    python3 src/bench/kills.py

Each run is killed with SIGKILL at least once, and sometimes again after it has resumed: while the
program starts, anywhere in the run, or just after it begins to write a checkpoint or the model.
Then it resumes and runs to its end. Its tensors, and the losses and accuracies of every epoch, must
equal those of the uninterrupted run bit for bit. Exits with 1 if they do not.
"""

import argparse
import collections
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MODEL = "m.safetensors"
CHECKPOINT = MODEL + ".checkpoint"
START_SECONDS = 1.0
WRITE_SECONDS = 0.01
KILL_AGAIN_PROBABILITY = 0.35
POLL_SECONDS = 0.0003


class Training:
    """A run of the `train` command in its own folder."""

    def __init__(self, folder, options):
        self.folder = folder
        self.command = ["java", "-jar", str(options.jar), "train", "--data", options.data,
                        "--recipe", options.recipe, "--epochs", str(options.epochs),
                        "--out", str(folder / MODEL), "--resume", "--json"]
        self.environment = dict(os.environ, DIGITPAD_HOME=str(folder / "home"))

    def start(self):
        with open(self.folder / "out.txt", "w") as out, open(self.folder / "err.txt", "w") as err:
            return subprocess.Popen(self.command, stdout=out, stderr=err, env=self.environment)

    def finish(self):
        if self.start().wait() != 0:
            sys.exit("train failed: " + (self.folder / "err.txt").read_text())

    def partial_files(self, name):
        """Returns the non-empty temporary files that are to become the file `name`."""
        found = set()
        for file in self.folder.glob(f".{name}.*.tmp"):
            of_checkpoint = file.name.startswith(f".{CHECKPOINT}.")
            if of_checkpoint == (name == CHECKPOINT) and size(file) > 0:
                found.add(file.name)
        return found

    def tensors(self):
        """Returns the SHA-256 of all tensors, and the metrics of each epoch."""
        content = (self.folder / MODEL).read_bytes()
        header_bytes = int.from_bytes(content[:8], "little")
        metadata = json.loads(content[8:8 + header_bytes])["__metadata__"]
        card = next(card for card in map(parsed, metadata.values())
                    if isinstance(card, dict) and "history" in card)
        history = [[value for key, value in sorted(epoch.items()) if key != "seconds"]
                   for epoch in card["history"]]
        return hashlib.sha256(content[8 + header_bytes:]).hexdigest(), history


def size(file):
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0


def parsed(text):
    try:
        return json.loads(text)
    except ValueError:
        return None


class KillTime:
    """A random point of a run at which to kill it."""

    def __init__(self, rng, epochs, seconds):
        self.kind = rng.choice(["start", "anywhere", "anywhere", "checkpoint", "model"])
        self.delay = rng.uniform(0, {"start": START_SECONDS, "anywhere": seconds}
                                  .get(self.kind, WRITE_SECONDS))
        self.write = rng.randint(1, epochs) if self.kind == "checkpoint" else 1

    def wait(self, training, process):
        """Returns at that point, or as soon as the run ends."""
        if self.kind in ("checkpoint", "model"):
            name = MODEL if self.kind == "model" else CHECKPOINT
            old = training.partial_files(name)
            seen = set()
            while len(seen) < self.write and process.poll() is None:
                seen |= training.partial_files(name) - old
                time.sleep(POLL_SECONDS)
        end = time.monotonic() + self.delay
        while time.monotonic() < end and process.poll() is None:
            time.sleep(POLL_SECONDS)


def kill(training, kill_time):
    """Starts a run and kills it; returns a description, or None if the run ended first."""
    process = training.start()
    start = time.monotonic()
    kill_time.wait(training, process)
    process.kill()
    if process.wait() >= 0:
        return None
    epochs = (training.folder / "out.txt").read_text().count('"epoch":')
    return f"{kill_time.kind} ({time.monotonic() - start:.2f} s, {epochs} epochs done)"


def interrupted_run(rng, options, seconds, kinds):
    """Trains to the end despite kills; returns these, the result and how many files are partial."""
    while True:
        with tempfile.TemporaryDirectory() as name:
            training = Training(Path(name), options)
            kills = []
            while not kills or rng.random() < KILL_AGAIN_PROBABILITY:
                kill_time = KillTime(rng, options.epochs, seconds)
                killed = kill(training, kill_time)
                if killed is None:
                    break
                kinds[kill_time.kind] += 1
                kills.append(killed)
            if not kills:
                continue  # the run ended before the kill
            training.finish()
            left = len(training.partial_files(MODEL)) + len(training.partial_files(CHECKPOINT))
            return kills, training.tensors(), left


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1, help="of the kills")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--recipe", default="best")
    parser.add_argument("--data", default="builtin")
    parser.add_argument("--jar", type=Path, default=ROOT / "target" / "digitpad.jar")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    kinds = collections.Counter()
    with tempfile.TemporaryDirectory() as name:
        training = Training(Path(name), options)
        start = time.monotonic()
        training.finish()
        seconds = time.monotonic() - start
        expected = training.tensors()
    print(f"uninterrupted: {seconds:.1f} s, tensors {expected[0]}", flush=True)
    same = 0
    interrupted_writes = 0
    for run in range(1, options.runs + 1):
        kills, found, left = interrupted_run(rng, options, seconds, kinds)
        same += found == expected
        interrupted_writes += left
        print(f"run {run}: killed at {', '.join(kills)}: "
              + ("same weights" if found == expected else f"DIFFERENT WEIGHTS {found[0]}"),
              flush=True)
    counts = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    print(f"{options.runs} runs, {sum(kinds.values())} kills ({counts}; {interrupted_writes} during"
          f" a write), {same} of {options.runs} with the weights of the uninterrupted run")
    return 0 if same == options.runs else 1


if __name__ == "__main__":
    sys.exit(main())
