"""DigitPad's networks in PyTorch, which race.py compares with DigitPad.

PyTorch's GRU and LSTM have two biases per gate and hence a few more parameters, and their gates
have another sigmoid; the products of matrices are the same. Prints one JSON object per epoch, and
one with the latency of a single digit and the kernels in use.
"""

import argparse
import ctypes
import gzip
import json
import re
import time
from pathlib import Path

import numpy
import torch
import torch.nn.functional as functional


def read_idx(folder, name):
    """Reads an IDX file of bytes as an array; its fourth byte is the number of axes."""
    data = gzip.decompress((Path(folder) / name).read_bytes())
    axes = data[3]
    shape = numpy.frombuffer(data, ">i4", axes, 4)
    return numpy.frombuffer(data, numpy.uint8, offset=4 + 4 * axes).reshape(shape)


def read_set(folder, prefix):
    images = read_idx(folder, prefix + "-images-idx3-ubyte.gz")
    labels = read_idx(folder, prefix + "-labels-idx1-ubyte.gz")
    return torch.from_numpy(images / numpy.float32(255)), torch.from_numpy(labels.astype("i8"))


class ConvGru(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.convolutions = torch.nn.Sequential(
            torch.nn.Conv1d(28, 32, 3),
            torch.nn.ReLU(),
            torch.nn.Conv1d(32, 32, 3),
            torch.nn.ReLU(),
            torch.nn.MaxPool1d(2),
        )
        self.sequence = torch.nn.GRU(32, 64, batch_first=True)
        self.last_state = torch.nn.GRU(64, 16, batch_first=True)
        self.classes = torch.nn.Linear(16, 10)

    def forward(self, images):
        # rows are time steps, columns are channels
        features = self.convolutions(images.transpose(1, 2)).transpose(1, 2)
        states, _ = self.sequence(features)
        states, _ = self.last_state(states)
        return self.classes(states[:, -1])


class Lstm(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.last_state = torch.nn.LSTM(28, 128, batch_first=True)
        self.classes = torch.nn.Linear(128, 10)

    def forward(self, images):
        states, _ = self.last_state(images)
        return self.classes(states[:, -1])


class Mlp(torch.nn.Sequential):
    def __init__(self):
        super().__init__(
            torch.nn.Flatten(),
            torch.nn.Linear(784, 256),
            torch.nn.ReLU(),
            torch.nn.Linear(256, 128),
            torch.nn.ReLU(),
            torch.nn.Linear(128, 10),
        )


NETWORKS = {"conv-gru": ConvGru, "lstm": Lstm, "mlp": Mlp}


def train_epoch(network, optimizer, images, labels, batch_size):
    loss_sum = 0.0
    correct = 0
    for indices in torch.randperm(len(images)).split(batch_size):
        logits = network(images[indices])
        loss = functional.cross_entropy(logits, labels[indices])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        loss_sum += loss.item() * len(indices)
        correct += (logits.argmax(1) == labels[indices]).sum().item()
    return loss_sum / len(images), correct / len(images)


@torch.no_grad()
def accuracy(network, images, labels):
    return sum(
        (network(x).argmax(1) == y).sum().item()
        for x, y in zip(images.split(1000), labels.split(1000))
    ) / len(images)


@torch.no_grad()
def latency_micros(network, images, warm_up=500, runs=3000):
    times = []
    for i in range(warm_up + runs):
        image = images[i % len(images)][None]
        start = time.perf_counter_ns()
        network(image)
        times.append((time.perf_counter_ns() - start) / 1000)
    times = sorted(times[warm_up:])
    return {"p50": times[len(times) // 2], "p99": times[int(0.99 * len(times))]}


def kernels():
    """The instructions of PyTorch's own kernels, and the kernels of OpenBLAS if it uses that."""
    capability = re.search(r"CPU capability usage: (.+)", torch.__config__.show())
    names = [capability.group(1) if capability else "unknown"]
    maps = Path("/proc/self/maps")
    libraries = re.findall(r"/\S*openblas\S*", maps.read_text()) if maps.exists() else []
    if libraries:
        corename = ctypes.CDLL(libraries[0]).openblas_get_corename
        corename.restype = ctypes.c_char_p
        names.append("OpenBLAS " + corename().decode())
    return ", ".join(names)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--network", choices=NETWORKS, default="conv-gru")
    parser.add_argument("--data", help="folder with the four MNIST .gz files; not needed for "
                                       "--epochs 0, which measures the latency alone")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    if options.data:
        images, labels = read_set(options.data, "train")
        test_images, test_labels = read_set(options.data, "t10k")
    elif options.epochs:
        parser.error("--epochs needs --data")
    else:
        test_images = torch.rand(1000, 28, 28)
    network = NETWORKS[options.network]()
    optimizer = torch.optim.Adam(network.parameters(), lr=0.001)
    for epoch in range(1, options.epochs + 1):
        start = time.perf_counter()
        loss, train_accuracy = train_epoch(network, optimizer, images, labels, options.batch)
        seconds = time.perf_counter() - start
        line = {"epoch": epoch, "seconds": seconds, "loss": loss, "accuracy": train_accuracy,
                "valAccuracy": accuracy(network, test_images, test_labels)}
        print(json.dumps(line), flush=True)
    print(json.dumps({"runtime": "PyTorch " + torch.__version__, "kernels": kernels(),
                      "latencyMicros": latency_micros(network, test_images)}), flush=True)


if __name__ == "__main__":
    main()
