/* tribune - runs the programs of the suite, lists them, opens their pages
 * (tribune.1) */
#include <dirent.h>
#include <errno.h>
#include <gsl/gsl_version.h>
#include <inttypes.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <utf8proc.h>

#include "lib/base/err.h"
#include "lib/base/in.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/lang/fr/stemmer.h"
#include "lib/text/slug.h"
#include "new.h"

static const struct opt_page page = {
    "tribune [-hqVv] [--exec-path] program [argument ...] | help [program] | "
    "new [-t] folder",
    "textometry of French political speeches", ""};

/* In the order of the way that a speech goes. */
static const char *const rooms[][2] = {
    {"read", "texts to transcripts"},
    {"segment", "transcripts to tokens"},
    {"count", "tokens to counts"},
    {"measure", "figures of one text or part"},
    {"compare", "what differs, what is alike"},
    {"show", "tables to text, pictures and pages"},
};

enum {
	N_ROOMS = sizeof(rooms) / sizeof(*rooms),
	COLUMN = 16
};

struct program {
	char *name;
	char *what;  /* the .Nd line of its page, or "" */
	size_t room; /* N_ROOMS: not told */
};

struct suite {
	char *exec; /* folder of the programs */
	char *top;  /* build tree: the checkout; installed: the prefix */
	bool built; /* it is a build tree */
	struct program *program; /* by name */
	size_t n;
	size_t cap;
};

/* ---- where things are ---- */

