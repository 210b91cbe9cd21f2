"""The parts of the Compare screen: panes, the map at the edge, the line that explains, sidebars."""
