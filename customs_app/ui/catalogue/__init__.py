"""The catalogue workspace: countries, procedures and their steps, read and edited in place."""
