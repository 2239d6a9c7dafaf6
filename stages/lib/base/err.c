#include "err.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mem.h"
#include "out.h"
#include "utf8.h"

static const char *prog = "?";
static bool silent;
static bool verbose;

void
err_init(const char *argv0)
{
	const char *base = strrchr(argv0, '/');

	prog = base != NULL ? base + 1 : argv0;
	opterr = 0;
	/* a limit on files (ulimit -f) is an error like a full disk */
	(void)signal(SIGXFSZ, SIG_IGN);
	mem_start();
	if (fcntl(STDOUT_FILENO, F_GETFD) == -1)
		die_sys(OUT_STDOUT);
	if (fcntl(STDERR_FILENO, F_GETFD) == -1 &&
	    open("/dev/null", O_WRONLY) == -1)
		die_sys("standard error");
}

const char *
err_prog(void)
{
	return prog;
}

void
err_quiet(void)
{
	silent = true;
}

void
err_verbose(void)
{
	verbose = true;
}

/* What the terminal would not show as it is, for messages quote input: control
 * characters, also those of U+0080 to U+009F, and bytes that are not UTF-8. */
static size_t
unseen(const char *s, size_t len)
{
	unsigned char c = (unsigned char)s[0];

	if (c < 0x20 || c == 0x7F)
		return 1;
	if (c == 0xC2 && len > 1 && (unsigned char)s[1] < 0xA0)
		return utf8_check(s, 2) == 2 ? 2 : 1;
	if (c < 0x80)
		return 0;
	if (len > 2 &&
	    (memcmp(s, "\xE2\x80\xA8", 3) >= 0 &&
		memcmp(s, "\xE2\x80\xAE", 3) <= 0))
		return 3; /* ends of lines, turns of the writing direction */
	if (len > 2 &&
	    (memcmp(s, "\xE2\x81\xA6", 3) >= 0 &&
		memcmp(s, "\xE2\x81\xA9", 3) <= 0))
		return 3;
	/* a letter has four bytes at most */
	return utf8_check(s, len < 4 ? len : 4) == 0;
}

