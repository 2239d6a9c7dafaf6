/* opt - what every command line has in common. */
#ifndef OPT_H
#define OPT_H

#include <stddef.h>
#include <stdint.h>

#define TRIBUNE_VERSION "0.1.0"

struct opt_page {
	const char *use;     /* "ngrams [-q] [-n size] [file ...]" */
	const char *what;    /* one line, as the page's NAME section */
	const char *letters; /* of its own options, as getopt takes them */
};

/* getopt for a program's own letters; -1 behind the last one.  Answers -h and
 * -V, does what -q and -v say, and refuses the rest with exit 2, also what
 * stands behind a file and is no file itself. */
int opt_next(int argc, char **argv, const struct opt_page *page);
/* The same where options of others may stand behind. */
int opt_own(int argc, char **argv, const struct opt_page *page);
/* Exit 2 with "why (usage: ...)". */
void opt_refuse(const struct opt_page *page, const char *why)
    __attribute__((noreturn));
/* The whole number or the decimal that arg holds, within [min, max], or
 * exit 2 with a message that names the option's letter. */
uint64_t opt_u64(int letter, const char *arg, uint64_t min, uint64_t max);
double opt_real(int letter, const char *arg, double min, double max);
/* Which of the words, parted by single blanks, arg is: 0 for the first; exit 2
 * if it is none of them. */
size_t opt_word(int letter, const char *arg, const char *words);
/* The next name of a list that commas part, without the blanks around it, cut
 * off in place; NULL behind the last one.  Exit 2 unless it is UTF-8. */
char *opt_name(int letter, char **list);
/* Exit 2 unless arg, which is written out again, is UTF-8. */
void opt_utf8(int letter, const char *arg);
/* The letters of kinds of tokens (tokens.5), or exit 2. */
const char *opt_kinds(int letter, const char *arg);
/* CPUs that the process may use: for -j by default. */
unsigned opt_cpus(void);

#endif
