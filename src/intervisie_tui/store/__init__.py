"""Files in and out: methods, records, settings and what leaves."""