/* Bytes of the letter at s, which is UTF-8. */
static size_t
letter(const char *s)
{
	unsigned char c = (unsigned char)*s;

	return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

/* Writes s on one line, "\xHH" for the bytes that are unseen; whole letters
 * only, as many as there is room for. */
static size_t
show(char *to, size_t room, const char *s, size_t len)
{
	static const char hex[] = "0123456789ABCDEF";
	size_t n = 0;

	/* three bytes of four signs are the most at once */
	for (size_t i = 0; i < len && n + 12 <= room;) {
		size_t odd = unseen(s + i, len - i);

		if (odd == 0) {
			size_t k = letter(s + i);

			memcpy(to + n, s + i, k);
			n += k;
			i += k;
			continue;
		}
		for (; odd > 0; odd--, i++) {
			to[n++] = '\\';
			to[n++] = 'x';
			to[n++] = hex[(unsigned char)s[i] >> 4];
			to[n++] = hex[(unsigned char)s[i] & 0xF];
		}
	}
	return n;
}

/* ---- in another language ---- */

enum {
	FORMAT_MOST = 1024 /* bytes of a message's format */
};

/* Bytes of the conversion at s, "%-*.3zu" as it may be, or 0; of "%%" too. */
static size_t
conversion(const char *s)
{
	size_t n = 1;

	if (*s != '%')
		return 0;
	n += strspn(s + n, "-+ #0123456789.*hlLjztq");
	return s[n] == '\0' ? 0 : n + 1;
}

/* The format without the sizes of its numbers: "%lu" of one machine and "%llu"
 * of another are "%u"; false if it is too long. */
static bool
without_sizes(const char *fmt, char *to)
{
	size_t n = 0;

	while (*fmt != '\0') {
		size_t k = conversion(fmt);

		for (size_t i = 0; i < (k > 0 ? k : 1); i++)
			if (k == 0 || strchr("hlLjztq", fmt[i]) == NULL)
				to[n++] = fmt[i];
		fmt += k > 0 ? k : 1;
		if (n + 64 > FORMAT_MOST)
			return false;
	}
	to[n] = '\0';
	return true;
}

/* To the next conversion of a format, or its end. */
static const char *
next_conversion(const char *fmt)
{
	while (*fmt != '\0' && conversion(fmt) == 0)
		fmt++;
	return fmt;
}

/* The text with the conversions of fmt in the place of its own, which are as
 * many and of the same kinds, or what it would print is not what is meant;
 * "%.0s" of the text stays, which leaves out an ending. */
static bool
with_sizes(const char *text, const char *fmt, char *to)
{
	size_t n = 0;

	fmt = next_conversion(fmt);
	while (*text != '\0' && *text != '\n' && n + 64 < FORMAT_MOST) {
		size_t k = conversion(text);
		size_t own = conversion(fmt);
		bool left_out;

		if (k == 0) {
			to[n++] = *text++;
			continue;
		}
		if (own == 0 || own > 32 || fmt[own - 1] != text[k - 1])
			return false;
		left_out = own == 2 && strncmp(text, "%.0s", 4) == 0;
		memcpy(to + n, left_out ? text : fmt, left_out ? k : own);
		n += left_out ? k : own;
		fmt = next_conversion(fmt + own);
		text += k;
	}
	to[n] = '\0';
	return *fmt == '\0' && (*text == '\0' || *text == '\n');
}

/* The catalogue that TRIBUNE_MESSAGES names, read when it is first asked for;
 * NULL if there is none. */
static const char *
catalogue(void)
{
	static char *text;
	static bool asked;
	const char *path = getenv("TRIBUNE_MESSAGES");
	size_t cap = 0;
	FILE *f;

	if (asked || path == NULL || *path == '\0')
		return text;
	asked = true;
	if ((f = fopen(path, "re")) == NULL)
		return NULL;
	if (getdelim(&text, &cap, '\0', f) == -1) {
		free(text);
		text = NULL;
	}
	(void)fclose(f);
	return text;
}

/* The format in the language of the catalogue, in to; else as it is. */
static const char *__attribute__((format_arg(1)))
translated(const char *fmt, char *to)
{
	const char *line = catalogue();
	char key[FORMAT_MOST];
	size_t len;

	if (line == NULL || !without_sizes(fmt, key))
		return fmt;
	len = strlen(key);
	for (; line != NULL; line = strchr(line, '\n')) {
		line += *line == '\n';
		if (strncmp(line, key, len) == 0 && line[len] == '\t' &&
		    with_sizes(line + len + 1, fmt, to))
			return to;
	}
	return fmt;
}

const char *
err_said(const char *words)
{
	static char room[4][FORMAT_MOST]; /* as many as a message has */
	static size_t k;

	k = (k + 1) % 4;
	return translated(words, room[k]);
}

/* ---- said ---- */

enum {
	MESSAGE_MOST = 2048
};

/* Where the folder at s is to be called otherwise (TRIBUNE_CALLED: its name, a
 * tab, what it is called), bytes of its name; else 0. */
static size_t
other_name(const char *s, char before, const char *called)
{
	const char *tab = called != NULL ? strchr(called, '\t') : NULL;
	size_t len = tab != NULL ? (size_t)(tab - called) : 0;

	if (len == 0 || strchr(" '\"(", before) == NULL ||
	    strncmp(s, called, len) != 0 || strchr("/: '\",;)", s[len]) == NULL)
		return 0;
	return len;
}

/* Folders as their user calls them. */
static size_t
call_folders(char *s, size_t n)
{
	const char *called = getenv("TRIBUNE_CALLED");
	char to[MESSAGE_MOST];
	size_t k = 0;
	size_t i = 0;

	if (called == NULL || *called == '\0')
		return n;
	while (i < n && k < sizeof(to) - 1) {
		size_t len = other_name(s + i, i > 0 ? s[i - 1] : ' ', called);
		const char *from = len > 0 ? called + len + 1 : s + i;
		size_t m = len > 0 ? strlen(from) : 1;

		while (m-- > 0 && k < sizeof(to) - 1)
			to[k++] = *from++;
		i += len > 0 ? len : 1;
	}
	memcpy(s, to, k);
	s[k] = '\0';
	return k;
}

/* A line of the file that TRIBUNE_ERRORS names, in one piece: others write to
 * it, too.  What cannot be told there was told on standard error. */
static void
put_down(const char *line, size_t n)
{
	const char *path = getenv("TRIBUNE_ERRORS");
	int fd;

	if (path == NULL || *path == '\0')
		return;
	fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
	if (fd == -1)
		return;
	if (write(fd, line, n) < 0 || close(fd) == -1)
		return;
}

/* One write a message, so that the lines of a pipeline do not mix.  rc: with
 * which the program ends, or 0. */
static void __attribute__((format(printf, 4, 0)))
say(int rc, const char *file, uint64_t line, const char *fmt, va_list ap)
{
	char in_language[FORMAT_MOST];
	char raw[MESSAGE_MOST];
	char msg[2 + 2 * sizeof(raw)] = {(char)('0' + rc), '\t'};
	size_t n = 0;
	int k;

	if (file == NULL)
		k = snprintf(raw, sizeof(raw), "%s: ", prog);
	else if (line == 0)
		k = snprintf(raw, sizeof(raw), "%s: %s: ", prog, file);
	else
		k = snprintf(raw, sizeof(raw), "%s: %s:%ju: ", prog, file,
		    (uintmax_t)line);
	if (k > 0)
		n = (size_t)k < sizeof(raw) ? (size_t)k : sizeof(raw) - 1;
	k = vsnprintf(
	    raw + n, sizeof(raw) - n, translated(fmt, in_language), ap);
	if (k > 0)
		n += (size_t)k < sizeof(raw) - n ? (size_t)k
						 : sizeof(raw) - n - 1;
	n = call_folders(raw, n);
	if (n == sizeof(raw) - 1) { /* cut: not within a letter */
		n = utf8_cut(raw, n, n - 4);
		(void)snprintf(raw + n, 4, "...");
		n += 3;
	}
	n = 2 + show(msg + 2, sizeof(msg) - 3, raw, n);
	msg[n++] = '\n';
	if (rc != 0)
		put_down(msg, n);
	if (write(STDERR_FILENO, msg + 2, n - 2) < 0)
		return; /* nowhere left to say it; the exit status remains */
}

void
note(const char *fmt, ...)
{
	va_list ap;

	if (silent)
		return;
	va_start(ap, fmt);
	say(RC_OK, NULL, 0, fmt, ap);
	va_end(ap);
}

void
note_more(const char *fmt, ...)
{
	va_list ap;

	if (silent || !verbose)
		return;
	va_start(ap, fmt);
	say(RC_OK, NULL, 0, fmt, ap);
	va_end(ap);
}

void
note_count(uint64_t n, const char *one, const char *many)
{
	if (n > 0)
		note("%" PRIu64 " %s", n, err_said(n == 1 ? one : many));
}

static void __attribute__((format(printf, 2, 3)))
refused(const char *what, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(RC_SYS, what, 0, fmt, ap);
	va_end(ap);
}

void
die_data(const char *file, uint64_t line, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(RC_DATA, file, line, fmt, ap);
	va_end(ap);
	exit(RC_DATA);
}

void
die_usage(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(RC_USAGE, NULL, 0, fmt, ap);
	va_end(ap);
	exit(RC_USAGE);
}

void
die_sys(const char *what)
{
	const char *why = err_said(strerror(errno));

	refused(what, "%s", why);
	exit(RC_SYS);
}
