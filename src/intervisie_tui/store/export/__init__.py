"""What leaves: files for people, made from a record."""
