"""Words and numbers in English, Russian and Chinese, for the window, the exports and the command line."""
