stem
