"""Sparse products with a top, by libraries from PyPI, over the factors that `benches/engine.rs` exports.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install sp_matmul_rs sparse_dot_topn
    cargo bench --bench engine -- 100000 --concepts 256 --export /tmp/factors
    /tmp/peers/bin/python benches/peers.py /tmp/factors

A product has a part of the score only, so its top ten are not the ten best. Each library is asked twice: for its top ten, and
for as many as have all of every list.
Neither knows countries, so the seekers of one country are multiplied by the partners of all others: the same pairs
as the engine looks at. Only the products are timed, on as many threads as there are processors. Prints seconds, and pairs in
a second of the clock and of one processor.
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
# The least time of so many rounds counts; none is begun after so many seconds.
ROUNDS, ENOUGH = 3, 30


def matrix(folder, name, shape):
    def part(part, kind):
        return numpy.fromfile(folder / f"{name}.{part}", dtype=kind)

    parts = part("values", "<f4"), part("columns", "<i4"), part("starts", "<i4")
    return scipy.sparse.csr_matrix(parts, shape=shape)


def measure(folder):
    ours = numpy.fromfile(folder / "seekers.countries", dtype="<u2")
    theirs = numpy.fromfile(folder / "partners.countries", dtype="<u2")
    [deepest] = numpy.fromfile(folder / "deepest", dtype="<i4")
    things = os.path.getsize(folder / "partners.starts") // 4 - 1
    seekers = matrix(folder, "seekers", (len(ours), things))
    partners = matrix(folder, "partners", (things, len(theirs)))
    jobs = []
    for country in numpy.unique(ours):
        abroad = partners[:, numpy.flatnonzero(theirs != country)].tocsr()
        jobs.append((seekers[numpy.flatnonzero(ours == country)], abroad))
    pairs = sum(a.shape[0] * b.shape[1] for a, b in jobs)
    print(f"{len(ours)} seekers, {len(theirs)} partners, {pairs / 1e6:.0f} M pairs from abroad")
    for top in (TOP, int(deepest)):
        for library in (sp_matmul_rs, sparse_dot_topn):
            times = least(lambda a, b: library.sp_matmul_topn(a, b, top_n=top, n_threads=os.cpu_count()), jobs)
            clock, processor = [f"{pairs / seconds / 1e6:8.1f} M pairs/s" for seconds in times]
            name = f"{library.__name__}, top {top}"
            print(f"{name:<26} {times[0]:6.2f} s {clock} of the clock {processor} of a processor", flush=True)


def least(product, jobs):
    clock, processors = [], []
    while len(clock) < ROUNDS and sum(clock) < ENOUGH:
        wall, cpu = time.perf_counter(), time.process_time()
        for a, b in jobs:
            product(a, b)
        clock.append(time.perf_counter() - wall)
        processors.append(time.process_time() - cpu)
    return min(clock), min(processors)


measure(Path(sys.argv[1]))
