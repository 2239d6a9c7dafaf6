#include "err.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "utf8.h"

#include "out.h"

static const char *prog = "?";
static bool silent;
static bool verbose;

void
err_init(const char *argv0)
{
	const char *base = strrchr(argv0, '/');

	prog = base != NULL ? base + 1 : argv0;
	opterr = 0;
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

/* Bytes of the character at s, 0 if it is none or does not show as one: it
 * would break the line, drive the terminal or turn what follows around. */
static size_t
shown(const unsigned char *s, size_t len)
{
	size_t n = *s < 0x80 ? 1 : *s < 0xE0 ? 2 : *s < 0xF0 ? 3 : 4;

	if (n > len || utf8_check((const char *)s, n) < n)
		return 0;
	if (n == 1)
		return *s >= 0x20 && *s != 0x7F;
	if (n == 2)
		return *s > 0xC2 || s[1] >= 0xA0 ? n : 0;
	if (s[0] == 0xE2 && s[1] == 0x80 && s[2] >= 0xA8 && s[2] <= 0xAE)
		return 0; /* U+2028 to U+202E */
	if (s[0] == 0xE2 && s[1] == 0x81 && s[2] >= 0xA6 && s[2] <= 0xA9)
		return 0; /* U+2066 to U+2069 */
	return n;
}

/* Writes s to out, four bytes a byte at most: what cannot be shown as an
 * escape. */
static size_t
escape(char *out, const char *s, size_t len)
{
	static const char hex[] = "0123456789ABCDEF";
	char *to = out;

	for (size_t i = 0; i < len;) {
		size_t n = shown((const unsigned char *)s + i, len - i);
		unsigned char c = (unsigned char)s[i];

		if (n > 0) {
			memcpy(to, s + i, n);
			to += n;
			i += n;
			continue;
		}
		*to++ = '\\';
		if (c == '\n' || c == '\t' || c == '\r')
			*to++ = c == '\n' ? 'n' : c == '\t' ? 't' : 'r';
		else {
			*to++ = 'x';
			*to++ = hex[c >> 4];
			*to++ = hex[c & 15];
		}
		i++;
	}
	return (size_t)(to - out);
}

/* The bytes that snprintf() would have written, or as many as there is room
 * for. */
static size_t
written(int k, size_t room)
{
	return k < 0 ? 0 : (size_t)k < room ? (size_t)k : room - 1;
}

/* One write and one line a message, so that the lines of a pipeline do not
 * mix, whatever it quotes. */
static void __attribute__((format(printf, 3, 0)))
say(const char *file, uint64_t line, const char *fmt, va_list ap)
{
	char raw[2048];
	char msg[4 * sizeof(raw) + 4];
	size_t n;
	int k;

	if (file == NULL)
		k = snprintf(raw, sizeof(raw), "%s: ", prog);
	else if (line == 0)
		k = snprintf(raw, sizeof(raw), "%s: %s: ", prog, file);
	else
		k = snprintf(raw, sizeof(raw), "%s: %s:%ju: ", prog, file,
		    (uintmax_t)line);
	n = written(k, sizeof(raw));
	k = vsnprintf(raw + n, sizeof(raw) - n, fmt, ap);
	n += written(k, sizeof(raw) - n);
	if (n == sizeof(raw) - 1) { /* cut, perhaps within a letter */
		n = escape(msg, raw, utf8_cut(raw, n, n - 4));
		memcpy(msg + n, "...", 3);
		n += 3;
	} else
		n = escape(msg, raw, n);
	msg[n++] = '\n';
	if (write(STDERR_FILENO, msg, n) < 0)
		return; /* nowhere left to say it; the exit status remains */
}

void
note(const char *fmt, ...)
{
	va_list ap;

	if (silent)
		return;
	va_start(ap, fmt);
	say(NULL, 0, fmt, ap);
	va_end(ap);
}

void
note_more(const char *fmt, ...)
{
	va_list ap;

	if (silent || !verbose)
		return;
	va_start(ap, fmt);
	say(NULL, 0, fmt, ap);
	va_end(ap);
}

void
warn_at(const char *file, uint64_t line, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(file, line, fmt, ap);
	va_end(ap);
}

void
die_data(const char *file, uint64_t line, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(file, line, fmt, ap);
	va_end(ap);
	exit(RC_DATA);
}

void
die_usage(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(NULL, 0, fmt, ap);
	va_end(ap);
	exit(RC_USAGE);
}

void
die_sys(const char *what)
{
	const char *why = strerror(errno);

	warn_at(what, 0, "%s", why);
	exit(RC_SYS);
}
