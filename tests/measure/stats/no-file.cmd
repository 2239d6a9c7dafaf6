stats missing.tok
