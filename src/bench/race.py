"""Compares the speed of DigitPad and PyTorch: same network, same data, in turn on the same machine.

    apt-get install -y python3-torch libopenblas0-pthread
    mvn -DskipTests package
    /usr/bin/python3 src/bench/race.py --data FOLDER

Each round trains three epochs with both and measures the latency of a single digit. The first epoch
is a warm-up and is left out. Prints the medians over all rounds and their ratios as a table.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
JAR = HERE.parent.parent / "target" / "digitpad.jar"


def run(command):
    """Runs a command and returns the JSON objects that it prints, one per line."""
    # Such variables may make OpenBLAS use the code for an older processor.
    environment = {k: v for k, v in os.environ.items() if not k.startswith("OPENBLAS_")}
    result = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=environment)
    return [json.loads(line) for line in result.stdout.splitlines()]


def pytorch(options):
    lines = run([sys.executable, str(options.partner), options.partner_data_option, options.data,
                 "--threads", str(options.pytorch_threads), "--epochs", str(options.epochs)])
    epochs = [line for line in lines if "epoch" in line]
    return epochs, lines[-1]["latencyMicros"]


def digitpad(options):
    java = ["java", "-jar", str(JAR)]
    with tempfile.TemporaryDirectory() as folder:
        lines = run(java + ["train", "--recipe", "reference", "--epochs", str(options.epochs),
                            "--data", options.data, "--json",
                            "--out", str(Path(folder) / "race.safetensors")])
    latency = run(java + ["bench", "--data", options.data, "--json"])[-1]["latencyMicros"]
    return [line for line in lines if "epoch" in line], latency


def medians(figures):
    return [statistics.median(figures[name]) for name in ("PyTorch", "DigitPad")]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, help="folder with the four MNIST .gz files")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--pytorch-threads", type=int, default=1, help="1 is its best on two cores")
    parser.add_argument("--partner", type=Path, default=HERE / "pytorch_conv_gru.py",
                        help="the script to compare with; prints the same lines")
    parser.add_argument("--partner-data-option", default="--data")
    options = parser.parse_args()

    seconds, latency, accuracy = {}, {}, {}
    for round_number in range(1, options.rounds + 1):
        for name, runner in (("PyTorch", pytorch), ("DigitPad", digitpad)):
            epochs, micros = runner(options)
            print(f"round {round_number} {name}: epochs "
                  + " ".join(f"{epoch['seconds']:.2f}s" for epoch in epochs)
                  + f", val_acc {epochs[-1]['valAccuracy']:.4f}, one digit {micros['p50']:.1f} µs",
                  file=sys.stderr, flush=True)
            seconds.setdefault(name, []).extend(epoch["seconds"] for epoch in epochs[1:])
            latency.setdefault(name, []).append(micros["p50"])
            accuracy.setdefault(name, []).append(epochs[-1]["valAccuracy"])

    print("| | PyTorch | DigitPad | ratio |")
    print("|---|---|---|---|")
    for title, figures, form in (("seconds per epoch", seconds, "{:.2f}"),
                                 ("one digit, µs", latency, "{:.1f}")):
        pytorch_median, digitpad_median = medians(figures)
        print(f"| {title} | {form.format(pytorch_median)} | {form.format(digitpad_median)} "
              f"| 1/{pytorch_median / digitpad_median:.1f} |")
    pytorch_median, digitpad_median = medians(accuracy)
    print(f"| validation accuracy after {options.epochs} epochs "
          f"| {pytorch_median:.4f} | {digitpad_median:.4f} | |")


if __name__ == "__main__":
    main()
