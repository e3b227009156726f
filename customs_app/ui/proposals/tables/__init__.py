"""The parts of a proposal that are tables: measures, savings, laws, positions, dissent, sources, history."""
