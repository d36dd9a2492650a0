"""The program as it shows in a terminal."""
