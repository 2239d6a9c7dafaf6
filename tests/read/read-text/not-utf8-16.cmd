printf "\377\376L\000i\000" | read-text
