"""Makes hostile models and data, and gives each to DigitPad with a heap of 512 MB.

    mvn -DskipTests package
    python3 src/bench/hostile.py
    python3 src/bench/hostile.py --only strokes

Prints for each file its size, the exit code, the processor time above that of a good file, the
largest resident memory, and the sentence. Exits with 1 if a command takes more than two seconds
above the start, ends otherwise than with a result or one sentence, or changes the file.
"""

import argparse
import hashlib
import json
import os
import re
import statistics
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MODEL = ROOT / "models" / "conv-gru.safetensors"
HEAP = "-Xmx512m"
MAX_SECONDS = 2
TIMEOUT_SECONDS = 60
STARTS = 3
CALIBRATION = "digitpad.calibration"
CHECKSUM = "digitpad.sha256"
DRAWING = b'{"label":7,"strokes":[[[82,62],[198,62],[124,228]]]}\n'


def number(value):
    return struct.pack("<I", value)


def string(value):
    return number(len(value.encode())) + value.encode()


class Model:
    """A good model file: the texts of its metadata, its tensors, and its data."""

    def __init__(self):
        content = MODEL.read_bytes()
        length, = struct.unpack("<Q", content[:8])
        self.tensors = json.loads(content[8:8 + length])
        self.metadata = self.tensors.pop("__metadata__")
        self.data = content[8 + length:]
        if self.metadata.pop(CHECKSUM) != self.checksum():
            sys.exit(f"{MODEL} does not match its checksum")

    def checksum(self):
        """SHA-256 as docs/models.md describes it."""
        digest = hashlib.sha256()
        for key, value in sorted(self.metadata.items()):
            digest.update(string(key) + string(value))
        for name, tensor in sorted(self.tensors.items()):
            start, end = tensor["data_offsets"]
            digest.update(string(name) + number(len(tensor["shape"])))
            digest.update(b"".join(map(number, tensor["shape"])) + self.data[start:end])
        return digest.hexdigest()

    def header(self, checksum=None):
        metadata = dict(self.metadata) | ({CHECKSUM: checksum} if checksum else {})
        return json.dumps({"__metadata__": metadata} | self.tensors, separators=(",", ":"))

    def file(self, header=None, data=None):
        """The file, with a right checksum unless a header is given, as text or as bytes."""
        header = self.header(self.checksum()) if header is None else header
        header = header.encode() if isinstance(header, str) else header
        return struct.pack("<Q", len(header)) + header + (self.data if data is None else data)

    def with_card(self, pattern, replacement):
        card = self.metadata["digitpad.card"]
        self.metadata["digitpad.card"] = re.sub(pattern, replacement, card, count=1)
        return self.file()


