"""Measures the memory of DigitPad while it trains, in the window and on the command line.

    apt-get install -y python3 xvfb libgtk-3-0
    mvn -Pbench -DskipTests package
    xvfb-run -a -s "-screen 0 1600x1000x24" python3 src/bench/memory.py --data FOLDER

The window trains every network with both recipes on MNIST and on the built-in digits, one after
the other in one process; on the command line each training is a process of its own. The memory is
sampled 20 times a second from /proc/PID/status: RSS is all that is resident, anon what the program
has written (heap, native memory, code), and file the pages of libraries and jars, which the system
can take back. "after" is the end of the wait that follows each training.

With --against FOLDER, another build (its target folder), both run in turn, and the ratio of the
seconds of their epochs is printed; the first epoch of each training is left out.
"""

import argparse
import itertools
import os
import statistics
import subprocess
import tempfile
import threading
import time
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent.parent / "target"
PERIOD_SECONDS = 0.05
FIELDS = {"VmRSS": "RSS", "RssAnon": "anon", "RssFile": "file"}
ALL = [f"{data}/{network}/{recipe}" for data in ("MNIST", "Built-in")
       for network in ("Conv-GRU", "LSTM", "MLP") for recipe in ("best", "reference")]


class Sampler(threading.Thread):
    """Samples the memory of a process until it ends; keeps the peak since the last reset."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.status = Path(f"/proc/{pid}/status")
        self.lock = threading.Lock()
        self.last = self.peak = dict.fromkeys(FIELDS, 0)
        self.start()

    def run(self):
        while True:
            try:
                lines = self.status.read_text().splitlines()
            except OSError:
                return
            values = {key: int(value.split()[0]) / 1024
                      for key, value in (line.split(":", 1) for line in lines) if key in FIELDS}
            if not values:
                return
            with self.lock:
                self.last = values
                if values["VmRSS"] > self.peak["VmRSS"]:
                    self.peak = values
            time.sleep(PERIOD_SECONDS)

    def take_peak(self):
        with self.lock:
            peak, self.peak = self.peak, self.last
            return peak


def row(*cells):
    print("| " + " | ".join(cells) + " |", flush=True)


def megabytes(values):
    return [f"{values[key]:.0f}" for key in FIELDS]


def window(target, options, environment, report):
    """Trains in the window; returns the seconds of the later epochs of each training."""
    classes = f"{TARGET / 'test-classes'}:{target / 'digitpad.jar'}:{target / 'lib'}/*"
    process = subprocess.Popen(
        ["java", *options.java, "-cp", classes, "org.digitpad.bench.TrainingSequence",
         str(options.epochs), str(options.wait), *options.trainings],
        env=environment, stdout=subprocess.PIPE, text=True)
    sampler = Sampler(process.pid)
    seconds, name, phase, highest = {}, "", "start", 0
    for line in itertools.chain(process.stdout, ["end"]):
        last, peak = sampler.last, sampler.take_peak()
        highest = max(highest, peak["VmRSS"])
        if report and phase in ("idle", "after", "compare"):
            row(name or "idle", phase, *megabytes(last), f"{peak['VmRSS']:.0f}")
        words = line.strip().split(" ", 1)
        phase = words[0]
        if phase == "train":
            name = words[1]
        elif phase == "done":
            _, headline, epochs = words[1].split(" | ")
            seconds[name] = [float(second) for second in epochs.split()][1:]
            if report:
                row(name, "peak", *megabytes(peak), epochs)
                if "classified correctly" not in headline:
                    print(headline)
    process.wait()
    if report:
        print(f"highest RSS in the window: {highest:.0f} MB", flush=True)
    return seconds


def command_line(target, options, environment, training):
    """Trains on the command line; returns the peak and the seconds of the later epochs."""
    data, network, recipe = training.split("/")
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            ["java", *options.java, "-jar", str(target / "digitpad.jar"), "train", "--model",
             network.lower(), "--recipe", recipe, "--epochs", str(options.epochs),
             *(["--data", "builtin"] if data == "Built-in" else []),
             "--out", str(Path(folder) / "m.safetensors")],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        sampler = Sampler(process.pid)
        lines = [line for line in process.stdout if line.startswith("Epoch ")]
        process.wait()
        seconds = [float(line.split(" - ")[1].strip(" s")) for line in lines]
        return sampler.take_peak(), seconds[1:]


def print_ratios(ours, theirs):
    pairs = [(ours[name][i], theirs[name][i]) for name in ours for i in range(len(ours[name]))]
    ratios = [first / second for first, second in pairs if second > 0]
    print(f"seconds of an epoch against the other build: median ratio "
          f"{statistics.median(ratios):.3f} of {len(ratios)} epochs, sums "
          f"{sum(a for a, _ in pairs):.1f} s and {sum(b for _, b in pairs):.1f} s", flush=True)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, help="folder with the four MNIST files")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--wait", type=float, default=10, help="seconds after each training")
    parser.add_argument("--against", type=Path, help="target folder of another build")
    parser.add_argument("--where", choices=["window", "cli", "both"], default="both")
    parser.add_argument("--java", action="append", default=[], help="an option for java")
    parser.add_argument("trainings", nargs="*", default=None,
                        help="DATA/NETWORK/RECIPE, or compare; by default all and compare")
    options = parser.parse_args()
    options.trainings = options.trainings or [*ALL, "compare"]
    targets = [TARGET] + ([options.against.resolve()] if options.against else [])
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, DIGITPAD_HOME=home, DIGITPAD_MNIST_DIR=options.data)
        if options.where != "cli":
            row("window", "when", *FIELDS.values(), "epochs, s; or peak RSS while waiting")
            row(*["---"] * 6)
            seconds = [window(target, options, environment, True) for target in targets]
            if options.against:
                print_ratios(*seconds)
        if options.where != "window":
            row("command line", *FIELDS.values(), "epochs, s")
            row(*["---"] * 5)
            seconds = [{}, {}]
            for training in (name for name in options.trainings if "/" in name):
                for build, target in enumerate(targets):
                    peak, epochs = command_line(target, options, environment, training)
                    seconds[build][training] = epochs
                    row(training, *megabytes(peak), " ".join(map(str, epochs)))
            if options.against:
                print_ratios(*seconds)


if __name__ == "__main__":
    main()
