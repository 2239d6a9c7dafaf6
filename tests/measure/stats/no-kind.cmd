sed s/kind/pos/ texte.stem | stats
