"""Sparse products with a top ten, by libraries from PyPI, over the factors that `benches/engine.rs` exports.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install sp_matmul_rs sparse_dot_topn
    cargo bench --bench engine -- 100000 --concepts 256 --export /tmp/factors
    /tmp/peers/bin/python benches/peers.py /tmp/factors

The folder has the factors of the two coverages alone, and those of all criteria that are sums.
Neither knows countries, so the seekers of one country are multiplied by the partners of all others: the same pairs
as the engine looks at. Only the products are timed, on as many threads as there are processors. Prints pairs in
a second of the clock, and of one processor.
"""

import os
import sys
import time
from pathlib import Path

import numpy
import scipy.sparse
import sp_matmul_rs
import sparse_dot_topn

TOP = 10


def matrix(folder, name, shape):
    def part(part, kind):
        return numpy.fromfile(folder / f"{name}.{part}", dtype=kind)

    parts = part("values", "<f4"), part("columns", "<i4"), part("starts", "<i4")
    return scipy.sparse.csr_matrix(parts, shape=shape)


def measure(folder):
    ours = numpy.fromfile(folder / "seekers.countries", dtype="<u2")
    theirs = numpy.fromfile(folder / "partners.countries", dtype="<u2")
    dimensions = os.path.getsize(folder / "partners.starts") // 4 - 1
    seekers = matrix(folder, "seekers", (len(ours), dimensions))
    partners = matrix(folder, "partners", (dimensions, len(theirs)))
    jobs = []
    for country in numpy.unique(ours):
        abroad = partners[:, numpy.flatnonzero(theirs != country)].tocsr()
        jobs.append((seekers[numpy.flatnonzero(ours == country)], abroad))
    pairs = sum(a.shape[0] * b.shape[1] for a, b in jobs)
    print(f"{folder.name}: {len(ours)} seekers, {len(theirs)} partners, {pairs / 1e6:.0f} M pairs from abroad")
    threads = os.cpu_count()
    for library in (sp_matmul_rs, sparse_dot_topn):
        clock, processors = [], []
        for _ in range(3):
            wall, cpu = time.perf_counter(), time.process_time()
            for a, b in jobs:
                library.sp_matmul_topn(a, b, top_n=TOP, n_threads=threads)
            clock.append(time.perf_counter() - wall)
            processors.append(time.process_time() - cpu)
        rates = [pairs / min(times) / 1e6 for times in (clock, processors)]
        print(f"{library.__name__:<16} {rates[0]:8.1f} M pairs/s of the clock {rates[1]:8.1f} M pairs/s of a processor")


for sums in ("coverages", "criteria"):
    measure(Path(sys.argv[1]) / sums)
