/* regroup - counts of speeches added up to those of what the speeches belong
 * to: a speaker, a year; or those of units to those of their speeches (merge.1,
 * -b and -U). */
#ifndef REGROUP_H
#define REGROUP_H

#include <stdbool.h>
#include <stddef.h>

struct regroup_opts {
	bool units;           /* add up those of a speech; else */
	const char *by;       /* column of the speeches' table */
	const char *speeches; /* path; column part, or id, names parts */
	size_t memory;        /* in about; 0: the default */
};

/* Writes the tables' sum to standard output, their parts replaced by the cell
 * of the column, NA where it is empty or there is no row.  Exit 1 where a table
 * has no column part in front or breaks its format, or a part is no unit. */
void regroup(const struct regroup_opts *o, char **files, size_t n);

#endif
