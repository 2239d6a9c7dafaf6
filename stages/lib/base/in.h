/* in - block reader of checked lines: UTF-8, no NUL, bounded, LF removed.
 *
 * CR alone ends lines where the first 64 KiB have one and no LF; the CR of
 * CRLF is the caller's to take.  What zstd(1) packed is unpacked: its first
 * four bytes are those of no text. */
#ifndef IN_H
#define IN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define IN_LINE_MAX ((size_t)16 << 20)
enum {
	IN_SLACK = 64
}; /* readable bytes behind every line */

struct in {
	int fd;
	const char *name; /* as the user gave it, or <stdin> */
	char *buf;
	size_t cap;
	size_t pos;    /* the next line begins here */
	size_t end;    /* end of the checked whole lines */
	size_t fill;   /* end of the bytes read */
	uint64_t line; /* number of the last line given, from 1 */
	bool eof;
	bool cut;           /* the last line of the input had no LF */
	bool bom;           /* a byte order mark was left out */
	bool settled;       /* how lines end is known */
	bool by_cr;         /* with CR alone; else with LF or CRLF */
	uint64_t n_cr;      /* such ends */
	bool option;        /* the program has an option -e */
	bool begun;         /* the first bytes were read */
	struct packed *zst; /* what zstd packed, or NULL */
	struct recode *rec; /* conversion in force, or NULL */
};

/* An encoding that text of the language may come in, and its letters there. */
struct in_encoding {
	const char *name;
	const char *letters;
};
/* The likeliest first, a name NULL behind; what a message about bytes that are
 * not UTF-8 guesses from.  The language gives them (lib/lang/fr/lang.c).
 */
extern const struct in_encoding in_encodings[];
/* The one that bytes which are not UTF-8 are likely in. */
const char *in_guess(const char *s, size_t len);

/* path NULL or "-" is standard input; encoding NULL is UTF-8, "" too, for
 * programs whose option -e could say another, else a name that iconv(1) knows.
 *  An input without a byte is an error (exit 1). */
void in_open(struct in *in, const char *path, const char *encoding);
bool in_fill(struct in *in); /* more lines into buf; false at the end */
void in_close(struct in *in);

/* The next line; it may be changed in place until the next call. */
static inline bool
in_line(struct in *in, char **s, size_t *len)
{
	char *nl;

	if (in->pos == in->end && !in_fill(in))
		return false;
	*s = in->buf + in->pos;
	nl = memchr(*s, '\n', in->end - in->pos);
	*len = (size_t)(nl - *s);
	in->pos += *len + 1;
	in->line++;
	return true;
}

#endif