static char *
join(const char *a, const char *b, const char *c)
{
	struct buf s = {0};

	buf_str(&s, a);
	buf_str(&s, b);
	buf_str(&s, c);
	return s.s;
}

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
static void
find_suite(struct suite *s)
{
	char exe[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", exe, sizeof(exe) - 1);

	*s = (struct suite){0};
	if (n < 0)
		die_sys("/proc/self/exe");
	exe[n] = '\0';
	up(exe);
	s->top = mem_copy(exe, strlen(exe));
	up(s->top);
	s->exec = join(s->top, "/libexec/tribune", "");
	if (access(s->exec, X_OK) == 0)
		return;
	free(s->exec);
	s->exec = mem_copy(exe, strlen(exe));
	s->built = true;
	while (*s->top != '\0') {
		char *p = join(s->top, "/pipeline/tribune.7", "");
		bool found = access(p, R_OK) == 0;

		free(p);
		if (found)
			return;
		up(s->top);
	}
}

/* The page of a program; *room is told where the path tells it.  NULL if
 * there is none. */
static char *
page_of(const struct suite *s, const char *name, size_t *room)
{
	struct buf file = {0};
	char *path = NULL;

	*room = N_ROOMS;
	buf_str(&file, s->built ? "" : "tribune-");
	buf_str(&file, name);
	buf_str(&file, ".1");
	for (size_t i = 0; i < N_ROOMS && path == NULL; i++) {
		char *dir = s->built ? join(s->top, "/stages/", rooms[i][0])
				     : join(s->top, "/share/man/man1", "");

		if (s->built) {
			char *own = join(dir, "/", name);

			free(dir);
			dir = own;
			*room = i;
		}
		path = join(dir, "/", file.s);
		free(dir);
		if (access(path, R_OK) == -1) {
			free(path);
			path = NULL;
			*room = N_ROOMS;
		}
	}
	buf_free(&file);
	return path;
}

/* The page of a format, NULL if there is none. */
static char *
format_page(const struct suite *s, const char *name)
{
	char *dir = join(s->top,
	    s->built ? "/pipeline/formats/" : "/share/man/man5/tribune-", name);
	char *path = join(dir, ".5", "");

	free(dir);
	if (strchr(name, '/') == NULL && access(path, R_OK) == 0)
		return path;
	free(path);
	return NULL;
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
			for (size_t i = 0; i < N_ROOMS; i++)
				if (strcmp(s + sizeof(room) - 1, rooms[i][0]) ==
				    0)
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

static void
find_programs(struct suite *s)
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
		p.name = mem_copy(e->d_name, strlen(e->d_name));
		p.what = mem_copy("", 0);
		path = page_of(s, p.name, &p.room);
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

static void
free_suite(struct suite *s)
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

static void __attribute__((noreturn))
no_program(struct suite *s, const char *name)
{
	struct buf b = {0};
	size_t best = 1 + strlen(name) / 3;
	size_t n = 0;

	find_programs(s);
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
static char *
path_of(struct suite *s, const char *name)
{
	char *path;

	if (*name != '\0' && *name != '.' && strchr(name, '/') == NULL &&
	    strcmp(name, "tribune") != 0) {
		path = join(s->exec, "/", name);
		if (access(path, X_OK) == 0)
			return path;
		free(path);
	}
	no_program(s, name);
}

/* ---- help ---- */

static void
list_room(const struct suite *s, struct out *o, size_t room)
{
	bool first = true;

	for (size_t i = 0; i < s->n; i++) {
		const struct program *p = &s->program[i];
		size_t len = strlen(p->name);

		if (p->room != room)
			continue;
		if (first && room < N_ROOMS)
			out_fmt(
			    o, "\n%s: %s\n", rooms[room][0], rooms[room][1]);
		else if (first)
			out_str(o, "\nothers\n");
		first = false;
		out_fmt(o, "  %s%*s%s\n", p->name,
		    *p->what == '\0'   ? 0
			: len < COLUMN ? (int)(COLUMN - len)
				       : 1,
		    "", p->what);
	}
}

static void
list_programs(struct suite *s)
{
	struct out o;

	find_programs(s);
	out_stdout(&o);
	out_str(&o,
	    "usage: tribune PROGRAM [argument ...]\n"
	    "       tribune help PROGRAM   its page\n"
	    "       tribune help tribune   concepts, formats, a tour\n");
	for (size_t i = 0; i <= N_ROOMS; i++)
		list_room(s, &o, i);
	out_close(&o);
}

/* The page of a program, a format or the suite, by man or mandoc; where neither
 * is, its path and -h. */
static void
open_page(struct suite *s, const char *name)
{
	bool suite = strcmp(name, "tribune") == 0;
	char *exe = NULL;
	char *path;
	size_t room;

	if (suite)
		path = join(s->top, s->built ? "/pipeline" : "/share/man/man7",
		    "/tribune.7");
	else if ((path = format_page(s, name)) == NULL) {
		exe = path_of(s, name);
		path = page_of(s, name, &room);
	}
	if (path == NULL)
		die_usage("'%s' has no page; try tribune %s -h", name, name);
	(void)execlp("man", "man", "-l", path, (char *)NULL);
	(void)execlp("mandoc", "mandoc", "-a", path, (char *)NULL);
	if (errno != ENOENT)
		die_sys("man");
	note("neither man nor mandoc is here; the page is %s", path);
	if (exe != NULL) {
		(void)execl(exe, name, "-h", (char *)NULL);
		die_sys(exe);
	}
	free(path);
}

/* ---- main ---- */

static int
run_program(struct suite *s, char **argv)
{
	char *path = path_of(s, *argv);

	(void)execv(path, argv);
	die_sys(path);
}

static void
print_exec_path(const struct suite *s)
{
	struct out o;

	out_stdout(&o);
	out_str(&o, s->exec);
	out_ch(&o, '\n');
	out_close(&o);
}

/* What the figures of a study depend on beside the programs. */
static void
print_versions(void)
{
	struct out o;

	out_stdout(&o);
	out_fmt(&o, "tribune (Tribune) %s\n", TRIBUNE_VERSION);
	out_fmt(&o, "utf8proc %s\n", utf8proc_version());
	out_fmt(&o, "GSL %s\n", gsl_version);
	out_fmt(&o, STEMMER_NAME ": fingerprint %016" PRIx64 "\n",
	    stemmer_fingerprint());
	out_close(&o);
}

/* new [-t] folder */
static void
run_new(const struct suite *s, int argc, char **argv)
{
	bool show = argc > 0 && strcmp(*argv, "-t") == 0;

	if (argc != 1 + show || (!show && **argv == '-'))
		opt_refuse(&page, "new takes a folder");
	new_study(s->exec, argv[show], show);
}

int
main(int argc, char *argv[])
{
	struct suite s;

	err_init(argv[0]);
	find_suite(&s);
	if (argc > 1 && strcmp(argv[1], "--exec-path") == 0) {
		print_exec_path(&s);
		free_suite(&s);
		return RC_OK;
	}
	if (argc > 1 &&
	    (strcmp(argv[1], "-V") == 0 || strcmp(argv[1], "--version") == 0)) {
		print_versions();
		free_suite(&s);
		return RC_OK;
	}
	(void)opt_next(argc, argv, &page);
	argc -= optind;
	argv += optind;
	if (argc == 0)
		opt_refuse(&page, "which program? tribune help lists them");
	if (strcmp(*argv, "new") == 0) {
		run_new(&s, argc - 1, argv + 1);
		free_suite(&s);
		return RC_OK;
	}
	if (strcmp(*argv, "help") != 0)
		return run_program(&s, argv);
	if (argc > 1)
		open_page(&s, argv[1]);
	else
		list_programs(&s);
	free_suite(&s);
	return RC_OK;
}
