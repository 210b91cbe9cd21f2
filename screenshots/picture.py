"""A running screen as an SVG that needs no network, and that SVG as a PNG."""

from __future__ import annotations

import re

FONTS = "'DejaVu Sans Mono', 'Cascadia Mono', Menlo, Consolas, 'Liberation Mono', ui-monospace, monospace"
"""Fonts that are already on people's machines; all of them have the box-drawing characters."""

_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}\s*")
_FAMILY = re.compile(r"font-family:\s*(?:Fira Code|arial)[^;]*;")


def without_network(svg: str) -> str:
    """Textual's SVG with fonts from the reader's own machine in place of those that it fetches."""
    svg = _FAMILY.sub(f"font-family: {FONTS};", _FONT_FACE.sub("", svg))
    if re.search(r"url\(|@import|(?:href|src)=", svg.replace("url(#", "(#")):
        raise ValueError("the picture asks for something from a network")
    return svg


def png(svg: str) -> bytes:
    """The SVG drawn with DejaVu Sans Mono, or what the machine has in its place."""
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, font_family="DejaVu Sans Mono", monospace_family="DejaVu Sans Mono"))
