#include "err.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

/* One write a message, so that the lines of a pipeline do not mix. */
static void __attribute__((format(printf, 3, 0)))
say(const char *file, uint64_t line, const char *fmt, va_list ap)
{
	char msg[2048];
	size_t n = 0;
	int k;

	if (file == NULL)
		k = snprintf(msg, sizeof(msg), "%s: ", prog);
	else if (line == 0)
		k = snprintf(msg, sizeof(msg), "%s: %s: ", prog, file);
	else
		k = snprintf(msg, sizeof(msg), "%s: %s:%ju: ", prog, file,
		    (uintmax_t)line);
	if (k > 0)
		n = (size_t)k < sizeof(msg) ? (size_t)k : sizeof(msg) - 1;
	k = vsnprintf(msg + n, sizeof(msg) - n, fmt, ap);
	if (k > 0)
		n += (size_t)k < sizeof(msg) - n ? (size_t)k
						 : sizeof(msg) - n - 1;
	if (n > sizeof(msg) - 2)
		n = sizeof(msg) - 2;
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

static void __attribute__((format(printf, 3, 4)))
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
