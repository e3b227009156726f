"""Meeting mode: one step at a time in large type, decided by keys, with minutes that write themselves."""
