"""The heat map of a comparison: activities by countries, tinted by a measure, with signs beside the tints."""

from customs_app.figures.heat.picture import heat

__all__ = ["heat"]
