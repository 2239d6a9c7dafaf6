printf 'theme\tword\na\tb\n' | themes -d - texte.stem
