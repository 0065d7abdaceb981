"""Frozen data classes and nothing else. Standard library only."""
