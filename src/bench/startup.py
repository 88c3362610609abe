"""Measures DigitPad's start against a bare JavaFX window, in turn on the same machine.

    apt-get install -y python3 xvfb xdotool libgtk-3-0
    mvn -Pbench -DskipTests package
    xvfb-run -a python3 src/bench/startup.py
    xvfb-run -a python3 src/bench/startup.py --launcher /usr/bin/digitpad    # as it is installed

Time runs from the start of the process until the X server shows the window; memory is the resident
set six seconds later, when DigitPad has loaded its network. Also times `predict` of one image.
"""

import argparse
import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TARGET = ROOT / "target"
BARE = ["java", "-cp", f"{TARGET / 'test-classes'}:{TARGET / 'lib'}/*",
        "org.digitpad.bench.BareWindow$Main"]
DIGITPAD = ["java", "-jar", str(TARGET / "digitpad.jar")]


def window(command, title, environment):
    start = time.monotonic()
    process = subprocess.Popen(command, env=environment,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", title],
                       stdout=subprocess.DEVNULL, check=True)
        seconds = time.monotonic() - start
        time.sleep(6)
        status = Path(f"/proc/{process.pid}/status").read_text()
        kilobytes = next(int(line.split()[1]) for line in status.splitlines()
                         if line.startswith("VmRSS"))
        return seconds, kilobytes / 1024
    finally:
        process.kill()
        process.wait()


def predict(digitpad, image, environment):
    start = time.monotonic()
    subprocess.run(digitpad + ["predict", "--json", image], env=environment,
                   stdout=subprocess.DEVNULL, check=True)
    return time.monotonic() - start


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--image", default=str(ROOT / "screenshots" / "draw-light.png"),
                        help="any picture to predict")
    parser.add_argument("--launcher", help="an installed DigitPad to measure instead of the jar")
    options = parser.parse_args()
    command = [options.launcher] if options.launcher else DIGITPAD
    bare, digitpad, predictions = [], [], []
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, DIGITPAD_HOME=home)
        for _ in range(options.rounds):
            bare.append(window(BARE, "Bare window", environment))
            digitpad.append(window(command, "DigitPad", environment))
            predictions.append(predict(command, options.image, environment))
    bare_seconds, bare_memory = (statistics.median(column) for column in zip(*bare))
    seconds, memory = (statistics.median(column) for column in zip(*digitpad))
    print("| | bare window | DigitPad | ratio |")
    print("|---|---|---|---|")
    print(f"| start to window, s | {bare_seconds:.2f} | {seconds:.2f} "
          f"| {seconds / bare_seconds:.2f} |")
    print(f"| resident, MB | {bare_memory:.0f} | {memory:.0f} | {memory / bare_memory:.2f} |")
    print(f"| predict one image, s | – | {statistics.median(predictions):.2f} | |")


if __name__ == "__main__":
    main()
