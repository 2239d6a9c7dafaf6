PATH=/nonexistent $(command -v tribune) help table 2>&1 | sed 's,[^ ]*/stages/,stages/,; 3,$d'
