"""The dossier of a proposal: its texts as drafted from the data, and as officials have rewritten them."""
