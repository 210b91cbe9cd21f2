"""Lexicons and fitted weights as data, each with its source; read when first asked for."""
