/* tribune - runs the programs of the suite, lists them, opens their pages
 * (tribune.1) */
#include <dirent.h>
#include <errno.h>
#include <gsl/gsl_version.h>
#include <inttypes.h>
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
#include "plan.h"
#include "suite.h"

static const struct opt_page page = {
    "tribune [-hqVv] [--exec-path] program [argument ...] | help [program] | "
    "new [-t] folder | reports [-j jobs] folder [variable=value ...] | "
    "reproduce [-j jobs] PROVENANCE.tsv [folder] | "
    "sensitivity [-j jobs] folder [variable=value ...] | "
    "diff before after | recount before after folder",
    "textometry of French political speeches", ""};

enum {
	COLUMN = 16
};

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
		if (first && room < SUITE_ROOMS)
			out_fmt(o, "\n%s: %s\n", suite_rooms[room][0],
			    suite_rooms[room][1]);
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

	suite_programs(s);
	out_stdout(&o);
	out_str(&o,
	    "usage: tribune PROGRAM [argument ...]\n"
	    "       tribune help PROGRAM   its page\n"
	    "       tribune help tribune   concepts, formats, a tour\n");
	for (size_t i = 0; i <= SUITE_ROOMS; i++)
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
		path = suite_folder(
		    s, "/pipeline/tribune.7", "/share/man/man7/tribune.7");
	else if ((path = suite_format(s, name)) == NULL) {
		exe = suite_path(s, name);
		path = suite_page(s, name, &room);
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
	char *path = suite_path(s, *argv);

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
	out_fmt(&o, "utf8proc %s (Unicode %s)\n", utf8proc_version(),
	    utf8proc_unicode_version());
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
	bool named; /* what is behind -- is no option */

	argc -= show;
	argv += show;
	named = argc == 2 && strcmp(*argv, "--") == 0;
	argc -= named;
	argv += named;
	if (argc == 1 && **argv == '-' && !named) {
		optind = 0;
		(void)opt_own(argc + 1, argv - 1, &page);
	}
	if (argc != 1 || (**argv == '-' && !named))
		opt_refuse(&page, "new takes a folder");
	new_study(s->exec, *argv, show);
}

/* What make asks of a study, of its own command line (study.mk). */
static int
run_plan(struct suite *s, int argc, char **argv)
{
	suite_free(s);
	if (argc < 5 || argc > 6)
		opt_refuse(&page,
		    "plan takes a study, its work folder, that of its reports, "
		    "its name and how many texts there are");
	return plan_study(argv);
}

/* The chain runs tribune too, which may have been called by its path. */
static void
find_self(const struct suite *s)
{
	const char *old = getenv("PATH");
	struct buf b = {0};

	buf_str(&b, s->built ? s->exec : s->top);
	buf_str(&b, s->built ? "" : "/bin");
	if (old != NULL) {
		buf_str(&b, ":");
		buf_str(&b, old);
	}
	if (setenv("PATH", b.s, 1) == -1)
		die_sys("PATH");
	buf_free(&b);
}

/* reports ..., reproduce ..., sensitivity ..., recount ...: what the chain does
 * with a folder (reports.sh and the like). */
static void __attribute__((noreturn))
run_script(const struct suite *s, const char *name, int argc, char **argv)
{
	char *chain = suite_folder(s, "/pipeline", "/share/tribune");
	char *script = suite_folder(s, "/pipeline/", "/share/tribune/");
	struct buf path = {0};
	char **arg = mem_new((size_t)argc + 5, sizeof(*arg));

	find_self(s);
	buf_str(&path, script);
	buf_str(&path, name);
	buf_str(&path, ".sh");
	free(script);
	script = path.s;
	arg[0] = mem_string("sh");
	arg[1] = script;
	arg[2] = chain;
	arg[3] = s->exec;
	for (int i = 0; i < argc; i++)
		arg[4 + i] = argv[i];
	arg[4 + argc] = NULL;
	(void)execvp(arg[0], arg);
	die_sys(script);
}

int
main(int argc, char *argv[])
{
	struct suite s;

	err_init(argv[0]);
	suite_find(&s);
	if (argc > 1 && strcmp(argv[1], "--exec-path") == 0) {
		print_exec_path(&s);
		suite_free(&s);
		return RC_OK;
	}
	if (argc > 1 &&
	    (strcmp(argv[1], "-V") == 0 || strcmp(argv[1], "--version") == 0)) {
		print_versions();
		suite_free(&s);
		return RC_OK;
	}
	(void)opt_own(argc, argv, &page);
	argc -= optind;
	argv += optind;
	if (argc == 0)
		opt_refuse(&page, "which program? tribune help lists them");
	if (strcmp(*argv, "new") == 0) {
		run_new(&s, argc - 1, argv + 1);
		suite_free(&s);
		return RC_OK;
	}
	if (strcmp(*argv, "plan") == 0)
		return run_plan(&s, argc - 1, argv + 1);
	if (strcmp(*argv, "reports") == 0 || strcmp(*argv, "reproduce") == 0 ||
	    strcmp(*argv, "sensitivity") == 0 || strcmp(*argv, "recount") == 0)
		run_script(&s, *argv, argc - 1, argv + 1);
	if (strcmp(*argv, "diff") == 0)
		*argv = mem_string("changes");
	if (strcmp(*argv, "help") != 0)
		return run_program(&s, argv);
	if (argc > 1)
		open_page(&s, argv[1]);
	else
		list_programs(&s);
	suite_free(&s);
	return RC_OK;
}
