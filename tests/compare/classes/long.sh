#!/bin/sh
# long.sh - four speeches of several segments, two on each of two themes.
sh petit.sh - <<'TEXT'
2020|A|L’école, les élèves. La classe, l’école. Un professeur, des élèves. L’école, la classe. Les élèves, le professeur. La classe, les élèves.
2021|B|Le budget, l’impôt. La dette, le budget. L’impôt, la dette. Le budget, la dette. La dette, l’impôt. Le budget, l’impôt.
2022|A|La classe, le professeur. L’école, les élèves. La classe, l’école. Le professeur, les élèves. L’école, la classe.
2023|B|L’impôt, le budget. Le budget, la dette. La dette, l’impôt. Le budget, l’impôt. La dette, le budget.
TEXT
