"""A companion on one screen for whoever leads an intervisie."""

__version__ = "0.1.0"
