"""Trains the bundled models again, and writes them, their cards and the tables of results.

    mvn -DskipTests package
    python3 src/bench/renew.py --data FOLDER --strokes dev.jsonl.gz

Trains each model with each recipe and each seed. The bundled models are those of the recipe "best"
and the first seed, whatever the other seeds reach. Then trains the model pen, which learns from
synthetic strokes, and prints how it reads the strokes, alone and with the Conv-GRU. README.md shows the bundled models and
docs/figures.md shows all runs, both between the comments that say "results". The runs are kept in
target/renew; --resume skips those that are there already.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
JAR = ROOT / "target" / "digitpad.jar"
RUNS = ROOT / "target" / "renew"
BEGIN, END = "<!-- results: src/bench/renew.py -->", "<!-- /results -->"
RECIPES = ("reference", "best")

# Test accuracy that the reference reports for its own runs of ten epochs.
REFERENCE = {"mlp": 0.9368, "lstm": 0.9839, "conv-gru": 0.9872}
# Where these are not MNIST's 10,000 test images.
REFERENCE_IMAGES = {"conv-gru": "5,000"}
TITLES = {"mlp": "MLP", "lstm": "LSTM", "conv-gru": "Conv-GRU"}


def digitpad(*arguments):
    """Runs a command and returns the JSON objects that it prints, one per line."""
    result = subprocess.run(["java", "-jar", str(JAR), *map(str, arguments), "--json"],
                            stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in result.stdout.splitlines()]


def model_file(model, recipe, seed):
    return RUNS / f"{recipe}-{seed}" / f"{model}.safetensors"


def run(model, recipe, seed, options):
    """Trains and evaluates a model, and returns all figures of the run."""
    file = model_file(model, recipe, seed)
    file.parent.mkdir(parents=True, exist_ok=True)
    figures = file.with_suffix(".json")
    if options.resume and figures.exists():
        return json.loads(figures.read_text())
    epochs = [line for line in digitpad(
        "train", "--model", model, "--recipe", recipe, "--seed", seed, "--data", options.data,
        "--strokes", options.strokes, "--out", file, "--force") if "epoch" in line]
    test, = digitpad("evaluate", "--model", file, "--data", options.data)
    strokes, = digitpad("evaluate", "--model", file, "--strokes", options.strokes)
    measured = {"epochs": epochs, "test": test, "strokes": strokes}
    figures.write_text(json.dumps(measured))
    print(f"{model} {recipe} seed {seed}: test {test['accuracy']:.4f}, "
          f"strokes {strokes['accuracy']:.4f}, ece {test['ece']:.4f} and {strokes['ece']:.4f}",
          file=sys.stderr, flush=True)
    return measured


def spread(values):
    """Returns the median and the range in percent."""
    low, middle, high = (100 * f(values) for f in (min, statistics.median, max))
    return f"{middle:.2f}% ({low:.2f} to {high:.2f})"


def bundled_table(runs, options):
    """Returns the lines of README's table: the bundled models, the default first."""
    lines = ["| model | parameters | MNIST test | pen drawings | reference, MNIST test |",
             "|---|---|---|---|---|"]
    for model in reversed(options.models):
        bundled = runs[model, "best"][0]
        images = REFERENCE_IMAGES.get(model)
        lines.append(f"| {TITLES[model]} | {bundled['test']['parameters']:,} "
                     f"| {100 * bundled['test']['accuracy']:.2f}% "
                     f"| {100 * bundled['strokes']['accuracy']:.2f}% "
                     f"| {100 * REFERENCE[model]:.2f}%"
                     + (f" (on {images} images)" if images else "") + " |")
    return lines


