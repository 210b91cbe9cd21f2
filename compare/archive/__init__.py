"""Archives: many thousand articles, grouped into events and each event compared, as tables in a folder.

``schema`` and ``folder`` are for whoever reads such a folder: they need pyarrow alone. What makes one (``run``) needs the extra ``archive``.
"""
