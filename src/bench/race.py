"""Compares the speed of DigitPad, PyTorch and ONNX Runtime: same networks, same data, in turn.

    apt-get install -y python3-torch libopenblas0-pthread
    mvn -Pbench -DskipTests package
    /usr/bin/python3 src/bench/race.py --data FOLDER
    … race.py --only latency --rounds 1 --networks mlp          # a short run, needs no --data

Each round runs, for each network, everything with the processor's best kernels and then everything
with AVX2 alone:

- training: epochs of the recipe `reference` (Adam, batches of 128). PyTorch runs with each number
  of threads that --pytorch-threads names, and its best counts. The first epoch is a warm-up and is
  left out.
- latency: one digit on one thread. For PyTorch it includes the tensor of the answer; for ONNX
  Runtime it includes both tensors, as a caller has it, and in a second figure it does not: that is
  the fastest that its Java package allows.
- batches: digits per second. Where ONNX Runtime has several threads, they share each batch or have
  one each, and the faster way counts. DigitPad's threads have one each.

Prints the medians over all rounds and their ratios as tables, for the processor that they were
measured on. How each program is limited to AVX2 stands in AVX2 below.
"""

import argparse
import collections
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent.parent / "target"
JAVA_DIGITPAD = ["java", "-jar", str(TARGET / "digitpad.jar")]
JAVA_ONNX_RUNTIME = [
    "java", "-cp",
    os.pathsep.join(str(TARGET / name)
                    for name in ("test-classes", "classes", "lib/*", "bench-lib/*")),
    "org.digitpad.bench.OnnxRuntimeBenchmark"]
PYTORCH_NETWORKS = HERE / "pytorch_networks.py"

NETWORKS = {"conv-gru": "Conv-GRU", "lstm": "LSTM", "mlp": "MLP"}
PARTS = ("training", "latency", "batches")
KERNELS = {"best": "the processor's best kernels", "avx2": "AVX2 alone"}

# Such variables may make a library use the code for another processor.
KERNEL_VARIABLES = ("OPENBLAS_", "ATEN_CPU_CAPABILITY", "ONEDNN_MAX_CPU_ISA", "DNNL_MAX_CPU_ISA")

# OpenBLAS is DigitPad's and PyTorch's; the others are PyTorch's own kernels and its oneDNN.
AVX2 = {"OPENBLAS_CORETYPE": "Haswell", "ATEN_CPU_CAPABILITY": "avx2",
        "ONEDNN_MAX_CPU_ISA": "AVX2", "DNNL_MAX_CPU_ISA": "AVX2"}
AVX2_JAVA = "-XX:UseAVX=2"
UNLIMITED = ("ONNX Runtime cannot be limited: it asks the processor alone what it can do. "
             "Its figures here are those with the best kernels.")


def environment(kernels):
    variables = {name: value for name, value in os.environ.items()
                 if not name.startswith(KERNEL_VARIABLES)}
    if kernels == "avx2":
        variables.update(AVX2)
        java = variables.get("JAVA_TOOL_OPTIONS", "")
        variables["JAVA_TOOL_OPTIONS"] = f"{java} {AVX2_JAVA}".strip()
    return variables


def run(command, kernels):
    """Runs a command and returns the JSON objects that it prints, one per line."""
    result = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=environment(kernels))
    return [json.loads(line) for line in result.stdout.splitlines()]


def processor():
    """The processor's name, and what tells it from others of the same name."""
    info = {}
    if Path("/proc/cpuinfo").exists():
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            key, _, value = line.partition(":")
            info.setdefault(key.strip(), value.strip())
    name = info.get("model name") or platform.processor() or platform.machine()
    details = [f"{key} {info[key]}" for key in ("cpu family", "model") if key in info]
    if "flags" in info:
        avx512 = "avx512f" in info["flags"].split()
        details.append("with AVX-512" if avx512 else "without AVX-512")
    details.append(f"{os.cpu_count()} processors")
    return f"{name} ({', '.join(details)})"


