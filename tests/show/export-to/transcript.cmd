export-to -f transcript
