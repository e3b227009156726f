"""The procedures that one lorry or train meets along a corridor, chained."""
