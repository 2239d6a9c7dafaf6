table -o b,-a
