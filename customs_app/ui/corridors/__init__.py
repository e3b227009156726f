"""The corridors workspace: the chains of places of the transport corridors."""
