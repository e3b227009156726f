"""One rule a module: each reads a procedure beside its peers and suggests what may be redundant."""
