"""The tests on each Python that newsdiff promises; ``make test-all`` runs those that are on this machine."""

import os
from pathlib import Path

import nox

nox.options.error_on_missing_interpreters = False
nox.options.reuse_existing_virtualenvs = True

PYTHONS = ["3.11", "3.12", "3.13", "3.14"]

# pyenv and uv keep interpreters off the PATH; pyenv's shims answer only for the versions that are switched on.
pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
uv = Path(os.environ.get("UV_PYTHON_INSTALL_DIR", Path.home() / ".local/share/uv/python"))
kept = [str(folder) for root in (pyenv, uv) for folder in sorted(root.glob("*/bin"))]
os.environ["PATH"] = os.pathsep.join([os.environ.get("PATH", os.defpath), *kept])


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The whole suite, or what is named after ``--``."""
    session.install("--constraint", "constraints.txt", "--editable", ".[test]")
    session.run("python", "-m", "pytest", *session.posargs)
