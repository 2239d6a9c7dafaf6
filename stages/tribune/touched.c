#include "touched.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "disk.h"
#include "lib/base/err.h"

enum {
	TOLD = 5 /* so many are named */
};

void
touched_open(struct touched *t, const struct plan *p)
{
	char *path[] = {plan_path(p, ".ended"), plan_path(p, ".begun")};
	struct stat st;

	*t = (struct touched){.p = p};
	for (size_t i = 0; i < 2; i++) {
		if (!t->any && stat(path[i], &st) == 0) {
			t->any = true;
			t->ended = i == 0;
			t->since = st.st_mtim;
		}
		free(path[i]);
	}
}

/* What stands in the path behind a folder, or NULL. */
static const char *
below(const char *path, const char *folder)
{
	size_t len = strlen(folder);

	return strncmp(path, folder, len) == 0 && path[len] == '/'
	    ? path + len + 1
	    : NULL;
}

static bool
is_page(const char *name)
{
	return disk_ends(name, ".txt") || disk_ends(name, ".html");
}

static bool
is_sheet(const char *name)
{
	return strncmp(name, "sheets/", strlen("sheets/")) == 0 &&
	    is_page(name);
}

/* Is there a command of the study that makes a file of this name?  One makes a
 * page as text and as HTML. */
static bool
is_made(const struct touched *t, const char *name)
{
	char *as = mem_join("commands", "/", name);
	char *path;
	bool made;

	if (disk_ends(as, ".zst"))
		as[strlen(as) - strlen(".zst")] = '\0';
	if (disk_ends(as, ".html") && strcmp(name, "index.html") != 0)
		memcpy(
		    as + strlen(as) - strlen(".html"), ".txt", sizeof(".txt"));
	path = plan_path(t->p, as);
	made = strchr(name, '.') != NULL && disk_is(path);
	free(path);
	free(as);
	return made || strcmp(name, "PROVENANCE.tsv") == 0 ||
	    strncmp(name, "sensitivity.", strlen("sensitivity.")) == 0 ||
	    strncmp(name, "sensitivity-", strlen("sensitivity-")) == 0;
}

static bool
is_later(const struct timespec *a, const struct timespec *b)
{
	return a->tv_sec != b->tv_sec ? a->tv_sec > b->tv_sec
				      : a->tv_nsec > b->tv_nsec;
}

/* Also one that was put there with the date of before. */
static bool
is_touched(const struct touched *t, const struct stat *st)
{
	return t->any &&
	    (is_later(&st->st_mtim, &t->since) ||
		(st->st_nlink == 1 && is_later(&st->st_ctim, &t->since)));
}

/* Tables are looked at elsewhere, but for those that are no links (past.h). */
static bool
is_table(const char *name)
{
	return disk_ends(name, ".tsv") && strcmp(name, "PROVENANCE.tsv") != 0 &&
	    strncmp(name, "sensitivity", strlen("sensitivity")) != 0;
}

static void
tell(struct touched *t, const char *name)
{
	if (t->ended && t->n++ < TOLD)
		note("%s/%s: changed since it was made: it is written again",
		    t->p->out, name);
}

/* A file of reports/NAME, or of its sheets. */
static void
see_file(struct touched *t, const char *path, const char *name)
{
	if (is_sheet(name) || strcmp(name, "sheets/index.tsv") == 0) {
		t->sheets = true;
		tell(t, name);
	} else if (!is_table(name) && is_made(t, name)) {
		tell(t, name);
		disk_remove(path);
	}
}

void
touched_see(struct touched *t, const char *path, const struct stat *st)
{
	const char *out = below(path, t->p->out);
	const char *work = below(path, t->p->work);
	bool later = !t->p->inner && is_touched(t, st);

	if (S_ISDIR(st->st_mode)) {
		if (out != NULL ? is_sheet(out) || is_made(t, out)
				: work != NULL && is_made(t, work))
			die_data(path, 0,
			    "it is a folder, and a file is to be written "
			    "there: take it away");
		t->sheets |= later && out != NULL && strcmp(out, "sheets") == 0;
	} else if (later && out != NULL)
		see_file(t, path, out);
}

void
touched_close(struct touched *t)
{
	char *index = mem_join(t->p->out, "/", "sheets/index.tsv");
	char *begun = plan_path(t->p, ".begun");
	char *ended = plan_path(t->p, ".ended");
	struct buf nothing = {0};

	if (t->n > TOLD)
		note("%s: changed since they were made, and written again too: "
		     "files: %u",
		    t->p->out, t->n - TOLD);
	/* sheets(1) looks at each, and writes those that are others */
	if (t->sheets)
		disk_remove(index);
	if (!t->p->inner) {
		disk_keep(begun, &nothing);
		if (utimensat(AT_FDCWD, begun, NULL, 0) == -1)
			die_sys(begun);
		disk_remove(ended);
	}
	free(ended);
	free(begun);
	free(index);
}
