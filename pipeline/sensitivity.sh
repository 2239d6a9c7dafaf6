#!/bin/sh
# sensitivity.sh PIPELINE LIBEXEC [-j jobs] FOLDER [VARIABLE=value ...] - what
# `tribune sensitivity` does: the reports of a folder, as reports.sh makes them, and
# the page that tells which of their statements hold (sensitivity.mk).
TRIBUNE_GOAL=sensitivity exec sh "$1/reports.sh" "$@"
