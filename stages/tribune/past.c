#include "past.h"

#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "disk.h"
#include "lib/base/err.h"
#include "touched.h"

enum {
	FUTURE = 3 /* seconds from now */
};

/* ---- the clock ---- */

struct clock {
	time_t after; /* files changed after it are of the future */
	bool found;
	bool work; /* what it is, else published */
	struct touched *touched;
};

static bool
see_future(void *arg, const char *path, const struct stat *st)
{
	struct clock *c = arg;

	touched_see(c->touched, path, st);
	c->found |= st->st_mtim.tv_sec >= c->after;
	return true;
}

static bool
see_folder(void *arg, const char *path, const struct stat *st)
{
	struct clock *c = arg;

	touched_see(c->touched, path, st);
	return true;
}

static bool
see_made(void *arg, const char *path, const struct stat *st)
{
	static const char *const made[] = {
	    ".zst", ".tsv", ".txt", "/corpus.vrt", "/published", "/parts.ok"};
	const struct clock *c = arg;
	struct timespec to[2] = {
	    {.tv_nsec = UTIME_NOW}, {.tv_nsec = UTIME_NOW}};

	if (st->st_mtim.tv_sec < c->after)
		return true;
	for (size_t i = 0; c->work && i < sizeof(made) / sizeof(*made); i++)
		if (disk_ends(path, made[i])) {
			disk_remove(path);
			return true;
		}
	if (!c->work)
		to[0] = to[1] = (struct timespec){0};
	if (utimensat(AT_FDCWD, path, to, 0) == -1 && c->work)
		die_sys(path);
	return true;
}

void
past_clock(const struct plan *p)
{
	struct touched t;
	struct clock c = {.after = time(NULL) + FUTURE + 1, .touched = &t};
	struct disk_walk w = {INT_MAX, true, see_future, &c, see_folder};

	touched_open(&t, p);
	(void)disk_walk(p->work, &w);
	(void)disk_walk(p->out, &w);
	touched_close(&t);
	if (!c.found)
		return;
	note("%s: files of the future: the clock was set back, so that all is "
	     "made again",
	    p->work);
	w.see = see_made;
	w.see_folder = NULL;
	c.after = time(NULL);
	c.work = true;
	(void)disk_walk(p->work, &w);
	c.work = false;
	(void)disk_walk(p->out, &w);
}

/* ---- a published table was written to ---- */

/* It is the one of the work folder, under a second name (others have more names
 * in choices of the study: choices.sh), or was put in its place. */
struct tables {
	const struct plan *p;
	struct timespec published;
	bool changed;
	bool replaced;
};

static bool
is_later(const struct stat *st, const struct tables *t)
{
	return st->st_mtim.tv_sec != t->published.tv_sec
	    ? st->st_mtim.tv_sec > t->published.tv_sec
	    : st->st_mtim.tv_nsec > t->published.tv_nsec;
}

static bool
see_table(void *arg, const char *path, const struct stat *st)
{
	struct tables *t = arg;
	const char *name = strrchr(path, '/') + 1;
	struct stat other;
	char *as;

	/* (sensitivity's are copies, made behind the others: touched.h) */
	if (!disk_ends(name, ".tsv") || strncmp(name, "sensitivity", 11) == 0)
		return true;
	as = mem_join(t->p->out, "/", name);
	if (stat(as, &other) == -1 || !is_later(&other, t))
		;
	else if (other.st_ino != st->st_ino || other.st_dev != st->st_dev) {
		note("%s/%s: changed since it was made: it is written again",
		    t->p->out, name);
		t->replaced = true;
	} else {
		note("%s/%s: changed since it was made: all tables are made "
		     "again",
		    t->p->out, name);
		t->changed = true;
	}
	free(as);
	return true;
}

static bool
see_all_tables(void *arg, const char *path, const struct stat *st)
{
	(void)arg;
	(void)st;
	if (disk_ends(path, ".tsv") && !disk_ends(path, "/inputs.tsv"))
		disk_remove(path);
	return true;
}

static bool
see_choice(void *arg, const char *path, const struct stat *st)
{
	(void)arg;
	(void)st;
	disk_remove(path);
	return true;
}

void
past_tables(const struct plan *p)
{
	char *path = plan_path(p, "published");
	char *choices = plan_path(p, "choices");
	struct tables t = {.p = p};
	struct disk_walk w = {1, true, see_table, &t, NULL};
	const struct disk_walk all = {INT_MAX, true, see_choice, NULL, NULL};
	struct stat st;

	if (stat(path, &st) == 0) {
		t.published = st.st_mtim;
		(void)disk_walk(p->work, &w);
	}
	if (t.replaced)
		disk_remove(path);
	if (t.changed) {
		w.see = see_all_tables;
		(void)disk_walk(p->work, &w);
		(void)disk_walk(choices, &all);
	}
	free(choices);
	free(path);
}
