#include "suite.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/in.h"
#include "lib/base/mem.h"
#include "lib/text/slug.h"

const char *const suite_rooms[SUITE_ROOMS][2] = {
    {"read", "texts to transcripts"},
    {"segment", "transcripts to tokens"},
    {"count", "tokens to counts"},
    {"measure", "figures of one text or part"},
    {"compare", "what differs, what is alike"},
    {"show", "tables to text, pictures and pages"},
};

/* ---- where things are ---- */

/* Cuts the last part of a path off. */
static void
up(char *path)
{
	char *slash = strrchr(path, '/');

	if (slash != NULL)
		*slash = '\0';
}

/* PREFIX/bin/tribune has PREFIX/libexec/tribune; in a build tree the
 * programs stand beside it, the pages in stages/ of the checkout. */
void
suite_find(struct suite *s)
{
	char exe[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", exe, sizeof(exe) - 1);

	*s = (struct suite){0};
	if (n < 0)
		die_sys("/proc/self/exe");
	exe[n] = '\0';
	up(exe);
	s->top = mem_string(exe);
	up(s->top);
	s->exec = mem_join(s->top, "/libexec/tribune", "");
	if (access(s->exec, X_OK) == 0)
		return;
	free(s->exec);
	s->exec = mem_string(exe);
	s->built = true;
	while (*s->top != '\0') {
		char *p = mem_join(s->top, "/pipeline/tribune.7", "");
		bool found = access(p, R_OK) == 0;

		free(p);
		if (found)
			return;
		up(s->top);
	}
}

/* The page of a program; *room is told where the path tells it.  NULL if
 * there is none. */
char *
suite_page(const struct suite *s, const char *name, size_t *room)
{
	struct buf file = {0};
	char *path = NULL;

	*room = SUITE_ROOMS;
	buf_str(&file, s->built ? "" : "tribune-");
	buf_str(&file, name);
	buf_str(&file, ".1");
	for (size_t i = 0; i < SUITE_ROOMS && path == NULL; i++) {
		char *dir = s->built
		    ? mem_join(s->top, "/stages/", suite_rooms[i][0])
		    : mem_join(s->top, "/share/man/man1", "");

		if (s->built) {
			char *own = mem_join(dir, "/", name);

			free(dir);
			dir = own;
			*room = i;
		}
		path = mem_join(dir, "/", file.s);
		free(dir);
		if (access(path, R_OK) == -1) {
			free(path);
			path = NULL;
			*room = SUITE_ROOMS;
		}
	}
	buf_free(&file);
	return path;
}

/* The page of a format, NULL if there is none. */
char *
suite_format(const struct suite *s, const char *name)
{
	char *dir = mem_join(s->top,
	    s->built ? "/pipeline/formats/" : "/share/man/man5/tribune-", name);
	char *path = mem_join(dir, ".5", "");

	free(dir);
	if (strchr(name, '/') == NULL && access(path, R_OK) == 0)
		return path;
	free(path);
	return NULL;
}

char *
suite_folder(const struct suite *s, const char *built, const char *installed)
{
	return mem_join(s->top, s->built ? built : installed, "");
}

/* ---- the programs there are ---- */

/* From the page: its .Nd line, and the room that `make install` notes. */
static void
read_page(const char *path, struct program *p)
{
	static const char nd[] = ".Nd ";
	static const char room[] = ".\\\" room: ";
	struct in in;
	char *s;
	size_t len;

	in_open(&in, path, NULL);
	while (in_line(&in, &s, &len)) {
		s[len] = '\0';
		if (strncmp(s, room, sizeof(room) - 1) == 0)
			for (size_t i = 0; i < SUITE_ROOMS; i++)
				if (strcmp(s + sizeof(room) - 1,
					suite_rooms[i][0]) == 0)
					p->room = i;
		if (strncmp(s, nd, sizeof(nd) - 1) == 0) {
			free(p->what);
			p->what = mem_copy(
			    s + sizeof(nd) - 1, len - (sizeof(nd) - 1));
			break;
		}
	}
	in_close(&in);
}

static int
by_name(const void *a, const void *b)
{
	const struct program *x = a;
	const struct program *y = b;

	return strcmp(x->name, y->name);
}

void
suite_programs(struct suite *s)
{
	DIR *d = opendir(s->exec);
	const struct dirent *e;

	if (d == NULL)
		die_sys(s->exec);
	while ((e = readdir(d)) != NULL) {
		struct program p = {0};
		char *path;

		if (*e->d_name == '.' || strcmp(e->d_name, "tribune") == 0)
			continue;
		p.name = mem_string(e->d_name);
		p.what = mem_string("");
		path = suite_page(s, p.name, &p.room);
		if (path != NULL)
			read_page(path, &p);
		free(path);
		s->program = mem_grow(
		    s->program, &s->cap, s->n + 1, sizeof(*s->program));
		s->program[s->n++] = p;
	}
	(void)closedir(d);
	if (s->n > 0)
		qsort(s->program, s->n, sizeof(*s->program), by_name);
}

void
suite_free(struct suite *s)
{
	for (size_t i = 0; i < s->n; i++) {
		free(s->program[i].name);
		free(s->program[i].what);
	}
	free(s->program);
	free(s->exec);
	free(s->top);
}

/* ---- names that are nearly right ---- */

/* What `tribune` does itself. */
static void
add_commands(struct suite *s)
{
	static const char *const own[] = {"diff", "help", "new", "recount",
	    "reports", "reproduce", "sensitivity"};

	for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++) {
		s->program = mem_grow(
		    s->program, &s->cap, s->n + 1, sizeof(*s->program));
		s->program[s->n++] =
		    (struct program){.name = mem_string(own[i])};
	}
}

static void __attribute__((noreturn))
no_program(struct suite *s, const char *name)
{
	struct buf b = {0};
	size_t best = 1 + strlen(name) / 3;
	size_t n = 0;

	suite_programs(s);
	add_commands(s);
	for (size_t i = 0; i < s->n; i++) {
		size_t far = near_distance(name, s->program[i].name);

		best = far < best ? far : best;
	}
	for (size_t i = 0; i < s->n; i++) {
		const char *p = s->program[i].name;

		if (near_distance(name, p) != best &&
		    (strlen(name) < 3 || strncmp(p, name, strlen(name)) != 0))
			continue;
		buf_str(&b, n++ > 0 ? ", " : "; did you mean ");
		buf_str(&b, p);
	}
	buf_str(&b, n > 0 ? "?" : "");
	die_usage("no program '%s'%s (tribune help lists them)", name, b.s);
}

/* Exit 2 unless there is such a program; its path. */
char *
suite_path(struct suite *s, const char *name)
{
	char *path;

	if (*name != '\0' && *name != '.' && strchr(name, '/') == NULL &&
	    strcmp(name, "tribune") != 0) {
		path = mem_join(s->exec, "/", name);
		if (access(path, X_OK) == 0)
			return path;
		free(path);
	}
	no_program(s, name);
}
