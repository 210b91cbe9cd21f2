"""The user's own model as a second reader: asked where the accounts diverge; what it says is grounded in both texts and labelled with its name.

Nothing here is needed for a comparison, nothing is asked unless the user says so, and nothing leaves the machine unless the user allows it.
"""

from compare.second_reader.asking import Answer, Answering, Kept, Unanswered
from compare.second_reader.configuration import SETTINGS, Configuration, configured
from compare.second_reader.consulting import STAGE, consult, requests
from compare.second_reader.recorded import Recorded, lines
from compare.second_reader.server import Server

__all__ = [
    "SETTINGS",
    "STAGE",
    "Answer",
    "Answering",
    "Configuration",
    "Kept",
    "Recorded",
    "Server",
    "Unanswered",
    "configured",
    "consult",
    "lines",
    "requests",
]
