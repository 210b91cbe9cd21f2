"""From a comparison to lines of cells: pure functions and values, without Textual."""