class Race:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.round = 0
        # what is measured → who → figures, where "what" begins with the kernels and the network
        self.figures = collections.defaultdict(lambda: collections.defaultdict(list))
        # kernels → who → the version and the kernels that it says it uses
        self.says = collections.defaultdict(dict)

    def add(self, what, who, *figures):
        self.figures[what][who].extend(figures)

    def run(self):
        for network in self.options.networks:
            run([*JAVA_DIGITPAD, "export", "--json", "--model", network, "--out",
                 self.onnx(network)], "best")
        contestants = [self.pytorch, self.onnx_runtime, self.digitpad]
        for self.round in range(1, self.options.rounds + 1):
            for network in self.options.networks:
                for kernels in self.options.kernels:
                    for contestant in contestants:
                        contestant(kernels, network)
            # nobody always comes last, when the machine may be warm
            contestants.reverse()

    def onnx(self, network):
        return str(self.folder / f"{network}.onnx")

    def pytorch(self, kernels, network):
        if "pytorch" not in self.options.rivals:
            return
        training = "training" in self.options.only
        for threads in self.options.pytorch_threads if training else [1]:
            if training or "latency" in self.options.only:
                self.pytorch_with_threads(kernels, network, threads, training)

    def pytorch_with_threads(self, kernels, network, threads, training):
        command = [sys.executable]
        if network == "conv-gru" and self.options.partner:
            command += [str(self.options.partner)]
            data = self.options.partner_data_option
        else:
            command += [str(PYTORCH_NETWORKS), "--network", network]
            data = "--data"
        if self.options.data:
            command += [data, self.options.data]
        lines = run(command + ["--epochs", str(self.options.epochs if training else 0),
                               "--threads", str(threads)], kernels)
        micros = lines[-1]["latencyMicros"]
        epochs = [line for line in lines if "epoch" in line]
        self.add_epochs((kernels, network), f"PyTorch, {threads} thread" + "s" * (threads > 1),
                        epochs)
        if threads == 1:
            self.add((kernels, network, "latency"), "PyTorch", micros["p50"])
        self.says[kernels]["PyTorch"] = ", ".join(
            filter(None, [lines[-1].get("runtime", "PyTorch"), lines[-1].get("kernels")]))
        self.log(kernels, network, f"PyTorch, threads: {threads}", epochs, micros)

    def onnx_runtime(self, kernels, network):
        if "onnxruntime" not in self.options.rivals or self.options.only == ["training"]:
            return
        batches = "batches" in self.options.only
        command = [*JAVA_ONNX_RUNTIME, self.onnx(network), self.options.data or "builtin",
                   numbers_text(self.options.threads)]
        line = run(command + [numbers_text(self.options.batches)] * batches, kernels)[-1]
        if line["accuracy"] < 0.9:
            raise SystemExit(f"ONNX Runtime is right for {line['accuracy']:.0%} only")
        latency = (kernels, network, "latency")
        self.add(latency, "ONNX Runtime", line["latencyMicros"]["p50"])
        self.add(latency, "ONNX Runtime, fastest", line["fastestLatencyMicros"]["p50"])
        for each in line["predictions"]:
            way = "shared" if each["callers"] < each["threads"] else "one each"
            self.add((kernels, network, "batches", each["batch"], each["threads"]),
                     f"ONNX Runtime, {way}", each["perSecond"])
        self.says[kernels]["ONNX Runtime"] = line["runtime"]
        self.log(kernels, network, "ONNX Runtime", [], line["latencyMicros"],
                 [each["perSecond"] for each in line["predictions"]])

    def digitpad(self, kernels, network):
        epochs, lines = [], []
        if "training" in self.options.only:
            model = self.folder / "race.safetensors"
            trained = run([*JAVA_DIGITPAD, "train", "--model", network, "--recipe", "reference",
                           "--epochs", str(self.options.epochs), "--data", self.options.data,
                           "--json", "--out", str(model)], kernels)
            model.unlink()
            epochs = [line for line in trained if "epoch" in line]
            self.add_epochs((kernels, network), "DigitPad", epochs)
        batches = "batches" in self.options.only
        if batches or "latency" in self.options.only:
            bench = [*JAVA_DIGITPAD, "bench", "--json", "--model", network,
                     "--data", self.options.data or "builtin"]
            bench += ["--batch", numbers_text(self.options.batches)] * batches
            for threads in self.options.threads if batches else [1]:
                line = run(bench + ["--threads", str(threads)], kernels)[-1]
                lines.append(line)
                for batch, per_second in line.get("predictionsPerSecondByBatch", {}).items():
                    self.add((kernels, network, "batches", int(batch), threads),
                             "DigitPad", per_second)
            self.add((kernels, network, "latency"), "DigitPad", lines[0]["latencyMicros"]["p50"])
            self.says[kernels]["DigitPad"] = ", ".join(
                filter(None, ["DigitPad", lines[0].get("kernels")]))
        self.log(kernels, network, "DigitPad", epochs, lines[0]["latencyMicros"] if lines else {},
                 [per_second for line in lines
                  for per_second in line.get("predictionsPerSecondByBatch", {}).values()])

    def add_epochs(self, start, who, epochs):
        if epochs:
            warm = epochs[1:] or epochs
            self.add((*start, "training"), who, *(epoch["seconds"] for epoch in warm))
            self.add((*start, "accuracy"), who, epochs[-1]["valAccuracy"])

    def log(self, kernels, network, who, epochs, micros, predictions=()):
        parts = [f"{epoch['seconds']:.2f} s" for epoch in epochs]
        if micros:
            parts.append(f"one digit {micros['p50']:.1f} µs")
        if predictions:
            parts.append(" ".join(f"{figure:.0f}" for figure in predictions) + " digits/s")
        print(f"round {self.round}, {network}, {KERNELS[kernels]}, {who}: {', '.join(parts)}",
              file=sys.stderr, flush=True)

    def median(self, what, who):
        figures = self.figures[what].get(who)
        return statistics.median(figures) if figures else None

    def best(self, what, who, choose):
        """The best median of one contestant that has run in several ways: who, and the figure."""
        ways = {each: self.median(what, each) for each in self.figures[what]
                if each.split(",")[0] == who}
        return choose(ways.items(), key=lambda way: way[1]) if ways else (who, None)

    def print_tables(self):
        print(f"Measured on {processor()}: medians, rounds: {self.options.rounds}.")
        for kernels in self.options.kernels:
            print(f"\n### With {KERNELS[kernels]}\n")
            print("; ".join(self.says[kernels].values()) + ".")
            if kernels == "avx2" and "ONNX Runtime" in self.says[kernels]:
                print(UNLIMITED)
            if "training" in self.options.only:
                self.print_training(kernels)
            if "latency" in self.options.only:
                self.print_latency(kernels)
            if "batches" in self.options.only:
                self.print_batches(kernels)

    def print_training(self, kernels):
        header("seconds an epoch", "PyTorch", "its threads", "DigitPad", "ratio",
               f"validation accuracy, epoch {self.options.epochs}: PyTorch", "DigitPad")
        for network in self.options.networks:
            who, rival = self.best((kernels, network, "training"), "PyTorch", min)
            own = self.median((kernels, network, "training"), "DigitPad")
            threads = who.split()[1] if rival else "–"
            accuracy = (kernels, network, "accuracy")
            row(NETWORKS[network], text(rival, ".2f"), threads, text(own, ".2f"),
                time_ratio(own, rival), text(self.median(accuracy, who), ".2%"),
                text(self.median(accuracy, "DigitPad"), ".2%"))

    def print_latency(self, kernels):
        header("one digit, µs", "PyTorch", "ONNX Runtime", "its fastest", "DigitPad",
               "to PyTorch", "to ONNX Runtime", "to its fastest")
        for network in self.options.networks:
            rivals = [self.median((kernels, network, "latency"), who)
                      for who in ("PyTorch", "ONNX Runtime", "ONNX Runtime, fastest")]
            own = self.median((kernels, network, "latency"), "DigitPad")
            row(NETWORKS[network], *(text(figure, ".1f") for figure in (*rivals, own)),
                *(time_ratio(own, rival) for rival in rivals))

    def print_batches(self, kernels):
        header("digits per second", "batch size", "threads", "ONNX Runtime", "its batches",
               "DigitPad", "ratio")
        for network in self.options.networks:
            for batch in self.options.batches:
                for threads in self.options.threads:
                    what = (kernels, network, "batches", batch, threads)
                    who, rival = self.best(what, "ONNX Runtime", max)
                    own = self.median(what, "DigitPad")
                    way = who.split(", ")[1] if rival and threads > 1 else "–"
                    row(NETWORKS[network], f"{batch:,}", threads, text(rival, ",.0f"), way,
                        text(own, ",.0f"), f"{own / rival:.2f} times" if rival else "–")


