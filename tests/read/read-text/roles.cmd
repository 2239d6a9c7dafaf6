read-text -S -u speaker roles.in; read-text -S -u file roles.in
