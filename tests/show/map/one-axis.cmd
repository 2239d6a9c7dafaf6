factors -q -m 1 ../../compare/factors/two-parts.in | map -W 50 -H 10
