"""Pictures of the running program, and the script that makes them."""
