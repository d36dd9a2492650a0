"""What ends a command with exit code 1."""


class Wrong(Exception):  # noqa: N818 - it is what is told
    """What was given is wrong; the message says what to do."""
