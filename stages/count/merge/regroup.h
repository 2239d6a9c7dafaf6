/* regroup - counts of speeches added up to those of what the speeches belong
 * to: a speaker, a year (merge.1, -b). */
#ifndef REGROUP_H
#define REGROUP_H

#include <stddef.h>

struct regroup_opts {
	const char *by;       /* column of the speeches' table */
	const char *speeches; /* path; column part, or id, names parts */
	size_t memory;        /* in about; 0: the default */
};

/* Writes the tables' sum to standard output, their parts replaced by the cell
 * of the column, NA where it is empty or there is no row.  Exit 1 where a table
 * has no column part in front or breaks its format. */
void regroup(const struct regroup_opts *o, char **files, size_t n);

#endif
