/* err - messages and exits; every program reports through these.  A message is
 * one line: line ends, control characters and bytes that are not UTF-8 of what
 * it quotes become escapes (\x0A, \x1B).
 * In the language of the catalogue TRIBUNE_MESSAGES, if there is one
 * (tribune.7): formats are looked up when something is said, and not before. */
#ifndef ERR_H
#define ERR_H

#include <stdint.h>

enum {
	RC_OK = 0,
	RC_DATA = 1,  /* the input breaks its format */
	RC_USAGE = 2, /* the command line is wrong */
	RC_SYS = 3,   /* I/O, memory */
};

/* First call of main: takes the program's name, silences getopt, calls
 * mem_start(), refuses a closed standard output (a file opened later would take
 * its number). */
void err_init(const char *argv0);
const char *err_prog(void);
void err_quiet(void);   /* -q: note() says nothing */
void err_verbose(void); /* -v: note_more() says something */

/* "prog: what" on stderr, for what was repaired, skipped or assumed. */
void note(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* The same with -v only, for what went as it should. */
void note_more(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* note() of "N one" or "N many", if n is more than 0. */
void note_count(uint64_t n, const char *one, const char *many);
/* Words of the program itself that stand in a message or in what is shown to
 * people, in the language of messages; they live for some calls.  A format
 * stays one. */
const char *err_said(const char *words) __attribute__((format_arg(1)));
/* Marks words that err_said() is given later (tests/messages.pl finds them). */
#define ERR_WORDS(words) words
/* "prog: file:line: what", exit 1; line 0 leaves the number out. */
void die_data(const char *file, uint64_t line, const char *fmt, ...)
    __attribute__((noreturn, format(printf, 3, 4)));
void die_usage(const char *fmt, ...)
    __attribute__((noreturn, format(printf, 1, 2)));
/* "prog: what: strerror(errno)", exit 3 */
void die_sys(const char *what) __attribute__((noreturn));

#endif
