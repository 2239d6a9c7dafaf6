read-text -p '{speaker}{title}' </dev/null