def header(*titles):
    print()
    row(*titles)
    print("|" + "---|" * len(titles))


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |")


def text(figure, form):
    return "–" if figure is None else format(figure, form)


def time_ratio(own, rival):
    """As a fraction where DigitPad takes less time, so that all figures above 1 are defeats."""
    if own is None or rival is None:
        return "–"
    return f"1/{rival / own:.2f}" if own <= rival else f"{own / rival:.2f}"


def numbers_text(numbers):
    return ",".join(map(str, numbers))


def numbers(value):
    return [int(number) for number in value.split(",")]


def words(*choices):
    def parse(value):
        chosen = value.split(",")
        unknown = set(chosen) - set(choices)
        if unknown:
            raise argparse.ArgumentTypeError(
                f"{', '.join(sorted(unknown))}: choose from {', '.join(choices)}")
        return [choice for choice in choices if choice in chosen]
    return parse


def main():
    processors = os.cpu_count() or 1
    x86 = platform.machine().lower() in ("x86_64", "amd64")
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", help="folder with the four MNIST .gz files; only training needs "
                                       "it, elsewhere the built-in digits serve")
    parser.add_argument("--only", type=words(*PARTS), default=list(PARTS),
                        help=f"parts, separated by commas: {', '.join(PARTS)}")
    parser.add_argument("--networks", type=words(*NETWORKS), default=list(NETWORKS),
                        help=f"networks, separated by commas: {', '.join(NETWORKS)}")
    parser.add_argument("--kernels", type=words(*KERNELS),
                        default=list(KERNELS) if x86 else ["best"], help="best, avx2 or both")
    parser.add_argument("--rivals", type=words("pytorch", "onnxruntime"),
                        default=["pytorch", "onnxruntime"], help="pytorch, onnxruntime or both")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--batches", type=numbers, default=[128, 1000],
                        help="batch sizes for digits per second; default: 128,1000")
    parser.add_argument("--threads", type=numbers, default=[1, 2][:processors],
                        help="numbers of threads for digits per second; default: 1,2")
    parser.add_argument("--pytorch-threads", type=numbers, default=sorted({1, processors}),
                        help="numbers of threads for PyTorch's training, whose best counts; "
                             "default: 1 and all. DigitPad trains on all processors")
    parser.add_argument("--partner", type=Path,
                        help="another script with the Conv-GRU; prints the same lines")
    parser.add_argument("--partner-data-option", default="--data")
    options = parser.parse_args()
    if "training" in options.only and not options.data:
        parser.error("training needs --data; --only latency,batches does not")
    if "avx2" in options.kernels and not x86:
        parser.error("--kernels avx2 is for x86_64")

    with tempfile.TemporaryDirectory() as folder:
        race = Race(options, Path(folder))
        race.run()
    race.print_tables()


if __name__ == "__main__":
    main()
