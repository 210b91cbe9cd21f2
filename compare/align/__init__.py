"""What belongs together across texts: entities and quotations first, then links and passages."""
