#include "out.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <math.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

#include "err.h"

enum {
	LINKS = 40 /* that lead to each other */
};

/* What standard output is called when it is whole, and until then. */
static char *whole;
static char *volatile part;
/* Files beside their places that are not whole; gone with the program. */
static struct aside *volatile first_aside;
/* Standard output is whole, and waits for them. */
static bool waits;
/* When the first of them was whole, if there is one. */
static struct timespec first_time;
/* What packs standard output, or NULL. */
static ZSTD_CCtx *packer;

static void
remove_parts(void)
{
	if (part != NULL)
		(void)unlink(part);
	for (const struct aside *a = first_aside; a != NULL; a = a->next)
		(void)unlink(a->part);
}

/* Once more: its disposition is the default again. */
static void
stop(int signal_no)
{
	remove_parts();
	(void)raise(signal_no);
}

/* What is not whole goes with the program, however it ends (but kill -9). */
static void
guard_parts(void)
{
	static const int ends[] = {SIGHUP, SIGINT, SIGPIPE, SIGTERM, SIGXCPU};
	static bool guarded;
	struct sigaction how = {
	    .sa_handler = stop, .sa_flags = (int)SA_RESETHAND};
	struct sigaction old;

	if (guarded)
		return;
	guarded = true;
	(void)atexit(remove_parts);
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (sigaction(ends[i], NULL, &old) == 0 &&
		    old.sa_handler == SIG_DFL)
			(void)sigaction(ends[i], &how, NULL);
}

/* Is the file written beside its place?  A device or a pipe stays what it is.
 */
static bool
goes_beside(const char *path)
{
	struct stat st;

	return stat(path, &st) == -1 || S_ISREG(st.st_mode);
}

/* Where a name leads: through links, of which none is replaced by a file.  A
 * pipe keeps its name, for that behind a link such as /dev/stdout opens none.
 */
static char *
behind_links(const char *path)
{
	char *at = mem_string(path);
	struct stat st;

	if (!goes_beside(path))
		return at;
	for (int i = 0; lstat(at, &st) == 0 && S_ISLNK(st.st_mode); i++) {
		struct buf b = {0};
		char to[PATH_MAX];
		ssize_t n = readlink(at, to, sizeof(to));
		const char *slash = strrchr(at, '/');

		if (i == LINKS)
			errno = ELOOP;
		if (n == -1 || i == LINKS)
			die_sys(path);
		if (*to != '/' && slash != NULL)
			buf_mem(&b, at, (size_t)(slash - at) + 1);
		buf_mem(&b, to, (size_t)n);
		free(at);
		at = b.s;
	}
	return at;
}

/* The fastest level, and a sum that tells of a bit that flips. */
static void
start_packer(void)
{
	if ((packer = ZSTD_createCCtx()) == NULL)
		die_sys("zstd");
	(void)ZSTD_CCtx_setParameter(packer, ZSTD_c_compressionLevel, 1);
	(void)ZSTD_CCtx_setParameter(packer, ZSTD_c_checksumFlag, 1);
}

void
out_redirect(const char *path)
{
	struct buf b = {0};
	bool beside = goes_beside(path);
	size_t len = strlen(path);
	int fd;

	if (whole != NULL)
		die_usage("option --output: twice");
	if (*path == '\0')
		die_usage("option --output: a name is needed");
	whole = behind_links(path);
	buf_str(&b, whole);
	buf_str(&b, beside ? ".part" : "");
	if (len > 4 && strcmp(path + len - 4, ".zst") == 0)
		start_packer();
	guard_parts();
	fd = open(b.s, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd != -1 && beside)
		part = b.s;
	if (fd == -1 || dup2(fd, STDOUT_FILENO) == -1 || close(fd) == -1)
		die_sys(b.s);
	if (!beside)
		buf_free(&b);
}

/* A line of the file that TRIBUNE_COSTS names, in one piece: others write to
 * it, too. */
static void
tell_cost(void)
{
	const char *path = getenv("TRIBUNE_COSTS");
	struct rusage took;
	double ms;
	int fd;

	if (path == NULL || *path == '\0' ||
	    getrusage(RUSAGE_SELF, &took) == -1)
		return;
	ms = 1e3 * (double)(took.ru_utime.tv_sec + took.ru_stime.tv_sec) +
	    (double)(took.ru_utime.tv_usec + took.ru_stime.tv_usec) / 1e3;
	fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
	if (fd == -1 || dprintf(fd, "%s\t%.0f\n", whole, ms) < 0 ||
	    close(fd) == -1)
		die_sys(path);
}

