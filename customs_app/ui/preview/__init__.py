"""The preview of a paper: its true pages, their search, thumbnails and contents."""
