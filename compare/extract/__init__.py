"""What one text holds, found without knowledge of a second: sentences, values, mentions, quotations."""
