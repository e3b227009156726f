"""The workbook that a national office edits: out, and in again."""
