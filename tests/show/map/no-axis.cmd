factors -q -m 1 ../../compare/factors/independent.in | map
