"""What the reader keeps between sessions: bookmarks, notes, reviewed marks and pins, in the folder for the user's data."""
