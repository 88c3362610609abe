"""Composes rows of several digits from pen drawings, and measures how many `predict` reads right.

    mvn -DskipTests package
    python3 src/bench/rows.py --strokes dev.jsonl.gz
    python3 src/bench/rows.py --strokes dev.jsonl.gz --half 1
    python3 src/bench/rows.py --strokes dev.jsonl.gz --write FOLDER

A row has two to six digits by one writer, scaled to heights that differ by a tenth. Where the
digits stand:

- normal: gaps of 0.15 to 0.45 of the height between the bounding boxes
- tight: gaps of -0.08 to 0.05, but no overlap of more than 0.4 of the narrower box
- touching: moved left until the ink touches, with the same limit
- joined: gaps of 0 to 0.25, and the pen is not lifted between two of the digits

Prints for each kind the share of rows that are read right, the share of rows whose digits are all
read right singly (`predict --single`), the ratio of both, and how many rows have the right number
of digits. Then how many of the single drawings are split. `--half` takes every second writer.
"""

import argparse
import gzip
import json
import math
import random
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HEIGHT = 100
PEN_WIDTH = 0.06 * HEIGHT
KINDS = ("normal", "tight", "touching", "joined")
MAX_OVERLAP = 0.4
STEP = 0.02 * HEIGHT


def read(file):
    opened = gzip.open(file, "rt") if str(file).endswith(".gz") else open(file)
    with opened as lines:
        return [json.loads(line) for line in lines]


def by_writer(drawings, half):
    """Indices of the drawings of each writer, for all writers or for every second one."""
    writers = defaultdict(list)
    for index, drawing in enumerate(drawings):
        writers[drawing.get("writer") or drawing.get("group") or ""].append(index)
    names = sorted(writers)
    return {name: writers[name] for i, name in enumerate(names) if half is None or i % 2 == half}


def points(strokes):
    return [point for stroke in strokes for point in stroke]


def box(strokes):
    xs, ys = zip(*points(strokes))
    return min(xs), min(ys), max(xs), max(ys)


def placed(strokes, height, baseline):
    """Scales a digit to a height, its left edge at 0."""
    left, top, right, bottom = box(strokes)
    # a dash or a dot does not become as high as a digit
    scale = height / max(bottom - top, (right - left) / 2, 1e-9)
    return [[[(x - left) * scale, baseline + (y - bottom) * scale] for x, y in stroke]
            for stroke in strokes if stroke]


def dense(strokes):
    """Points along the strokes, closer than a third of the pen's width."""
    result = []
    for stroke in strokes:
        result.append(stroke[0])
        for (x0, y0), (x1, y1) in zip(stroke, stroke[1:]):
            count = math.ceil(math.hypot(x1 - x0, y1 - y0) / STEP)
            result += [(x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count)
                       for i in range(1, count + 1)]
    return result


def touching_shift(left, right, distance):
    """How far to move the right digit, so that its ink comes as near as the distance."""
    rows = defaultdict(list)
    for x, y in dense(left):
        rows[math.floor(y / distance)].append((x, y))
    shift = -math.inf
    for x, y in dense(right):
        row = math.floor(y / distance)
        for near in (row - 1, row, row + 1):
            for other_x, other_y in rows[near]:
                dy = other_y - y
                if abs(dy) < distance:
                    shift = max(shift, other_x + math.sqrt(distance ** 2 - dy ** 2) - x)
    return shift


