map -z 0; map -z far
