"""Archives: many thousand articles, grouped into events and each event compared, as tables in a folder.

``schema`` and ``folder`` are for reading such a folder: they need only pyarrow. What makes one (``run``) needs the extra ``archive``.
"""