void
out_name(void)
{
	char *done;

	if (part == NULL)
		return;
	tell_cost();
	done = part;
	/* not later than what is beside it, which make would take for old */
	if (first_time.tv_sec != 0)
		(void)utimensat(AT_FDCWD, done,
		    (const struct timespec[]){
			{.tv_nsec = UTIME_OMIT}, first_time},
		    0);
	if (rename(done, whole) == -1)
		die_sys(whole);
	part = NULL;
	free(done);
}

void
out_memory(struct out *o)
{
	*o = (struct out){.fd = -1, .name = "memory"};
}

void
out_open(struct out *o, int fd, const char *name)
{
	*o = (struct out){.fd = fd, .name = name};
	buf_room(&o->b, OUT_BLOCK);
#ifdef F_SETPIPE_SZ
	(void)fcntl(fd, F_SETPIPE_SZ, 1 << 20); /* only speed: may fail */
#endif
}

void
out_stdout(struct out *o)
{
	out_open(o, STDOUT_FILENO, OUT_STDOUT);
}

static void
write_all(const struct out *o, const char *s, size_t len)
{
	while (len > 0) {
		ssize_t n = write(o->fd, s, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			die_sys(o->name);
		s += n;
		len -= (size_t)n;
	}
}

/* The bytes as part of the one frame, or with its end. */
static void
write_packed(const struct out *o, ZSTD_EndDirective how)
{
	ZSTD_inBuffer from = {o->b.s, o->b.len, 0};
	char s[64 * 1024];
	size_t left;

	do {
		ZSTD_outBuffer to = {s, sizeof(s), 0};

		left = ZSTD_compressStream2(packer, &to, &from, how);
		if (ZSTD_isError(left)) {
			errno = ENOMEM;
			die_sys("zstd");
		}
		write_all(o, s, to.pos);
	} while (how == ZSTD_e_end ? left > 0 : from.pos < from.size);
}

static bool
is_packed(const struct out *o)
{
	return o->fd == STDOUT_FILENO && packer != NULL;
}

void
out_flush(struct out *o)
{
	if (is_packed(o))
		write_packed(o, ZSTD_e_continue);
	else
		write_all(o, o->b.s, o->b.len);
	o->b.len = 0;
}

void
out_close(struct out *o)
{
	out_flush(o);
	if (is_packed(o))
		write_packed(o, ZSTD_e_end);
	if (close(o->fd) == -1)
		die_sys(o->name);
	if (o->fd == STDOUT_FILENO) {
		waits = first_aside != NULL;
		if (!waits)
			out_name();
	}
	buf_free(&o->b);
}

void
out_str(struct out *o, const char *s)
{
	out_mem(o, s, strlen(s));
}

void
out_u64(struct out *o, uint64_t v)
{
	char d[20];
	size_t i = sizeof(d);

	do {
		d[--i] = (char)('0' + v % 10);
		v /= 10;
	} while (v > 0);
	out_mem(o, d + i, sizeof(d) - i);
}

/* The six digits of v, 1e-16 <= v < 1e27, and its power of ten; false where
 * rounding it here could be wrong: so near to the middle between two of them
 * that the one multiplication or division decides.  Powers of ten up to 1e22
 * are doubles. */
static bool
six_digits(double v, uint32_t *digits, int *power)
{
	static const double ten[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8,
	    1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
	    1e20, 1e21, 1e22};
	int two;
	double x = 0;
	double rest;

	(void)frexp(v, &two);
	*power = (int)floor((two - 1) * (M_LN2 / M_LN10));
	for (;; ++*power) { /* it may be one too small */
		x = *power > 5 ? v / ten[*power - 5] : v * ten[5 - *power];
		if (x < 1e6)
			break;
	}
	*digits = (uint32_t)x;
	rest = x - *digits;
	*digits += rest > 0.5;
	if (*digits == 1000000) {
		*digits = 100000;
		++*power;
	}
	return fabs(rest - 0.5) > 1e-6;
}

/* As printf() has %.6g; returns the end. */
static char *
put_digits(char *to, uint32_t digits, int power)
{
	char d[6];
	int n = 6;
	int point = power < -4 || power > 5 ? 0 : power; /* it stands behind */

	for (int i = 5; i >= 0; i--, digits /= 10)
		d[i] = (char)('0' + digits % 10);
	while (n > 1 && d[n - 1] == '0' && n - 1 > point)
		n--;
	if (point < 0) {
		*to++ = '0';
		*to++ = '.';
		for (int i = -1; i > point; i--)
			*to++ = '0';
		point = n;
	}
	for (int i = 0; i < n; i++) {
		*to++ = d[i];
		if (i == point && i + 1 < n)
			*to++ = '.';
	}
	if (power >= -4 && power <= 5)
		return to;
	*to++ = 'e';
	*to++ = power < 0 ? '-' : '+';
	power = abs(power);
	*to++ = (char)('0' + power / 10);
	*to++ = (char)('0' + power % 10);
	return to;
}

void
out_real(struct out *o, double v)
{
	enum {
		REAL_MOST = 16
	};
	double size = fabs(v);
	uint32_t digits;
	int power;
	char *to;
	char *end;

	if (v == 0)
		out_ch(o, '0');
	else if (!isfinite(v))
		out_str(o, "NA");
	else if (size >= 1e-16 && size < 1e27 &&
	    six_digits(size, &digits, &power)) {
		to = out_room(o, REAL_MOST);
		end = to;
		if (v < 0)
			*end++ = '-';
		o->b.len += (size_t)(put_digits(end, digits, power) - to);
	} else
		out_fmt(o, "%.6g", v);
}

void
out_exp(struct out *o, double ln)
{
	bool deep = ln < -1e6; /* only one digit is sure */
	double most = deep ? 9.5 : 9.999995;
	double power;
	double digits;

	if (!isfinite(ln) || ln > -690) {
		out_real(o, isinf(ln) && ln < 0 ? 0.0 : exp(ln));
		return;
	}
	power = floor(ln / M_LN10);
	digits = exp(ln - power * M_LN10);
	if (digits >= most) { /* would print as 10 */
		digits = 1;
		power++;
	}
	out_fmt(o, "%.*ge%.0f", deep ? 1 : 6, digits < 1 ? 1.0 : digits, power);
}

void
out_tab_mem(struct out *o, const char *s, size_t len)
{
	out_ch(o, '\t');
	out_mem(o, s, len);
}

void
out_tab_str(struct out *o, const char *s)
{
	out_tab_mem(o, s, strlen(s));
}

void
out_tab_u64(struct out *o, uint64_t v)
{
	out_ch(o, '\t');
	out_u64(o, v);
}

void
out_tab_real(struct out *o, double v)
{
	out_ch(o, '\t');
	out_real(o, v);
}

void
out_tab_exp(struct out *o, double ln)
{
	out_ch(o, '\t');
	out_exp(o, ln);
}

void
out_fmt(struct out *o, const char *fmt, ...)
{
	enum {
		MOSTLY = 128
	};
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(out_room(o, MOSTLY), MOSTLY, fmt, ap);
	va_end(ap);
	if (n < 0)
		die_sys("format");
	if (n < MOSTLY) {
		o->b.len += (size_t)n;
		return;
	}
	va_start(ap, fmt);
	(void)vsnprintf(out_room(o, (size_t)n + 1), (size_t)n + 1, fmt, ap);
	va_end(ap);
	o->b.len += (size_t)n;
}

/* ---- a file beside its place ---- */

static void
strike_aside(const struct aside *a)
{
	struct aside *before = first_aside;

	if (before == a) {
		first_aside = a->next;
		return;
	}
	while (before->next != a)
		before = before->next;
	before->next = a->next;
}

void
aside_open(struct aside *a, const char *prefix, const char *suffix)
{
	struct buf b = {0};
	int fd;

	buf_str(&b, prefix);
	buf_str(&b, suffix);
	a->path = behind_links(b.s);
	a->beside = goes_beside(a->path);
	b.len = 0;
	buf_str(&b, a->path);
	buf_str(&b, a->beside ? ".part" : "");
	a->part = b.s;
	guard_parts();
	fd = open(a->part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd == -1)
		die_sys(a->part);
	if (a->beside) {
		a->next = first_aside;
		first_aside = a;
	}
	out_open(&a->out, fd, a->part);
}

void
aside_close(struct aside *a)
{
	out_close(&a->out);
}

void
aside_rename(struct aside *a)
{
	if (a->beside) {
		struct stat st;

		if (first_time.tv_sec == 0 && stat(a->part, &st) == 0)
			first_time = st.st_mtim;
		if (rename(a->part, a->path) == -1)
			die_sys(a->path);
		strike_aside(a);
		if (waits && first_aside == NULL)
			out_name();
	}
	free(a->part);
	free(a->path);
}
