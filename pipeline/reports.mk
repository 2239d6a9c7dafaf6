# reports.mk - the last layer of a study: tables -> reports/NAME.
reports: $(W)/corpus.vrt

.PHONY: reports
