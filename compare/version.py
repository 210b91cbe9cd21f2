"""Which newsdiff this is: the one place where the number stands. The build reads it from here, so that nobody has to look for installed metadata."""

VERSION = "0.1.0"
