# The bundled sample: two web dumps and sixteen one-file speeches.
ifeq ($(REPORT_LANG),fr)
TITLE = L’échantillon de Tribune : cinq institutions inventées, 2021-2025
else
TITLE = Tribune's sample: five invented offices, 2021-2025
endif
TEXTS = departement.txt mairie.txt \
	$(sort $(patsubst $(STUDY)/%,%,$(wildcard $(STUDY)/discours/*.txt)))
READ_departement.txt = read-dump
READ_mairie.txt      = read-dump
META   = metadata.tsv
PARTS  = speaker year
PIVOTS = loi maire enfants entreprises pouvoir_d'achat
AGAINST = Ministères: speaker~^Ministère | Groupe: speaker~^Groupe
