"""Kills trainings with SIGKILL, goes on with them, and compares their weights with an unbroken run's.

    mvn -DskipTests package
    python3 src/bench/kills.py

Each run is killed at least once, sometimes again after it has gone on: while the program starts,
anywhere in the run, or when it has just begun to write a checkpoint or the model. Then it goes on
to its end. Its tensors must be the unbroken run's bit for bit, and so must the losses and
accuracies of every epoch. Exit code 1 if one is not.
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
KILL_AGAIN = 0.35
POLL_SECONDS = 0.0003


class Training:
    """The command line's `train` in a folder of its own."""

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

    def being_written(self, name):
        """Files that are to become a file of that name, and have something in them already."""
        found = set()
        for file in self.folder.glob(f".{name}.*.tmp"):
            of_checkpoint = file.name.startswith(f".{CHECKPOINT}.")
            if of_checkpoint == (name == CHECKPOINT) and size(file) > 0:
                found.add(file.name)
        return found

    def tensors(self):
        """The sum of all tensors' bytes, and the figures of each epoch."""
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


class Moment:
    """When to kill."""

    def __init__(self, dice, epochs, seconds):
        self.kind = dice.choice(["start", "anywhere", "anywhere", "checkpoint", "model"])
        self.delay = dice.uniform(0, {"start": START_SECONDS, "anywhere": seconds}
                                  .get(self.kind, WRITE_SECONDS))
        self.write = dice.randint(1, epochs) if self.kind == "checkpoint" else 1

    def wait(self, training, process):
        """Returns at the moment, or when the training has ended before."""
        if self.kind in ("checkpoint", "model"):
            name = MODEL if self.kind == "model" else CHECKPOINT
            old = training.being_written(name)
            seen = set()
            while len(seen) < self.write and process.poll() is None:
                seen |= training.being_written(name) - old
                time.sleep(POLL_SECONDS)
        end = time.monotonic() + self.delay
        while time.monotonic() < end and process.poll() is None:
            time.sleep(POLL_SECONDS)


def kill(training, moment):
    """Starts a training and kills it; None if it ended before."""
    process = training.start()
    start = time.monotonic()
    moment.wait(training, process)
    process.kill()
    if process.wait() >= 0:
        return None
    epochs = (training.folder / "out.txt").read_text().count('"epoch":')
    return f"{moment.kind} ({time.monotonic() - start:.2f} s, {epochs} epochs told)"


def broken_run(dice, options, seconds, kinds):
    """Trains with kills until the end; returns what was killed, the result and what is left."""
    while True:
        with tempfile.TemporaryDirectory() as name:
            training = Training(Path(name), options)
            kills = []
            while not kills or dice.random() < KILL_AGAIN:
                moment = Moment(dice, options.epochs, seconds)
                killed = kill(training, moment)
                if killed is None:
                    break
                kinds[moment.kind] += 1
                kills.append(killed)
            if not kills:
                continue  # it had ended before its moment came
            training.finish()
            left = len(training.being_written(MODEL)) + len(training.being_written(CHECKPOINT))
            return kills, training.tensors(), left


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1, help="of the moments")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--recipe", default="best")
    parser.add_argument("--data", default="builtin")
    parser.add_argument("--jar", type=Path, default=ROOT / "target" / "digitpad.jar")
    options = parser.parse_args()
    dice = random.Random(options.seed)
    kinds = collections.Counter()
    with tempfile.TemporaryDirectory() as name:
        training = Training(Path(name), options)
        start = time.monotonic()
        training.finish()
        seconds = time.monotonic() - start
        expected = training.tensors()
    print(f"unbroken: {seconds:.1f} s, tensors {expected[0]}", flush=True)
    same = 0
    interrupted_writes = 0
    for run in range(1, options.runs + 1):
        kills, found, left = broken_run(dice, options, seconds, kinds)
        same += found == expected
        interrupted_writes += left
        print(f"run {run}: killed at {', '.join(kills)}: "
              + ("same weights" if found == expected else f"OTHER WEIGHTS {found[0]}"), flush=True)
    moments = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    print(f"{options.runs} runs, {sum(kinds.values())} kills ({moments}; {interrupted_writes} within"
          f" a write), {same} of {options.runs} with the unbroken run's weights")
    return 0 if same == options.runs else 1


if __name__ == "__main__":
    sys.exit(main())