def repeated(unit, count, start=b"", end=b""):
    """Gzips a unit that is repeated, without ever holding all of it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = unit * max(1, (1 << 20) // len(unit))
    per_block = len(block) // len(unit)
    packed = [packer.compress(start)]
    packed += [packer.compress(block) for _ in range(count // per_block)]
    packed.append(packer.compress(unit * (count % per_block) + end))
    return b"".join(packed) + packer.flush()


def idx_header(count):
    return struct.pack(">IIII", 0x803, count, 28, 28)


def csv_header():
    return ("label," + ",".join(f"pixel{i}" for i in range(784)) + "\n").encode()


def points(count):
    return b'{"label":7,"strokes":[[' + b"[1,2]," * (count - 1) + b"[1,2]]]}\n"


def sparse(size, start=b""):
    def write(path):
        with open(path, "wb") as out:
            out.write(start)
            out.truncate(size)
    return write


def models():
    header = Model().header()
    yield "a header of 12 MB", Model().file('{"' + "a" * (12 << 20) + '":1}')
    yield "a header of 60 MB of numbers", Model().file('{"a":[' + "1," * (30 << 20) + "1]}")
    yield "a header of 60 MB of tensors", Model().file(
        "{" + ",".join(f'"{i}":{{"dtype":"F32"}}' for i in range(2_600_000)) + "}")
    yield "a header of 1 MB of tensors", Model().file(
        "{" + ",".join(f'"{i}":{{"dtype":"F32"}}' for i in range(40_000)) + "}")
    yield "a shape of 500,000 axes", Model().file(
        '{"a":{"dtype":"F32","shape":[' + "1," * 500_000 + '1],"data_offsets":[0,4]}}')
    yield "nested 100,000 deep", Model().file('{"a":' + "[" * 100_000)
    for encoding in ("utf-16-le", "utf-16", "utf-32-be", "utf-8-sig"):
        yield f"a header in {encoding}", Model().file(header.encode(encoding))
    for name, raw in (("overlong", b"\xc0\xaf"), ("surrogates", b"\xed\xa0\x80"), ("no", b"\xff")):
        yield f"a header of {name} UTF-8", Model().file(
            header.encode().replace(b'"format":"pt"', b'"format":"' + raw + b'"'))
    yield "an unpaired surrogate", Model().file(header.replace('"pt"', '"\\ud800"'))
    yield "an offset of -0", Model().file(header.replace("[0,", "[-0,", 1))
    yield "an offset of 0.0", Model().file(header.replace("[0,", "[0.0,", 1))
    yield "a tensor twice", Model().file(header[:-1] + header[header.index(',"conv1'):])
    yield "a hole between tensors", Model().file(header.replace("[0,", "[4,", 1))
    yield "escapes and bells as a name", Model().file(
        header.replace("conv1.bias", "\\u001b[31m\\u0007\\n" * 9))
    yield "a flipped bit in the data", Model().file(data=Model().data[:-1] + b"\x01")
    good = Model().header(Model().checksum())
    yield "another letter in the calibration's key", Model().file(
        good.replace(CALIBRATION, CALIBRATION[:-1] + "m"))
    yield "another digit in the calibration", Model().file(
        re.sub(r'(leastEvidence\\":-?)\d', r"\g<1>9", good))
    yield "an accuracy of 17.5", Model().with_card('"valAccuracy":[^,}]+', '"valAccuracy":17.5')
    yield "an accuracy of NaN", Model().with_card('"valAccuracy":[^,}]+', '"valAccuracy":"NaN"')
    yield "no accuracy", Model().with_card(',"valAccuracy":[^,}]+', "")
    yield "negative seconds", Model().with_card('"seconds":[^,}]+', '"seconds":-1')
    model = Model()
    values = struct.unpack(f"<{len(model.data) // 4}f", model.data)
    model.data = struct.pack(f"<{len(values)}f", *(value * 1e30 for value in values))
    yield "huge parameters", model.file()
    yield "600 MB of zeros", sparse(600 << 20)
    yield "600 MB after a model", sparse(600 << 20, Model().file())


def images():
    yield "500,000 images in 381 kB", repeated(bytes(784), 500_000, idx_header(500_000))
    yield "250,000 images in 191 kB", repeated(bytes(784), 250_000, idx_header(250_000))
    yield "80,000 images in 61 kB", repeated(bytes(784), 80_000, idx_header(80_000))
    yield "4 billion images", idx_header(0xffffffff)
    yield "200,000 empty members of gzip", zlib.compress(b"", wbits=31) * 200_000
    yield "4 GB of zeros", sparse(4 << 30, idx_header(250_000))


def tables():
    row = b"7" + b",0" * 784 + b"\n"
    yield "500,000 rows in 1.6 MB", repeated(row, 500_000, csv_header())
    yield "41,000 rows in 130 kB", repeated(row, 41_000, csv_header())
    yield "100 MB of newlines", repeated(b"\n", 100 << 20, csv_header())
    yield "60 MB without a line feed", repeated(b"1,", 30 << 20, csv_header())
    yield "4 GB of zeros", sparse(4 << 30, csv_header())


def strokes():
    line = points(2_000_000)
    yield "8 times 2 million points in 140 kB", repeated(line, 8)
    yield "1.1 million points from side to side", (
        b'{"label":7,"strokes":[[' + b"[0,0],[9,9]," * 550_000 + b"[0,9]]]}\n")
    yield "600,000 dots", b'{"label":7,"strokes":[' + b"[[1,2]]," * 600_000 + b"[[3,9]]]}\n"
    yield "5 million empty strokes", repeated(b"[],", 5_000_000, b'{"strokes":[', b"[]]}\n")
    yield "4 million empty drawings", repeated(b'{"strokes":[]}\n', 4_000_000)
    yield "1,000 groups of 60 kB", repeated(
        b'{"group":"' + b"a" * 60_000 + b'","strokes":[]}\n', 1_000)
    yield "102 kB of newlines", repeated(b"\n", 100 << 20)
    yield "60 MB to be skipped", repeated(b"0,", 7 << 20, b'{"x":[', b"0]}\n")
    yield "60 lines of 1 MB to be skipped", repeated(
        b'{"strokes":[],"x":[' + b"0," * (1 << 19) + b"0]}\n", 60)
    yield "nested 100,000 deep", b'{"x":' + b"[" * 100_000
    yield "a number of a million digits", b'{"strokes":[[[' + b"9" * 1_000_000 + b",1]]]}"
    yield "a field twice", b'{"strokes":[],"label":1,"label":2}'
    yield "another encoding", '{"strokes":[]}'.encode("utf-32")
    yield "an unknown order of bytes", b"\0\0{\0\0\0\0\0"
    yield "4 GB of zeros", sparse(4 << 30)


def resident(pid):
    """Returns the largest resident memory of a process so far in MB; 0 if it has ended.

    Not ru_maxrss, which begins with that of this script.
    """
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return max((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")),
               default=0)


class Program:
    """The commands, with a heap and a home of their own."""

    def __init__(self, jar, folder):
        self.jar = jar
        self.folder = folder
        self.home = folder / "home"
        self.drawing = folder / "drawing.jsonl"
        self.drawing.write_bytes(DRAWING)
        self.mnist = folder / "mnist"
        self.mnist.mkdir()
        (self.mnist / "t10k-labels-idx1-ubyte").write_bytes(struct.pack(">II", 0x801, 9) + bytes(9))
        self.images = self.mnist / "t10k-images-idx3-ubyte"
        self.out = folder / "out"

    def run(self, arguments):
        """Returns exit code, processor time in seconds, resident memory in MB, and both outputs."""
        with open(self.folder / "stdout", "w+") as out, open(self.folder / "stderr", "w+") as err:
            process = subprocess.Popen(
                ["java", HEAP, "-jar", str(self.jar), *map(str, arguments)],
                stdin=subprocess.DEVNULL, stdout=out, stderr=err,
                env=dict(os.environ, DIGITPAD_HOME=str(self.home)))
            end = time.monotonic() + TIMEOUT_SECONDS
            memory = status = 0
            pid = 0
            while pid == 0:
                memory = resident(process.pid) or memory
                if time.monotonic() > end:
                    process.kill()
                time.sleep(0.01)
                pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            process.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0)
            err.seek(0)
            return (process.returncode, usage.ru_utime + usage.ru_stime, memory,
                    out.read(), err.read())

    def groups(self):
        """Returns for each group its cases, the path of the file, a good file, and the command."""
        folder = self.folder
        model, table, drawings = (folder / name for name in ("m.safetensors", "t.csv", "d.jsonl"))
        return {
            "models": (models, model, Model().file(), ["predict", "--model", model, self.drawing]),
            "images": (images, self.images, idx_header(9) + bytes(9 * 784),
                       ["evaluate", "--data", self.mnist]),
            "tables": (tables, table, csv_header() + (b"7" + b",0" * 784 + b"\n") * 20,
                       ["evaluate", "--data", table]),
            "strokes": (strokes, drawings, DRAWING, ["evaluate", "--strokes", drawings]),
            "drawings": (strokes, drawings, DRAWING, ["predict", drawings]),
        }


def write(path, content):
    path.unlink(missing_ok=True)
    if callable(content):
        content(path)
    else:
        path.write_bytes(content)


def state(path):
    status = path.stat()
    return status.st_size, status.st_mtime_ns, status.st_ino


def faults(code, seconds, out, err):
    """Returns what is wrong with the end of a command."""
    if code not in (0, 2):
        yield f"exit code {code}"
    if seconds > MAX_SECONDS:
        yield f"{seconds:.1f} s"
    if "Exception" in out + err or "\tat " in out + err:
        yield "a stack trace"
    if code == 2 and (len(err.splitlines()) != 1 or len(err) > 1_000):
        yield "not one sentence"
    if re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", err):
        yield "control characters"


def check(program, name, title, path, command, start):
    before = state(path) if path.is_file() else None
    code, cpu, memory, out, err = program.run(command)
    found = list(faults(code, cpu - start, out, err))
    if before and state(path) != before:
        found.append("the file has changed")
    size = f"{path.stat().st_size:,}" if before else "-"
    sentence = err.strip().replace(str(program.folder) + os.sep, "") or out.strip()[:60]
    print(f"{name:9} {title:40} {size:>13}  exit {code}  {max(0, cpu - start):4.1f} s"
          f"  {memory:4.0f} MB  {sentence[:160]}")
    for fault in found:
        print(f"{'':9} FAULT: {fault}")
    return not found


def check_group(program, name):
    cases, path, good, command = program.groups()[name]
    write(path, good)
    runs = [program.run(command) for _ in range(STARTS)]
    for code, _, _, _, err in runs:
        if code != 0:
            sys.exit(f"{name}: a good file fails: {err}")
    start = statistics.median(run[1] for run in runs)
    memory = statistics.median(run[2] for run in runs)
    print(f"{name:9} {'(a good file)':40} {len(good):13,}  exit 0  {start:4.1f} s  {memory:4.0f} MB")
    all_good = True
    for title, content in cases():
        write(path, content)
        all_good &= check(program, name, title, path, command, start)
    for title, make in (
            ("a pipe", os.mkfifo), ("a device", lambda path: path.symlink_to("/dev/zero")),
            ("a folder", os.mkdir)):
        path.unlink(missing_ok=True)
        make(path)
        # predict reads pipes and devices to their end, and these have none
        if name != "drawings" or title == "a folder":
            all_good &= check(program, name, title, path, command, start)
    path.rmdir()
    return all_good


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--jar", type=Path, default=ROOT / "target" / "digitpad.jar")
    parser.add_argument("--only", choices=["models", "images", "tables", "strokes", "drawings"])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        program = Program(options.jar, Path(temporary))
        begin = time.monotonic()
        groups = [options.only] if options.only else program.groups()
        good = [check_group(program, name) for name in groups]
    print(f"{time.monotonic() - begin:.0f} s in all")
    sys.exit(0 if all(good) else 1)


main()
