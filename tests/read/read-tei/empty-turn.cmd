read-tei empty-turn.xml
