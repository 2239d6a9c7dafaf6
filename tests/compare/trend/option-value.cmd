trend -M