def final_table(runs, options):
    """Returns the lines of the table of all runs after their last epoch."""
    lines = ["| model | parameters | recipe | training | test | reference, test | pen drawings "
             "| calibration error: test, drawings |",
             "|---|---|---|---|---|---|---|---|"]
    for model in options.models:
        for recipe in RECIPES:
            all_seeds = runs[model, recipe]
            last = [each["epochs"][-1] for each in all_seeds]
            lines.append(" | ".join([
                f"| {TITLES[model]}", f"{all_seeds[0]['test']['parameters']:,}", recipe,
                spread([each["accuracy"] for each in last]),
                spread([each["test"]["accuracy"] for each in all_seeds]),
                f"{100 * REFERENCE[model]:.2f}%",
                spread([each["strokes"]["accuracy"] for each in all_seeds]),
                " , ".join(f"{100 * statistics.median(each[on]['ece'] for each in all_seeds):.2f}%"
                          for on in ("test", "strokes")).replace(" ,", ",") + " |"]))
    return lines


def epoch_table(runs):
    """Returns the lines of the table of the Conv-GRU's epochs."""
    lines = ["| epoch | recipe `reference`: training | validation | recipe `best`: training "
             "| validation |", "|---|---|---|---|---|"]
    for epoch in range(len(runs["conv-gru", "best"][0]["epochs"])):
        cells = [str(epoch + 1)]
        for recipe in RECIPES:
            at = [each["epochs"][epoch] for each in runs["conv-gru", recipe]]
            cells += [f"{100 * statistics.median(each[key] for each in at):.2f}%"
                      for key in ("accuracy", "valAccuracy")]
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def replace_results(page, lines):
    """Puts lines in place of those between the comments of a page."""
    file = ROOT / page
    before, rest = file.read_text(encoding="utf-8").split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    text = "\n".join(lines)
    file.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8")


def renew_pen(options):
    """Trains the model pen, and returns the lines of the table of how it reads strokes.

    Its file holds the calibration of its sum with the bundled Conv-GRU, so the Conv-GRU must be in
    the program before, and the pen in it to measure both together.
    """
    package = ["mvn", "-q", "-DskipTests", "package"]
    subprocess.run(package, cwd=ROOT, check=True)
    file = RUNS / "pen.safetensors"
    digitpad("train", "--model", "pen", "--seed", options.seeds[0], "--strokes", options.strokes,
             "--out", file, "--force")
    shutil.copy(file, ROOT / "models")
    subprocess.run(package, cwd=ROOT, check=True)
    lines = ["| model | strokes | calibration error | rejected |", "|---|---|---|---|"]
    for model in ("conv-gru", "pen", "conv-gru+pen"):
        result, = digitpad("evaluate", "--model", model, "--strokes", options.strokes)
        lines.append(f"| {model} | {100 * result['accuracy']:.2f}% | {100 * result['ece']:.2f}% "
                     f"| {100 * result['rejected'] / result['samples']:.2f}% |")
    return lines


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, help="folder with the four MNIST files")
    parser.add_argument("--strokes", required=True, help="labeled pen strokes to evaluate on")
    parser.add_argument("--models", nargs="+", choices=TITLES, default=list(TITLES))
    parser.add_argument("--seeds", nargs="+", type=int, default=[1, 2, 3])
    parser.add_argument("--resume", action="store_true",
                        help="skip the runs that are in target/renew already")
    options = parser.parse_args()

    runs = {(model, recipe): [run(model, recipe, seed, options) for seed in options.seeds]
            for model in options.models for recipe in RECIPES}
    for model in options.models:
        shutil.copy(model_file(model, "best", options.seeds[0]), ROOT / "models")
    results = final_table(runs, options)
    if "conv-gru" in options.models:
        results += ["", "The Conv-GRU by epoch, medians of the same runs:", ""]
        results += epoch_table(runs)
    print("\n".join(results))
    if "conv-gru" in options.models:
        print("\n".join(["", *renew_pen(options)]))
    if options.models == list(TITLES):
        replace_results("README.md", bundled_table(runs, options))
        replace_results("docs/figures.md", results)


if __name__ == "__main__":
    main()
