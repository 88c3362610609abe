"""Measures how much the charts slow down training: the same run in the visible Train tab and on the
command line, in turn on the same machine.

    apt-get install -y python3 xvfb libgtk-3-0
    mvn -Pbench -DskipTests package
    xvfb-run -a python3 src/bench/train_tab.py --data FOLDER

Prints the seconds of all epochs of each run, and the ratio of each pair.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import tempfile
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent.parent / "target"


def tab(epochs, environment):
    classes = f"{TARGET / 'test-classes'}:{TARGET / 'digitpad.jar'}:{TARGET / 'lib'}/*"
    output = subprocess.run(
        ["java", "-cp", classes, "org.digitpad.ui.TrainTabBenchmark", str(epochs),
         "--no-probes"],
        env=environment, capture_output=True, text=True, check=True).stdout
    return float(re.search(r"seconds of all epochs: ([0-9.]+)", output).group(1))


def command_line(epochs, environment):
    output = subprocess.run(
        ["java", "-jar", str(TARGET / "digitpad.jar"), "train", "--epochs", str(epochs), "--json",
         "--out", str(Path(environment["DIGITPAD_HOME"]) / "cli.safetensors")],
        env=environment, capture_output=True, text=True, check=True).stdout
    return json.loads(output.splitlines()[-1])["seconds"]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, help="folder with the four MNIST files")
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--epochs", type=int, default=10)
    options = parser.parse_args()
    ratios = []
    print("| tab, s | command line, s | ratio |")
    print("|---|---|---|")
    for pair in range(options.pairs):
        with tempfile.TemporaryDirectory() as home:
            environment = dict(os.environ, DIGITPAD_HOME=home, DIGITPAD_MNIST_DIR=options.data)
            # take turns in going first
            order = (tab, command_line) if pair % 2 == 0 else (command_line, tab)
            seconds = {way: way(options.epochs, environment) for way in order}
        ratios.append(seconds[tab] / seconds[command_line])
        print(f"| {seconds[tab]:.2f} | {seconds[command_line]:.2f} | {ratios[-1]:.3f} |",
              flush=True)
    print(f"median ratio: {statistics.median(ratios):.3f}")


if __name__ == "__main__":
    main()
