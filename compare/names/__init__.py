"""One notion of sameness for names and offices: used by entities, links, judgement and screens."""
