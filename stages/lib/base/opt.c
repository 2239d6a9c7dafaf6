#include "opt.h"

#include <ctype.h>
#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <math.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "err.h"
#include "mem.h"
#include "out.h"
#include "utf8.h"

static void __attribute__((noreturn)) finish(void)
{
	if (fclose(stdout) == EOF)
		die_sys(OUT_STDOUT);
	out_name();
	exit(RC_OK);
}

static void __attribute__((noreturn)) put_usage(const struct opt_page *page)
{
	printf("%s - %s\nusage: %s\nmore: tribune help %s\n", err_prog(),
	    page->what, page->use, err_prog());
	finish();
}

void
opt_refuse(const struct opt_page *page, const char *why)
{
	die_usage("%s (usage: %s)", err_said(why), page->use);
}

enum {
	OUTPUT = 256 /* what no letter is */
};

/* last: the word that was looked at last. */
static void __attribute__((noreturn))
refuse_option(int ch, const struct opt_page *page, const char *last)
{
	if (ch == ':' && optopt == OUTPUT)
		die_usage(
		    "option --output needs a value (usage: %s)", page->use);
	if (ch == ':')
		die_usage(
		    "option -%c needs a value (usage: %s)", optopt, page->use);
	if (optopt > 0 && optopt < OUTPUT && isprint(optopt) != 0)
		die_usage("unknown option -%c (usage: %s)", optopt, page->use);
	if (strncmp(last, "--", 2) == 0)
		die_usage("unknown option %.80s (usage: %s)", last, page->use);
	die_usage("unknown option (usage: %s)", page->use);
}

int
opt_own(int argc, char **argv, const struct opt_page *page)
{
	static const struct option longer[] = {{"help", no_argument, NULL, 'h'},
	    {"output", required_argument, NULL, OUTPUT},
	    {"version", no_argument, NULL, 'V'}, {0}};
	char all[128];
	int ch;

	(void)snprintf(all, sizeof(all), "+:%shqVv", page->letters);
	while ((ch = getopt_long(argc, argv, all, longer, NULL)) != -1) {
		if (ch == OUTPUT) {
			out_redirect(optarg);
			continue;
		}
		if (ch != ':' && strchr(page->letters, ch) != NULL)
			return ch;
		switch (ch) {
		case 'h':
			put_usage(page);
		case 'q':
			err_quiet();
			break;
		case 'V':
			printf(
			    "%s (Tribune) %s\n", err_prog(), TRIBUNE_VERSION);
			finish();
		case 'v':
			err_verbose();
			break;
		default:
			refuse_option(ch, page, argv[optind - 1]);
		}
	}
	return -1;
}

/* table file -n 2: what would be taken for files. */
static void
refuse_behind(char **argv, const struct opt_page *page)
{
	if (strcmp(argv[optind - 1], "--") == 0)
		return;
	for (char **s = argv + optind; *s != NULL; s++) {
		if (strcmp(*s, "--") == 0)
			return;
		if (**s == '-' && (*s)[1] != '\0' && access(*s, F_OK) != 0)
			die_usage("'%.80s' stands behind '%.80s': options come "
				  "first (usage: %s)",
			    *s, argv[optind], page->use);
	}
}

int
opt_next(int argc, char **argv, const struct opt_page *page)
{
	int ch = opt_own(argc, argv, page);

	if (ch == -1)
		refuse_behind(argv, page);
	return ch;
}

uint64_t
opt_u64(int letter, const char *arg, uint64_t min, uint64_t max)
{
	char *end;
	uintmax_t v;

	errno = 0;
	v = strtoumax(arg, &end, 10);
	if (errno != 0 || *arg < '0' || *arg > '9' || *end != '\0' || v < min ||
	    v > max)
		die_usage("option -%c: '%s' is not a whole number from %" PRIu64
			  " to %" PRIu64,
		    letter, arg, min, max);
	return v;
}

double
opt_real(int letter, const char *arg, double min, double max)
{
	char *end;
	double v;

	errno = 0;
	v = strtod(arg, &end);
	if (end == arg || *end != '\0' || !isfinite(v) || v < min || v > max)
		die_usage("option -%c: '%s' is not a number from %g to %g",
		    letter, arg, min, max);
	return v;
}

static void __attribute__((noreturn))
refuse_word(int letter, const char *arg, const char *words)
{
	struct buf list = {0};
	const char *last = strrchr(words, ' ');

	if (last == NULL)
		die_usage("option -%c: '%s' is not %s", letter, arg, words);
	if (strchr(words, ' ') == last)
		die_usage("option -%c: '%s' is neither %.*s nor %s", letter,
		    arg, (int)(last - words), words, last + 1);
	for (; *words != '\0'; words++)
		buf_mem(
		    &list, *words == ' ' ? ", " : words, *words == ' ' ? 2 : 1);
	die_usage("option -%c: '%s' is none of %s", letter, arg, list.s);
}

size_t
opt_word(int letter, const char *arg, const char *words)
{
	const char *s = words;

	for (size_t i = 0;; i++) {
		size_t len = strcspn(s, " ");

		if (len == strlen(arg) && memcmp(s, arg, len) == 0)
			return i;
		if (s[len] == '\0')
			refuse_word(letter, arg, words);
		s += len + 1;
	}
}

void
opt_utf8(int letter, const char *arg)
{
	size_t len = strlen(arg);

	if (utf8_check(arg, len) < len)
		die_usage("option -%c: not UTF-8", letter);
}

char *
opt_name(int letter, char **list)
{
	char *s = strsep(list, ",");
	size_t n;

	if (s == NULL)
		return NULL;
	opt_utf8(letter, s);
	s += strspn(s, " ");
	n = strlen(s);
	while (n > 0 && s[n - 1] == ' ')
		s[--n] = '\0';
	return s;
}

const char *
opt_kinds(int letter, const char *arg)
{
	if (*arg == '\0' || arg[strspn(arg, "wnpsu")] != '\0')
		die_usage("option -%c: '%s': kinds are w, n, p, s and u",
		    letter, arg);
	return arg;
}

unsigned
opt_cpus(void)
{
	cpu_set_t set;

	if (sched_getaffinity(0, sizeof(set), &set) != 0)
		return 1;
	return (unsigned)CPU_COUNT(&set);
}
