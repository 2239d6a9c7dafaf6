# tolerance 1e-5
trend -q -M kendall trend.tsv | cut -f 1,5-9,11,12
