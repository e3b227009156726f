"""The SQLite file: open, create, migrate, read, write, journal, search, backup. The only room with SQL."""
