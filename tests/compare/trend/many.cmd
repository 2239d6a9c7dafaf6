awk "BEGIN { print \"part\tform\tfreq\"; for (i = 1; i <= 25; i++) { print i \"\t\t\" 1000 + i % 3; print i \"\tla\t\" 20 + i + (i * 7) % 5; print i \"\tle\t\" 1 + (i > 20) } }" | trend -M kendall
