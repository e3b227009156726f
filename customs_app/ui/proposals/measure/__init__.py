"""The editor of one measure of a proposal."""