def compose(drawings, indices, kind, rng):
    """One row: its strokes, and for each stroke the digit to which it belongs."""
    strokes, owners, previous = [], [], None
    joint = rng.randrange(1, len(indices)) if kind == "joined" else None
    for number, index in enumerate(indices):
        digit = placed(drawings[index]["strokes"], HEIGHT * rng.uniform(0.9, 1.1),
                       HEIGHT * rng.uniform(1.95, 2.05))
        if previous:
            if kind == "touching":
                shift = touching_shift(previous, digit, rng.uniform(0.2, 1) * PEN_WIDTH)
            else:
                gaps = {"normal": (0.15, 0.45), "tight": (-0.08, 0.05), "joined": (0, 0.25)}[kind]
                shift = box(previous)[2] + HEIGHT * rng.uniform(*gaps)
            left, right = box(previous), box(digit)
            overlap = MAX_OVERLAP * min(left[2] - left[0], right[2] - right[0])
            shift = max(shift, left[2] - overlap)
            digit = [[[x + shift, y] for x, y in stroke] for stroke in digit]
        previous = digit
        if number == joint:
            strokes[-1] = strokes[-1] + digit[0]
            digit = digit[1:]
        strokes += digit
        owners += [number] * len(digit)
    return {"strokes": [[[round(x, 1), round(y, 1)] for x, y in stroke] for stroke in strokes],
            "width": PEN_WIDTH, "indices": indices, "owners": "".join(map(str, owners)),
            "text": "".join(str(drawings[index]["label"]) for index in indices)}


def rows(drawings, writers, kind, count, seed):
    rng = random.Random(f"{kind} {seed}")
    names = [name for name in sorted(writers) if len(writers[name]) >= 2]
    result = []
    while len(result) < count:
        digits = writers[rng.choice(names)]
        length = rng.randint(2, 6)
        result.append(compose(drawings, [rng.choice(digits) for _ in range(length)], kind, rng))
    return result


def write(file, items):
    file.write_text("".join(json.dumps(item) + "\n" for item in items))
    return file


def predict(jar, model, file, *options):
    command = ["java", "-jar", str(jar), "predict", "--json", *options, str(file)]
    command += ["--model", model] if model else []
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in output.splitlines()]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--strokes", required=True, help="labeled drawings, with their writers")
    parser.add_argument("--jar", type=Path, default=ROOT / "target" / "digitpad.jar")
    parser.add_argument("--model")
    parser.add_argument("--half", type=int, choices=(0, 1), help="every second writer only")
    parser.add_argument("--rows", type=int, default=500, help="of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", type=Path, help="keep the rows in this folder")
    parser.add_argument("--compose", action="store_true", help="write the rows, and stop")
    arguments = parser.parse_args()

    drawings = read(arguments.strokes)
    writers = by_writer(drawings, arguments.half)
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.write or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        if arguments.compose:
            for kind in KINDS:
                write(folder / f"{kind}.jsonl",
                      rows(drawings, writers, kind, arguments.rows, arguments.seed))
            return 0
        singles = write(folder / "singles.jsonl", drawings)
        lines = predict(arguments.jar, arguments.model, singles, "--single")
        right = [line["label"] == drawing["label"] for line, drawing in zip(lines, drawings)]
        print("kind      rows  right   singly  ratio   right number")
        for kind in KINDS:
            made = rows(drawings, writers, kind, arguments.rows, arguments.seed)
            file = write(folder / f"{kind}.jsonl", made)
            found = {line["index"]: line for line in predict(arguments.jar, arguments.model, file)}
            read_right = sum(found[i]["string"] == row["text"] for i, row in enumerate(made))
            singly = sum(all(right[index] for index in row["indices"]) for row in made)
            counted = sum(found[i]["parts"] == len(row["text"]) for i, row in enumerate(made))
            print(f"{kind:9s} {len(made):4d}  {read_right / len(made):.4f}  "
                  f"{singly / len(made):.4f}  {read_right / max(singly, 1):.4f}  "
                  f"{counted / len(made):.4f}", flush=True)
        chosen = {index for indices in writers.values() for index in indices}
        split = {line["index"] for line in predict(arguments.jar, arguments.model, singles)
                 if line["parts"] > 1} & chosen
        print(f"single drawings: {len(split)} of {len(chosen)} split, "
              f"{1000 * len(split) / len(chosen):.2f} of 1,000")
    return 0


if __name__ == "__main__":
    sys.exit(main())
