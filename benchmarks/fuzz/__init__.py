"""Random inputs against what must always hold: ``python -m benchmarks.fuzz``, or ``make fuzz N=100000``.

A target is a module of this package with ``attempt(seed)``: it makes an input of the seed alone, raises what it finds wrong, and gives a word for
what became of the input. ``TARGETS`` lists them.
"""

TARGETS = ("comparing",)
