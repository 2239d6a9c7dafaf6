read-text spaces.in
