"""Tools that look at the program from outside, in a real terminal; they are not installed."""
