stats -qb party texte.stem | cut -f 1-3
