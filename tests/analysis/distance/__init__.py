"""Tests of the distance to a common procedure."""
