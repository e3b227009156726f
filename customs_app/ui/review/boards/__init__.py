"""Boards of the review: what is missing, who agrees, and which data are asked again."""
