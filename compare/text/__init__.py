"""The ground of every later stage: words, sentences, asides, and the vocabulary of news English."""
